"""The day on which something is to begin, told behind it: a truce that, or: it will take effect on Friday."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from talks.events.happenings import Happening
from talks.events.phrases import end_of_clause, lone_subject, noun_of
from talks.events.triggers import Hit
from talks.events.when.lasting import begins
from talks.events.when.relatives import verbs_of_relatives
from talks.models import Status, When
from talks.reading import Reading, Sentence
from talks.syntax import Verb
from talks.terms import SETTLED
from talks.told import is_ahead, resolve_in

__all__ = ["date_beginnings", "find_beginning"]

REACH = 2  # sentences behind it
NEXT = 1  # paragraphs


def find_beginning(reading: Reading, sentence: Sentence, hit: Hit, status: Status) -> When | None:
    """Return the day that a relative clause tells: signed a truce on Monday that will begin on Friday."""
    noun, file = noun_of(sentence, hit), reading.codebook.kinds[hit.kind].file
    if noun is None or not (file.terms or file.encounter) or status not in SETTLED:
        return None
    verbs = verbs_of_relatives(sentence, noun)
    return next((when for verb in verbs for when in _days(reading, sentence, verb)), None)


def date_beginnings(reading: Reading, found: Sequence[Happening]) -> list[Happening]:
    """Return the happenings, what lasts and has no day with that of the next words: it will begin on."""
    kinds = reading.codebook.kinds
    lasting = sorted(h.head for h in found if kinds[h.kind].file.terms)

    def dated(happening: Happening) -> Happening:
        if not kinds[happening.kind].file.terms or happening.status not in SETTLED or happening.when.known:
            return happening
        later = next((head for head in lasting if head > happening.head), len(reading.classes))
        told = _told_next(reading, happening.sentence, later)
        return replace(happening, when=when) if (when := next(told, None)) else happening

    return [dated(happening) for happening in found]


def _told_next(reading: Reading, sentence: Sentence, later: int) -> Iterator[When]:
    """Yield the days on which "it" is to begin, up to where another one is told."""
    words = reading.codebook.grammar.words["meant"]
    for other in reading.following(sentence, REACH):
        if other.first >= later or other.paragraph - sentence.paragraph > NEXT:
            return
        for verb in other.parse.verbs:
            if lone_subject(reading, other, verb) in words:
                yield from _days(reading, other, verb)


def _days(reading: Reading, sentence: Sentence, verb: Verb) -> Iterator[When]:
    """Yield the days behind a verb of beginning that are still to come."""
    if not begins(reading, verb) and verb.lemma not in reading.codebook.grammar.words["lasting"]:
        return
    number = sentence.parse.verbs.index(verb)
    for phrase in reading.dates_in(verb.end, end_of_clause(sentence, number)):
        when = resolve_in(reading, sentence, phrase, Status.PLANNED)
        if when.known and is_ahead(reading, when):
            yield when
