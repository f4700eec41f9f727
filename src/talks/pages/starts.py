"""Whether a text begins anew: in other words than before, without people whom it takes for known."""

from __future__ import annotations

import re
from typing import Final

from talks.codebook.seams import SeamSigns

__all__ = ["SEEN", "Before", "start_of"]

SEEN: Final = 1500  # characters on either side that are compared
LEAST: Final = 400  # characters from which they tell something
FAR: Final = 8000  # characters before a text in which people are looked for whom it names in full anew
AGAIN: Final = 2  # people named in full anew
SHARED: Final = 0.17  # of the words, up to which a text is about something else
WORD: Final = re.compile(r"[a-zß-ÿ]{5,}")
NAME: Final = re.compile(r"\b[A-ZÀ-Þ][\w’-]*[a-zß-ÿ](?:\s[A-ZÀ-Þ][\w’-]*[a-zß-ÿ])*\b")
FULL_NAME: Final = re.compile(
    rf"(?<![.!?”\"]\s)(?<!^)(?<!\n){NAME.pattern}"
)  # "On Tuesday" begins a sentence


class Before:
    """An article as far as it has been read; its full names are looked for once, however often asked."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._read = 0  # up to here the names are known, whatever follows
        self._named: set[str] = set()

    def named_by(self, end: int) -> set[str]:
        """Return the last names of all whom it names in full before an offset, which may only grow."""
        last: set[str] = set()
        for found in FULL_NAME.finditer(self.text, self._read, end):
            names = found[0].split()
            kept = last if found.end() >= end - 1 else self._named  # the last may go on behind the end
            kept.update(names[-1:] if len(names) > 1 else ())
            self._read = found.end() if kept is self._named else self._read
        return self._named | last


def start_of(before: Before, end: int, after: str, signs: SeamSigns) -> str | None:
    """Return "fresh" or "introduced" for a text that begins after another, "leaning" for one that goes on.

    The other one is that before an offset; of the text, the first `SEEN` characters are enough.
    """
    first = _first_told(after)
    named = before.named_by(end)
    if signs.goes_on.match(after) or any(last in named and not full for last, full in first.items()):
        return "leaning"
    shortened = _shortened(before.text[max(0, end - FAR) : end])
    if sum(full and last in shortened for last, full in first.items()) >= AGAIN:
        return "introduced"
    if len(after) < LEAST:
        return None
    known, words = set(WORD.findall(before.text[max(0, end - SEEN) : end])), set(WORD.findall(after))
    return "fresh" if len(words & known) <= SHARED * len(words) else None


def _first_told(text: str) -> dict[str, bool]:
    """Return the last names of a text, each with whether it is told in full where it stands first."""
    told: dict[str, bool] = {}
    for found in NAME.finditer(text):
        names = found[0].split()
        told.setdefault(names[-1], len(names) > 1)
    return told


def _shortened(text: str) -> set[str]:
    """Return the last names that stand alone in a text behind the full ones."""
    seen: set[str] = set()
    out: set[str] = set()
    for found in NAME.finditer(text):
        names = found[0].split()
        if len(names) > 1:
            seen.add(names[-1])
        elif names[0] in seen:
            out.add(names[0])
    return out
