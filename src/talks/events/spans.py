"""Days that make one: what went on from one to another, or on two in a row."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import pairwise

from talks.dates import DatePhrase
from talks.events.triggers import Hit
from talks.models import Precision, Span, When
from talks.reading import Reading, Sentence
from talks.told import clause_verb

__all__ = ["from_begin_to_end", "join_days"]

Told = tuple[DatePhrase, When]

DAY = dt.timedelta(days=1)


def join_days(reading: Reading, hit: Hit, told: Sequence[Told]) -> When | None:
    """Return the days in a row of talks that are told as one: they met on Friday and Saturday.

    Of kinds that are counted in rounds, as they last; several calls or rounds are one each.
    """
    words, head = reading.codebook.grammar.words, reading.tokens.lowers[hit.head]
    if len(told) < 2 or not reading.codebook.kinds[hit.kind].file.rounds or head in words["several"]:
        return None
    rows = sorted(told, key=lambda row: row[0].start)
    if any(when.precision is not Precision.DAY for _, when in rows):
        return None
    if not all(_is_next(reading, one, two) for one, two in pairwise(rows)):
        return None
    (first, begin), (last, end) = rows[0], rows[-1]
    spoken = Span(start=first.start, end=last.end)
    update = {"latest": end.latest, "precision": Precision.SPAN, "phrase": spoken}
    return begin.model_copy(update=update)


def _is_next(reading: Reading, one: Told, two: Told) -> bool:
    """Tell the day after another, with nothing but "and" between them."""
    between = reading.text[one[0].end : two[0].start].replace(",", " ").split()
    first, second = one[1].latest, two[1].earliest
    joined = reading.codebook.grammar.words["joined_days"].issuperset(between)
    return joined and first is not None and second is not None and second - first == DAY


def from_begin_to_end(reading: Reading, sentence: Sentence, told: Sequence[Told]) -> When | None:
    """Return the span of what "began on 8 May and ended on Saturday"."""
    words, verbs = reading.codebook.grammar.words, sentence.parse.verbs
    if not any(verb.lemma in words["beginning"] for verb in verbs):
        return None
    at = {"beginning": -1, "ending": -1}
    for number, (phrase, _) in enumerate(told):
        lemma = verbs[clause_verb(reading, sentence, phrase)].lemma if verbs else ""
        for role in at:
            if lemma in words[role] and at[role] < 0:
                at[role] = number
    if min(at.values()) < 0:
        return None
    first, last = told[at["beginning"]][1], told[at["ending"]][1]
    if first.earliest is None or last.latest is None or first.earliest >= last.latest:
        return None
    return first.model_copy(update={"latest": last.latest, "precision": Precision.SPAN})
