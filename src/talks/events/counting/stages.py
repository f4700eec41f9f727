"""Stages of a happening that are told together, each with its figure and its day.

390 prisoners on Friday, 307 on Saturday and 303 on Sunday; 390, 307 and 303 on 23, 24 and 25 May.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from talks.dates import DatePhrase
from talks.events.counting.figures import is_each, is_figure
from talks.models import Count, Precision, When
from talks.numbers import Number, load_number_words
from talks.reading import Reading, Sentence

__all__ = ["Stage", "Told", "find_stages"]

FEWEST = 2  # stages
NEAR = 8  # tokens between a figure and its day
BETWEEN = 5  # tokens between two figures of a list: 390 prisoners on each side, 307 …


class Told(NamedTuple):
    """The dates and figures of the clause [start, end) that tells of a happening."""

    start: int
    end: int
    dates: Sequence[tuple[DatePhrase, When]]
    counts: tuple[Count, ...]
    bare: str | None = None  # what is counted where the word is left out


class Stage(NamedTuple):
    """A part of a happening: when it was, and its figures."""

    when: When
    counts: tuple[Count, ...]


def find_stages(reading: Reading, sentence: Sentence, told: Told) -> list[Stage]:
    """Return the stages of a happening, before them the whole if it has figures of its own; mostly none."""
    dates = [row for row in told.dates if row[1].precision is Precision.DAY]
    if len({when.earliest for _, when in dates}) < FEWEST:
        return []
    found = reading.numbers_in(told.start, told.end)
    numbers = [n for n in found if n.value > 1 and is_figure(reading, n)]
    rows = _paired(reading, sentence, numbers, dates) or _listed(reading, numbers, dates)
    model = _model(reading, told, rows)
    if len(rows) < FEWEST or model is None:
        return []
    stages = [Stage(when, (_count(told.counts, model, number),)) for number, when in rows]
    return [*_whole(told.counts, rows), *stages]


def _model(reading: Reading, told: Told, rows: Sequence[tuple[Number, When]]) -> Count | None:
    """Return what the figures of all stages count, as far as any of them tells it."""
    each = any(is_each(reading, number, told.end) for number, _ in rows)
    values = {number.value for number, _ in rows}
    of_stages = [count for count in told.counts if count.n in values]
    if of_stages or told.bare is None:
        return next((count for count in of_stages if count.each or not each), None)
    return Count(n=0, of=told.bare, each=True) if each else None


def _paired(
    reading: Reading,
    sentence: Sentence,
    numbers: Sequence[Number],
    dates: Sequence[tuple[DatePhrase, When]],
) -> list[tuple[Number, When]]:
    """Pair every figure with the day behind it: 390 prisoners on Friday, 307 on Saturday."""
    out: list[tuple[Number, When]] = []
    last = -1
    for phrase, when in dates:
        at = reading.tokens.at(phrase.start)
        before = [n for n in numbers if last <= n.start < at]
        beside = before and (_leads_on(reading, last, before[0].start) if out else True)
        if not beside or at - before[-1].end > NEAR or (out and _has_verb(sentence, before[-1].end, at)):
            return []
        out.append((before[-1], when))
        last = reading.tokens.ending_by(phrase.end)
    return out


def _listed(
    reading: Reading, numbers: Sequence[Number], dates: Sequence[tuple[DatePhrase, When]]
) -> list[tuple[Number, When]]:
    """Pair a list of figures with a list of as many days: 390, 307 and 303 on 23, 24 and 25 May."""
    for at in range(len(numbers) - len(dates) + 1):
        run = numbers[at : at + len(dates)]
        if all(_is_list(reading, a, b) for a, b in pairwise(run)):
            return [(number, when) for number, (_, when) in zip(run, dates, strict=True)]
    return []


def _is_list(reading: Reading, number: Number, following: Number) -> bool:
    between = reading.tokens.lowers[number.end : following.start]
    words = load_number_words().words
    listed = 0 < len(between) <= BETWEEN and between[-1] in words["listing"]
    return listed and words["exchanging"].isdisjoint(between)


def _leads_on(reading: Reading, last: int, at: int) -> bool:
    """Tell whether the next stage follows at once: on Friday, and another 307."""
    words, more = reading.codebook.grammar.words, load_number_words().words["more"]
    return (words["listing"] | words["indefinite"] | more).issuperset(reading.tokens.lowers[last:at])


def _has_verb(sentence: Sentence, first: int, last: int) -> bool:
    return any(first <= verb.start < last for verb in sentence.parse.verbs)


def _count(counts: Sequence[Count], model: Count, number: Number) -> Count:
    """Return the count of a figure; one whose word is left out counts what the others do."""
    own = next((count for count in counts if count.n == number.value), None)
    told = own is not None and (own.each or not model.each)
    return own if own and told else model.model_copy(update={"n": number.value, "bound": number.bound})


def _whole(counts: Sequence[Count], rows: Sequence[tuple[Number, When]]) -> list[Stage]:
    """Return the whole with the figures that are of no stage: a thousand in three stages."""
    parts = {number.value for number, _ in rows}
    rest = tuple(count for count in counts if count.n not in parts and count.n >= max(parts))
    days = sorted(when.earliest for _, when in rows if when.earliest)
    if not rest or not days:
        return []
    update = {"earliest": days[0], "latest": days[-1], "precision": Precision.SPAN}
    return [Stage(rows[0][1].model_copy(update=update), rest)]
