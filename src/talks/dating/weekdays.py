"""What the weekdays that a text names tell of its own: news calls today and yesterday by their weekdays.

The figures are those of 132 news articles that name a weekday and whose date is known.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import prod
from typing import Final

from talks.dates.almanac import WEEK
from talks.dates.meaning import Weekday
from talks.dating.sentences import Sentence

__all__ = ["likely_weekdays"]

# days from the nearest that is named to the article's, in a lead or later on: of the only one, of several
ALONE: Final = ((0.61, 0.30, 0.04, 0.02, 0.01, 0.01, 0.01), (0.42, 0.37, 0.06, 0.05, 0.06, 0.02, 0.02))
NEAREST: Final = ((0.80, 0.15, 0.02, 0.01, 0.01, 0.005, 0.005), (0.54, 0.37, 0.05, 0.01, 0.01, 0.01, 0.01))
FURTHER: Final = (0.02, 0.45, 0.20, 0.19, 0.06, 0.05, 0.03)  # from each of the others
TOGETHER: Final = 0.8  # what weekdays tell that stand beside the nearest is in part the same
STALE: Final = 0.25  # times: what a lead says was said on a weekday is of yesterday or today
AHEAD: Final = (0.27, 0.33, 0.17, 0.13, 0.05, 0.03, 0.02)  # days from the article's to one that is to come


def likely_weekdays(told: Sequence[Sentence]) -> list[float]:
    """Return for each weekday, Monday first, how likely the text is to name on it those that it names."""
    said = dict(_named(told, plans=False, said=True))
    ahead = dict(_named(told, plans=True)).keys() - said.keys()
    news = next((weekday for weekday, late in said.items() if not late), None)
    past = {weekday: late for weekday, late in _named(told, plans=False) if weekday not in ahead}
    return [
        _past(past, day)
        * prod(AHEAD[(weekday - day) % WEEK] for weekday in ahead)
        * (1.0 if news is None or (day - news) % WEEK <= 1 else STALE)
        for day in range(WEEK)
    ]


def _past(named: Mapping[int, bool], day: int) -> float:
    """Return how likely a text of one weekday is to name those as past; it tells of each whether late."""
    gaps = sorted(((day - weekday) % WEEK, late) for weekday, late in named.items())
    if not gaps:
        return 1.0
    gap, late = gaps[0]
    nearest = (NEAREST if len(gaps) > 1 else ALONE)[late][gap]
    return nearest * prod(FURTHER[further] for further, _ in gaps[1:]) ** TOGETHER


def _named(told: Sequence[Sentence], *, plans: bool, said: bool = False) -> Iterator[tuple[int, bool]]:
    """Yield the weekdays that are past, or to come, and whether they are first named after the lead."""
    named = set[int]()
    for sentence in told:
        for phrase, tense in sentence.told:
            meaning = phrase.meaning
            if not isinstance(meaning, Weekday) or not meaning.is_bare or meaning.weekday in named:
                continue
            if sentence.plans(tense) == plans and (not said or phrase.start in sentence.said):
                named.add(meaning.weekday)
                yield meaning.weekday, not sentence.lead
