"""When a date that was read is right, and when it can at least be the same."""

from __future__ import annotations

import datetime as dt
from typing import Final

from talks.evaluation.records import Dated, Days, days_of

__all__ = ["is_compatible", "is_right"]

# Days by which a date of each precision may be off and still mean the same.
SLACK: Final = {"week": 7, "season": 45, "span": 2, "approx": 10, "unknown": 400}
OPEN: Final = frozenset({"unknown", "approx"})
LONGEST_DAY: Final = 3  # days that a date may span where one day is meant
BROADER: Final = 3  # times that a date may span the days that are meant, a month at least
MONTH: Final = dt.timedelta(days=31)
DAY: Final = dt.timedelta(days=1)


def is_right(gold: Dated, got: Dated) -> bool:
    """Tell whether a date is right to the gold's own precision; one much vaguer than the gold is wrong.

    Where the gold has no date, none or an approximate one is right.
    """
    meant, read = _reach(gold), _reach(got)
    if meant is None:
        return read is None or got.precision in OPEN
    if read is None:
        return False
    if gold.fineness == "day":
        first, last = _written(got)
        return first <= meant[0] <= last and (last - first).days <= LONGEST_DAY
    return _meet(meant, read) and read[1] - read[0] <= BROADER * max(meant[1] - meant[0], MONTH)


def is_compatible(gold: Dated, got: Dated) -> bool:
    """Tell whether two dates can be of one happening, a day's difference included."""
    meant, read = _reach(gold), _reach(got)
    return meant is None or read is None or _meet((meant[0] - DAY, meant[1] + DAY), read)


def _written(when: Dated) -> Days:
    """Return the first and last day of a date as it is written."""
    first, last = days_of(when.date or "")
    return (first, days_of(when.end)[1]) if when.end else (first, last)


def _reach(when: Dated) -> Days | None:
    """Return the first and last day that a date can mean, or None where there is none."""
    if not when.date:
        return None
    begun = days_of(when.date)
    first, last = begun[0], max(begun[1], _written(when)[1])
    if when.precision == "month":
        first, last = first.replace(day=1), days_of(last.isoformat()[:7])[1]
    elif when.precision == "year":
        first, last = dt.date(first.year, 1, 1), dt.date(last.year, 12, 31)
    slack = dt.timedelta(days=SLACK.get(when.fineness, 0))
    return first - slack, last + slack


def _meet(one: Days, two: Days) -> bool:
    return one[0] <= two[1] and two[0] <= one[1]
