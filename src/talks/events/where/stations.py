"""Where each of several was, listed by their days: in Castrel on 3 and 7 March, in Tresk on the 29th."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from talks.events.where.places import place_named
from talks.models import When
from talks.reading import Reading, Sentence

__all__ = ["find_stations"]


def find_stations(
    reading: Reading, sentence: Sentence, start: int, whens: Sequence[When]
) -> list[str | None]:
    """Return the place told with each day of a list, from token `start` on; none where no place is told.

    A place before a day is that of the days after it, up to the next place. Where none stands before
    the first day, each has its place behind it.
    """
    days = [when.phrase for when in whens]
    spans = [(reading.tokens.at(day.start), reading.tokens.ending_by(day.end)) for day in days if day]
    if len(spans) < len(whens) or spans != sorted(spans):
        return [None] * len(whens)
    ends = [start, *(end for _, end in spans)]
    where = partial(place_named, reading, told=True)
    before = [where(end, at) for end, (at, _) in zip(ends, spans, strict=False)]
    if before[0] is None:
        nexts = [*(at for at, _ in spans[1:]), sentence.last]
        return [where(end, at) for end, at in zip(ends[1:], nexts, strict=True)]
    out: list[str | None] = []
    for place in before:
        out.append(place or out[-1])
    return out
