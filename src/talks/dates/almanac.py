"""Calendar arithmetic: periods, their parts, and steps between days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import NamedTuple

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter
from dateutil.relativedelta import relativedelta

from talks.dates.meaning import Holiday, Unit
from talks.models import Basis, Precision, When, month_end

__all__ = ["Stretch", "day", "holiday", "months", "part_of", "period", "season", "step", "years"]

DAY = dt.timedelta(days=1)
WEEK = 7
SATURDAY = 5
DAY_HOURS = 24
YEAR_MONTHS = 12
PER_UNIT: Mapping[Unit, int] = {"quarter": 3, "season": 3, "half": 6}  # months
PRECISION: Mapping[Unit, Precision] = {
    "minute": Precision.DAY,
    "hour": Precision.DAY,
    "day": Precision.DAY,
    "week": Precision.WEEK,
    "month": Precision.MONTH,
    "season": Precision.SEASON,
    "year": Precision.YEAR,
    "decade": Precision.YEAR,
}


class Stretch(NamedTuple):
    """The first and last day that something may lie on, how fine that is, and why it is believed."""

    first: dt.date
    last: dt.date
    precision: Precision
    basis: Basis = Basis.RELATIVE

    @classmethod
    def of(cls, when: When | None) -> Stretch | None:
        """Take a known date, else None."""
        if when is None or when.earliest is None or when.latest is None:
            return None
        return cls(when.earliest, when.latest, when.precision, when.basis)


def day(when: dt.date, basis: Basis = Basis.RELATIVE) -> Stretch:
    """Return one day."""
    return Stretch(when, when, Precision.DAY, basis)


@lru_cache(maxsize=1024)
def months(year: int, month: int, count: int = 1) -> Stretch:
    """Return whole months from one on; the month may lie outside 1 to 12."""
    year, month = year + (month - 1) // YEAR_MONTHS, (month - 1) % YEAR_MONTHS + 1
    first = dt.date(year, month, 1)
    last = first + relativedelta(months=count) - DAY
    return Stretch(first, last, Precision.MONTH if count == 1 else Precision.SPAN)


def years(year: int, count: int = 1) -> Stretch:
    """Return whole years from one on."""
    last = dt.date(year + count - 1, YEAR_MONTHS, 31)
    return Stretch(dt.date(year, 1, 1), last, Precision.YEAR if count == 1 else Precision.SPAN)


def season(year: int, number: int) -> Stretch:
    """Return a season: winter (0) is the one that begins in the year's December."""
    start = YEAR_MONTHS if number == 0 else number * 3
    whole = months(year, start, 3)
    return Stretch(whole.first, whole.last, Precision.SEASON)


