"""Those met one after another, as one verb tells: she met Ask in Harvik on Monday and Corvane on Tuesday."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from talks.dates import DatePhrase
from talks.events.phrases import end_of_clause
from talks.events.triggers import Hit
from talks.events.who.attendance import group_of
from talks.events.who.company import find_company
from talks.reading import Reading, Sentence
from talks.syntax import Phrase

__all__ = ["Turn", "find_turns", "those_of"]

COORDINATOR = "c"  # class of and


class Turn(NamedTuple):
    """Who is met, None for those told first; the day; and the tokens among which the place stands."""

    whom: Phrase | None
    day: DatePhrase
    first: int
    last: int


def find_turns(reading: Reading, sentence: Sentence, hit: Hit, verb: int) -> list[Turn]:
    """Return the encounters that one verb tells, each with a day of its own; none where it tells of one."""
    if hit.trigger.role != "verb" or verb < 0 or not reading.codebook.kinds[hit.kind].file.contact:
        return []
    start = sentence.parse.verbs[verb].end
    end = min(end_of_clause(sentence, verb), _next_verb(sentence, start))
    others = [p for p in _joined(reading, sentence, start, end) if _is_somebody(reading, p)]
    bounds = [*(p.start for p in others), end]
    turns = [_turn(reading, None, start, bounds[0])]
    turns += [_turn(reading, p, p.end, last) for p, last in zip(others, bounds[1:], strict=True)]
    told = [turn for turn in turns if turn]
    return told if len(told) == len(turns) > 1 else []


def those_of(
    reading: Reading, sentence: Sentence, hit: Hit, verb: int, turn: Turn, turns: Sequence[Turn]
) -> list[tuple[int, int]]:
    """Return the token ranges of those who take part in one of the encounters."""
    subject = sentence.parse.verbs[verb].subject
    if turn.whom is not None:
        who = group_of(sentence, subject) if subject >= 0 else ()
        return [*who, (turn.whom.start, turn.whom.end)]
    later = {other.whom.start for other in turns if other.whom}
    return [span for span in find_company(reading, sentence, hit, verb) if span[0] not in later]


def _turn(reading: Reading, whom: Phrase | None, first: int, last: int) -> Turn | None:
    days = reading.dates_in(first, last)
    return Turn(whom, days[0], first, last) if len(days) == 1 else None


def _next_verb(sentence: Sentence, start: int) -> int:
    return next((verb.start for verb in sentence.parse.verbs if verb.start >= start), sentence.last)


def _joined(reading: Reading, sentence: Sentence, start: int, end: int) -> Iterator[Phrase]:
    """Yield the phrases after "and", or after "and with"."""
    company = reading.codebook.statuses.company
    for phrase in sentence.parse.phrases:
        if not start < phrase.start < end:
            continue
        before = reading.classes[phrase.start - 2]
        again = phrase.prep in company and before == COORDINATOR and phrase.after == "preposition"
        if again or (phrase.after == "coordinator" and phrase.role == "free"):
            yield phrase


def _is_somebody(reading: Reading, phrase: Phrase) -> bool:
    """Tell a person or an official from a place."""
    named = reading.cast.names_in(phrase.start, phrase.end)
    people = reading.codebook.naming.dignitaries | reading.codebook.naming.delegations
    return any(n.kind in ("person", "surname") for n in named) or not people.isdisjoint(
        reading.tokens.lowers[phrase.start : phrase.end]
    )
