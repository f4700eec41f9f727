"""What an ingest did."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

__all__ = ["Tally"]


@dataclass(slots=True)
class Tally:
    """Counts of one run; `set_aside` holds one line for each input that could not be read.

    `warnings` holds one for each of which something could not be taken, though it was read, and
    `passed_over` why each article that is not kept is not.
    """

    new: int = 0
    known: int = 0
    superseded: int = 0
    reread: int = 0  # known articles that were extracted again, as the rules or what is known of them changed
    upgraded: int = 0  # those of them that another engine or other readers had read before
    parts: int = 0  # articles that share a file with others
    unread: Counter[str] = field(default_factory=Counter)  # new articles in languages that are not read yet
    skipped: Counter[str] = field(default_factory=Counter)  # records of web archives that are no pages
    mentions: int = 0
    statements: int = 0
    events: int = 0
    inputs: int = 0  # files that were opened, or tried
    warnings: list[str] = field(default_factory=list)
    set_aside: list[str] = field(default_factory=list)
    passed_over: list[str] = field(default_factory=list)
    relinked: bool = False
    interrupted: bool = False

    @property
    def articles(self) -> int:
        """How many articles were found in the input."""
        return self.new + self.known

    @property
    def changed(self) -> bool:
        """Whether the database holds anything that it did not hold before."""
        return bool(self.new or self.superseded or self.reread or self.relinked)
