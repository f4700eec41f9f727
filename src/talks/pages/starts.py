"""Whether a text begins anew: in other words than before, without people whom it takes for known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from talks.codebook.seams import SeamSigns

__all__ = ["start_of"]

SEEN: Final = 1500  # characters on either side that are compared
LEAST: Final = 400  # characters from which they tell something
SHARED: Final = 0.17  # of the words, up to which a text is about something else
WORD: Final = re.compile(r"[a-zß-ÿ]{5,}")
NAME: Final = re.compile(r"\b[A-ZÀ-Þ][\w’-]*[a-zß-ÿ](?:\s[A-ZÀ-Þ][\w’-]*[a-zß-ÿ])*\b")
FULL_NAME: Final = re.compile(
    rf"(?<![.!?”\"]\s)(?<!^)(?<!\n){NAME.pattern}"
)  # "On Tuesday" begins a sentence


def start_of(before: str, after: str, signs: SeamSigns) -> str | None:
    """Return "fresh" for a text that begins after another, "leaning" for one that goes on with it."""
    if signs.goes_on.match(after) or _leans(before, after[:SEEN]):
        return "leaning"
    if len(after) < LEAST:
        return None
    known, words = set(WORD.findall(before[-SEEN:])), set(WORD.findall(after[:SEEN]))
    return "fresh" if len(words & known) <= SHARED * len(words) else None


def _leans(before: str, after: str) -> bool:
    """Tell whether somebody is called by the last name alone whom only the text before names in full."""
    named = {names[-1] for names in _names(FULL_NAME, before) if len(names) > 1}
    seen: set[str] = set()
    for names in _names(NAME, after):
        if len(names) == 1 and names[0] in named - seen:
            return True
        seen.add(names[-1])
    return False


def _names(form: re.Pattern[str], text: str) -> Iterator[list[str]]:
    return (found[0].split() for found in form.finditer(text))
