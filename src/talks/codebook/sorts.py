"""Sorts of things of one kind: of truces, one of energy sites and one at sea are two."""

from __future__ import annotations

import re
from functools import cached_property

from talks.models import Record

__all__ = ["Sort"]


class Sort(Record):
    """A sort of thing of a kind, and the words that tell it from the others."""

    words: str  # alternatives, as of a regular expression; whole words
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]
    plain: bool = False  # what is meant when nothing is said of it: a full truce is a truce
    whole: bool = False  # of all there are: none of those of a day and a figure

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Return what finds it in a sentence."""
        return re.compile(rf"\b(?:{self.words})\b", re.IGNORECASE)
