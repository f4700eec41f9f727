"""What a reader finds: one article of a file or page, before it is an article of the store."""

from __future__ import annotations

from dataclasses import dataclass

from talks.models import When

__all__ = ["Piece"]


@dataclass(frozen=True, slots=True)
class Piece:
    """One article as a reader found it, before its text is normalised.

    `published` is what a person or a machine wrote down about it, never a guess from the text.
    """

    locator: str
    text: str
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    url: str | None = None
    language: str | None = None
    published: When | None = None
    part: int | None = None
    encoding: str | None = None
    told: tuple[str, int | None] | None = None  # the path and part that an export tells
    line: int | None = None  # where it begins in a file that holds several
    doubt: str | None = None  # why a date that stands beside it was not taken

    @property
    def where(self) -> str:
        """Where a person finds it: the locator, with the line."""
        return self.locator if self.line is None else f"{self.locator}:{self.line}"
