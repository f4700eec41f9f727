"""Which of several years is meant, where the words don't tell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from talks.dates import almanac
from talks.dates.almanac import Stretch
from talks.dates.meaning import Calendar
from talks.models import Precision

__all__ = ["calendar_year", "nearest"]

# How much farther a date seems that lies on the other side of today than the tense says.
AGAINST: dict[str | None, tuple[float, float]] = {  # back, ahead
    "past": (1.0, 3.0),
    "future": (3.0, 1.0),
    "present": (1.0, 1.3),
    None: (1.0, 1.3),
}


def nearest(
    near: Sequence[Stretch], today: dt.date, tense: str | None, which: int | None = None
) -> Stretch | None:
    """Choose among like dates of several years: by "last" or "next", else the nearest as the tense has it.

    The tense weighs but doesn't decide: "shares payable on 2 January", "the talks were to open in July".
    """
    if which is not None and which < 0:
        return max((s for s in near if s.last < today), key=lambda s: s.last, default=None)
    if which is not None and which > 0:
        return min((s for s in near if s.first > today), key=lambda s: s.first, default=None)
    back, ahead = AGAINST[tense]
    return min(near, key=lambda s: _distance(s, today, back, ahead), default=None)


def _distance(stretch: Stretch, today: dt.date, back: float, ahead: float) -> float:
    if stretch.first <= today <= stretch.last:
        return 0
    if stretch.last < today:
        return (today - stretch.last).days * back
    return (stretch.first - today).days * ahead


def calendar_year(
    meaning: Calendar, today: dt.date | None, tense: str | None, previous: Stretch | None
) -> int | None:
    """Return the year of a calendar date: told, counted, of the narrative, or the likeliest."""
    if meaning.year is not None:
        return meaning.year
    if meaning.year_shift is not None:
        return today.year + meaning.year_shift if today else None
    told = _narrative_year(meaning, today, previous)
    if told is not None or today is None:
        return told
    if meaning.which == 0:
        return today.year
    near = list(_like_dates(meaning, today))
    chosen = nearest(near, today, tense, meaning.which)
    return chosen.first.year if chosen else None


def _like_dates(meaning: Calendar, today: dt.date) -> Iterator[Stretch]:
    """Yield the dates of the years around that fit; a weekday leaves few."""
    reach = 1 if meaning.weekday is None else 6
    for year in range(today.year - reach, today.year + reach + 1):
        found = _in_year(meaning, year)
        if found and (meaning.weekday is None or found.first.weekday() == meaning.weekday):
            yield found


def _in_year(meaning: Calendar, year: int) -> Stretch | None:
    month = almanac.months(year, meaning.month or 1)
    if meaning.day is None:
        return month
    return almanac.day(month.first.replace(day=meaning.day)) if meaning.day <= month.last.day else None


def _narrative_year(meaning: Calendar, today: dt.date | None, previous: Stretch | None) -> int | None:
    """Return the year that the narrative is in, if that is another than the article's own.

    "On 28 February 2022 … on 3 March": what follows a day of another year is of that year, if it lies later.
    """
    if previous is None or meaning.which is not None:
        return None
    exact = previous.precision is Precision.DAY and meaning.day is not None
    if today and not exact and previous.precision is not Precision.YEAR:
        return None
    if today and previous.first.year >= today.year:
        return None
    found = _in_year(meaning, previous.first.year)
    if found is None or (today and found.last < previous.first):
        return None
    fits = meaning.weekday is None or found.first.weekday() == meaning.weekday
    return previous.first.year if fits else None
