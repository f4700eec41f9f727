"""Months: in which one something began, and rows of them that fit into so much room."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from itertools import chain, count
from typing import Final

from talks.models import Precision, When

__all__ = ["Buckets", "first_month"]

MONTH: Final = dt.timedelta(days=31)  # what may last longer is of no month
YEAR: Final = 12  # months
STEPS: Final = (1, 3, 6)  # months that make up a year; then whole years, each time twice as many


def first_month(when: When) -> tuple[dt.date, bool]:
    """Return the first day of the month in which something began; and whether only its year is known."""
    first, last = when.earliest or dt.date.max, when.latest or dt.date.max
    whole_year = when.precision in (Precision.YEAR, Precision.SEASON) or last - first > MONTH
    return first.replace(day=1), whole_year


@dataclass(frozen=True, slots=True)
class Buckets:
    """A row of `size` buckets of `step` months each; the first begins with the month `start` since year 0."""

    start: int
    step: int
    size: int

    @classmethod
    def covering(cls, months: Collection[dt.date], room: int) -> Buckets:
        """Return the finest buckets that hold all of some months and are at most `room` (two at least).

        Buckets begin where a calendar has them: quarters in January, April, July and October.
        """
        first, last = _number(min(months)), _number(max(months))
        steps = chain(STEPS, (YEAR * 2**n for n in count()))
        return next(made for step in steps if (made := cls._of(first, last, step)).size <= max(2, room))

    @classmethod
    def _of(cls, first: int, last: int, step: int) -> Buckets:
        start = first - first % step
        return cls(start, step, (last - start) // step + 1)

    def index(self, day: dt.date) -> int:
        """Return the bucket that a day falls into, from 0."""
        return (_number(day) - self.start) // self.step

    def begin(self, index: int) -> dt.date:
        """Return the first day of a bucket."""
        year, month = divmod(max(YEAR, self.start + index * self.step), YEAR)
        return dt.date(year, month + 1, 1)


def _number(day: dt.date) -> int:
    """Count months from the year 0 on."""
    return day.year * YEAR + day.month - 1
