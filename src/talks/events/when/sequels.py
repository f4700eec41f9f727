"""The day of what was done besides, or next: on Monday she saw Ekre; the two later telephoned Stenmoe."""

from __future__ import annotations

from talks.events.extents import clause_of
from talks.events.triggers import Hit
from talks.models import Basis, Precision, Status, When
from talks.reading import Reading, Sentence
from talks.told import is_ahead, told_before

__all__ = ["find_sequel"]

REACH = 2  # paragraphs back in which the day is told


def _is_around_another(reading: Reading, sentence: Sentence, first: int, last: int) -> bool:
    """Tell what a clause says was done before, at or after an encounter told before: after the summit."""
    words = reading.codebook.grammar.words
    links = words["held_at"] | words["later"] | words["prior"]
    return any(
        first <= phrase.start < last
        and phrase.prep in links
        and reading.tokens.lowers[phrase.start] in words["pointing"]
        and reading.tokens.lowers[phrase.end - 1] in words["appointments"] | words["gathering"]
        for phrase in sentence.parse.phrases
    )


def find_sequel(reading: Reading, sentence: Sentence, hit: Hit, verb: int, status: Status) -> When | None:
    """Return the day told last before an encounter that is told to have gone with it, or to have followed."""
    told = sentence.parse.verb_at(verb)
    file = reading.codebook.kinds[hit.kind].file
    if told is None or status is not Status.HELD or not file.contact:
        return None
    takes_part = hit.trigger.role == "verb" or told.lemma in reading.codebook.statuses.joining
    if not takes_part or told.form != "finite" or told.tense != "past":
        return None  # later confirmed the summit
    if told.marker or told.perfect or told.negated:
        return None
    first, last = clause_of(sentence, verb, hit)
    words = reading.tokens.lowers[first:last]
    beside = not reading.codebook.grammar.words["besides"].isdisjoint(words)
    if not beside and not _is_around_another(reading, sentence, first, last):
        return None
    for paragraph in range(sentence.paragraph, max(-1, sentence.paragraph - REACH - 1), -1):
        when = told_before(reading, paragraph, sentence.start)
        if when is not None:
            fine = when.precision is Precision.DAY and not is_ahead(reading, when)
            return when.model_copy(update={"basis": Basis.INFERRED}) if fine else None
    return None
