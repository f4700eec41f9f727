"""What the weekdays that a text names tell of its own: news calls today and yesterday by their weekdays.

The figures are those of 95 news articles with a printed date that name a weekday.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import prod
from typing import Final

from talks.dates.almanac import WEEK
from talks.dates.meaning import Weekday
from talks.dating.sentences import Sentence

__all__ = ["is_bare", "likely_weekdays"]

FIRST: Final = (0.58, 0.26, 0.06, 0.04, 0.02, 0.03, 0.01)  # days from that first named to the article's
OTHERS: Final = (0.39, 0.37, 0.14, 0.05, 0.03, 0.01, 0.002)
TOGETHER: Final = 0.8  # what weekdays tell that stand beside the first is in part the same
AHEAD: Final = (0.27, 0.33, 0.17, 0.13, 0.05, 0.03, 0.02)  # days from the article's to one that is to come


def likely_weekdays(told: Sequence[Sentence]) -> list[float]:
    """Return for each weekday, Monday first, how likely the text is to name on it those that it names."""
    past = list(dict.fromkeys(_named(told, plans=False)))
    ahead = set(_named(told, plans=True)) - set(past)
    return [
        prod(FIRST[(day - weekday) % WEEK] for weekday in past[:1])
        * prod(OTHERS[(day - weekday) % WEEK] for weekday in past[1:]) ** TOGETHER
        * prod(AHEAD[(weekday - day) % WEEK] for weekday in ahead)
        for day in range(WEEK)
    ]


def _named(told: Sequence[Sentence], *, plans: bool) -> Iterator[int]:
    for sentence in told:
        for phrase, tense in sentence.told:
            meaning = phrase.meaning
            if isinstance(meaning, Weekday) and is_bare(meaning) and sentence.plans(tense) == plans:
                yield meaning.weekday


def is_bare(meaning: Weekday) -> bool:
    """Tell "on Friday", which is no further away than a week, from "last Friday"."""
    return meaning.which is None and meaning.week is None and not meaning.of_previous
