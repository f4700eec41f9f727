"""What a rule found: its named slots, as numbers and words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import cast

from talks.dates.lexicon import Lexicon, Rule
from talks.dates.meaning import Unit
from talks.dates.patterns import Pattern

__all__ = ["Found"]

DIGITS = re.compile(r"\d+")
NUMBER_CLASSES = ("TENS", "TEENS", "ONES", "ORDINAL", "ARTICLE")
CENTURY_TURN = 50  # '49 is 2049, '50 is 1950
DECADE_TURN = 20  # the '20s are of this century, the '30s of the last


class Found:
    """A rule's match in a sentence's tokens: which of its slots are filled, and with what."""

    __slots__ = ("filled", "lexicon", "rule", "span", "words")

    def __init__(
        self, match: re.Match[str], pattern: Pattern, rule: Rule, words: Sequence[str], lexicon: Lexicon
    ) -> None:
        self.rule, self.words, self.lexicon = rule, words, lexicon
        self.span = match.span()
        self.filled: dict[str, list[tuple[int, int, str | None]]] = {}
        for number, (_, slot, in_class) in enumerate(pattern.slots, 1):
            start, end = match.span(number)
            if start < end:
                self.filled.setdefault(slot, []).append((start, end, in_class))

    def value(self, name: str) -> int | str | None:
        """Return what a slot is worth: by its class, by its words, or the words themselves."""
        if name not in self.filled:
            return self.rule.fixed.get(name)
        start, end, in_class = self.filled[name][0]
        words = self.words[start:end]
        if in_class in self.lexicon.classes:
            return self.lexicon.classes[in_class].values[words[0].lower().replace("’", "'")]
        if in_class:
            return _number(words[0])
        saying = " ".join(words).lower()
        return self.lexicon.saying.get(saying, saying)

    def raw(self, name: str) -> str:
        """Return the words of a slot as they stand; empty where there is none."""
        return " ".join(word for span in self.spans(name) for word in self.words[slice(*span)])

    def spans(self, name: str) -> list[tuple[int, int]]:
        """Return where a slot stands, as often as it does."""
        return sorted((start, end) for start, end, _ in self.filled.get(name, ()))

    def number(self, name: str) -> int | None:
        """Return a slot as a number, whether in digits or in words."""
        value = self.value(name)
        if value is None or isinstance(value, int):
            return value
        return self.counted(value.split())[0]

    def counted(self, words: Sequence[str]) -> tuple[int, int]:
        """Read a count in words: how many at least and at most."""
        some = self.lexicon.classes["SOME"].values
        vague = next((str(some[word]) for word in words if word in some), None)
        if vague:
            least, most = vague.split("-")
            return int(least), int(most)
        total = sum(self._unit(word) for word in words)
        return total, total

    def _unit(self, word: str) -> int:
        if word[:1].isdigit():
            return _number(word)
        tables = (self.lexicon.classes[name].values for name in NUMBER_CLASSES)
        return next((int(values[word]) for values in tables if word in values), 0)

    def text(self, name: str) -> str | None:
        """Return a slot as words."""
        value = self.value(name)
        return None if value is None else str(value)

    def unit(self, name: str = "unit") -> Unit:
        """Return a slot as a unit of time."""
        return cast("Unit", self.text(name))


def _number(word: str) -> int:
    digits = DIGITS.findall(word.replace(",", ""))
    number = int(digits[0]) if digits else 0
    if word[0] in "'’" and not word.endswith("s"):
        return number + (1900 if number >= CENTURY_TURN else 2000)
    if word[0] in "'’":
        return number + (1900 if number > DECADE_TURN else 2000)
    return number