def period(unit: Unit, today: dt.date, shift: int) -> Stretch:
    """Return the period of a unit that lies so many from the one of a day."""
    if unit in ("day", "hour", "minute"):
        return day(today + shift * DAY if unit == "day" else today)
    if unit in ("week", "weekend"):
        monday = today + (WEEK * shift - today.weekday()) * DAY
        week = Stretch(monday, monday + 6 * DAY, Precision.WEEK)
        return week if unit == "week" else Stretch(monday + SATURDAY * DAY, week.last, Precision.SPAN)
    if unit == "month":
        return months(today.year, today.month + shift)
    if unit in ("quarter", "half"):
        count = PER_UNIT[unit]
        return months(today.year, (today.month - 1) // count * count + 1 + shift * count, count)
    if unit == "season":
        return season(today.year + (today.month // 3 - 1 + shift) // 4, (today.month // 3 + shift) % 4)
    count = {"decade": 10, "century": 100}.get(unit, 1)
    return years(max(1, today.year // count * count + shift * count), count)


def step(origin: dt.date, count: int, unit: Unit) -> dt.date:
    """Return the day so many units from another; ValueError and OverflowError beyond the calendar."""
    if unit in ("minute", "hour"):
        return origin + (int(count / DAY_HOURS) if unit == "hour" else 0) * DAY
    scale = {"quarter": 3, "season": 3, "half": 6, "decade": 10, "century": 100}.get(unit, 1)
    kind = "weeks" if unit in ("week", "weekend") else "days" if unit == "day" else "months"
    if unit in ("year", "decade", "century"):
        kind = "years"
    stepped: dt.date = origin + relativedelta(**{kind: count * scale})  # type: ignore[arg-type]
    return stepped


def part_of(whole: Stretch, part: str | None, today: dt.date | None = None) -> Stretch:
    """Narrow a period to its early, middle or late part, its half, or its first or last days."""
    if part is None:
        return whole
    name, _, number = part.partition("-")
    narrowed = PARTS[name](whole, int(number or 0), today)
    if name in ("half", "first", "last", "week") and whole.precision is not Precision.SEASON:
        return Stretch(*narrowed, Precision.SPAN, whole.basis)
    loose = whole.precision is Precision.WEEK and name not in ("earlier", "later")
    return Stretch(*narrowed, Precision.APPROX if loose else whole.precision, whole.basis)


Ends = tuple[dt.date, dt.date]


def _third(n: int) -> Callable[[Stretch, int, dt.date | None], Ends]:
    def narrow(whole: Stretch, _number: int, _today: dt.date | None) -> Ends:
        return _slice(whole, n, 3)

    return narrow


def _slice(whole: Stretch, n: int, of: int) -> Ends:
    """Cut a period in equal parts: in months where it has enough, else in days."""
    first, last = whole.first, whole.last
    length = (last.year - first.year) * YEAR_MONTHS + last.month - first.month + 1
    if length >= of * YEAR_MONTHS:
        whole_years = length // YEAR_MONTHS
        start, stop = n * whole_years // of, (n + 1) * whole_years // of
        piece = years(first.year + start, stop - start)
        return piece.first, piece.last
    if length >= of:
        piece = months(first.year, first.month + n * length // of, (n + 1) * length // of - n * length // of)
        return piece.first, piece.last
    total = (last - first).days + 1
    return first + n * total // of * DAY, first + ((n + 1) * total // of - 1) * DAY


def _half(whole: Stretch, number: int, _today: dt.date | None) -> Ends:
    return _slice(whole, number - 1, 2)


def _first(whole: Stretch, number: int, _today: dt.date | None) -> Ends:
    return whole.first, min(whole.last, whole.first + (max(number, 1) - 1) * DAY)


def _last(whole: Stretch, number: int, _today: dt.date | None) -> Ends:
    return max(whole.first, whole.last - (max(number, 1) - 1) * DAY), whole.last


def _week(whole: Stretch, number: int, _today: dt.date | None) -> Ends:
    first = min(whole.last, whole.first + WEEK * (max(number, 1) - 1) * DAY)
    return first, min(whole.last, first + 6 * DAY)


def _earlier(whole: Stretch, _number: int, today: dt.date | None) -> Ends:
    return whole.first, today if today and _splits(whole, today) else whole.last


def _later(whole: Stretch, _number: int, today: dt.date | None) -> Ends:
    return today if today and _splits(whole, today) else whole.first, whole.last


def _splits(whole: Stretch, today: dt.date) -> bool:
    """Tell whether what is earlier or later in a period is told apart; a week stays whole."""
    return whole.first <= today <= whole.last and whole.precision is not Precision.WEEK


PARTS: Mapping[str, Callable[[Stretch, int, dt.date | None], Ends]] = {
    "early": _third(0),
    "mid": _third(1),
    "late": _third(2),
    "half": _half,
    "first": _first,
    "last": _last,
    "week": _week,
    "earlier": _earlier,
    "later": _later,
}


def holiday(feast: Holiday, year: int) -> dt.date:
    """Return the first day of a feast in a year."""
    if feast.easter is not None:
        sunday = easter(year, EASTER_ORTHODOX if feast.orthodox else EASTER_WESTERN)
        return sunday + feast.easter * DAY
    month = feast.month or 1
    if feast.nth is None:
        return dt.date(year, month, feast.day or 1)
    if feast.nth < 0:
        end = month_end(year, month)
        return end - (end.weekday() - (feast.weekday or 0)) % WEEK * DAY
    first = dt.date(year, month, 1)
    return first.replace(day=((feast.weekday or 0) - first.weekday()) % WEEK + WEEK * feast.nth - 6)
