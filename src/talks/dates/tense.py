"""Guess a clause's tense from the words around a date, where no better analysis is at hand."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from talks.dates.grammar import DateGrammar

__all__ = ["guess_tense", "tells_past"]

STOP = re.compile(r"[.;:!?]\s|[“”\"]|''|\n")
REACH = 90


def guess_tense(text: str, start: int, end: int, grammar: DateGrammar) -> Literal["past", "future"] | None:
    """Guess the tense at a span from the last words before it that tell one, else the first after it."""
    if text[end : end + 2] in ("'s", "’s"):  # "Wednesday's ruling": nothing around it tells
        return None
    cue = _cues(grammar.lexicon.tense["future"], grammar.lexicon.tense["past"])
    before = STOP.split(text[max(0, start - REACH) : start])[-1]
    before = before[:1].lower() + before[1:]  # "Will they meet on Monday?"
    told = [*cue.finditer(before)][-1:] or [*cue.finditer(STOP.split(text[end : end + REACH])[0])][:1]
    if not told:
        return None
    return "future" if told[0]["future"] else "past"


def tells_past(text: str, grammar: DateGrammar) -> bool:
    """Tell whether any word of a sentence tells what was."""
    cue = _cues(grammar.lexicon.tense["future"], grammar.lexicon.tense["past"])
    return any(not told["future"] for told in cue.finditer(text))


@cache
def _cues(future: tuple[str, ...], past: tuple[str, ...]) -> re.Pattern[str]:
    """Compile the cues; a word in -ed tells a past, unless it is a passive of the present."""
    ahead, back = (sorted(map(re.escape, words), key=len, reverse=True) for words in (future, past))
    passive = "".join(rf"(?<!\b{be} )" for be in ("be", "is", "are", "being"))
    return re.compile(rf"(?<!\w)(?:(?P<future>{'|'.join(ahead)})|{'|'.join(back)}|{passive}[a-z]+ed)(?!\w)")
