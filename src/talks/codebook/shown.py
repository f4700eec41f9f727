"""What a group of words in a lexicon does, shown by sentences that are read otherwise without it."""

from __future__ import annotations

from typing import Any, Literal

from talks.codebook.data import validate
from talks.models import Record, Status

__all__ = ["Shown", "WordExample", "read_shown"]


class WordExample(Record):
    """A sentence with a word of the group, and its status; `untold` if no happening is read in it."""

    text: str
    status: Status | Literal["untold"]


class Shown(Record):
    """What shows a group: sentences that hang on its words, and others that have one and do not."""

    examples: tuple[WordExample, ...]
    counterexamples: tuple[str, ...] = ()


def read_shown(name: str, data: dict[str, Any]) -> dict[str, Shown]:
    """Read what shows the groups of words of a lexicon, by group; an error names the file and the key."""
    return {group: validate(Shown, f"{name}: shown.{group}", rows) for group, rows in data["shown"].items()}
