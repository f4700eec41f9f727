"""Reckon which days a meaning names, seen from one possible day of publication."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any, Literal, NamedTuple

from talks.dates import almanac
from talks.dates.almanac import DAY, PRECISION, WEEK, Stretch
from talks.dates.meaning import (
    Calendar,
    Cycle,
    Decade,
    Division,
    Holiday,
    Meaning,
    Offset,
    Range,
    Unit,
    Vague,
    Weekday,
    with_year,
)
from talks.dates.years import calendar_year, nearest
from talks.models import Basis, Precision, When

__all__ = ["Scene", "Tense", "reckon"]

Tense = Literal["past", "future", "present"]
FORTNIGHT = 14  # days: from a longer stretch one does not count days or weeks
LONG = frozenset({"month", "year"})
SHORT = frozenset({"minute", "hour", "day", "week"})


class Scene(NamedTuple):
    """What a date is read against: a context with one possible day of publication."""

    today: dt.date | None
    tense: Tense | None
    previous: Stretch | None
    reference: Callable[[str], When | None]


def reckon(meaning: Meaning, scene: Scene) -> Stretch | None:
    """Return the days that a meaning names, or None where it can't be told."""
    reader: Callable[[Any, Scene], Stretch | None] | None = READERS.get(type(meaning))
    return reader(meaning, scene) if reader else None


def _calendar(meaning: Calendar, scene: Scene) -> Stretch | None:
    counted = meaning.which is not None or meaning.year_shift is not None
    basis = Basis.RELATIVE if counted else Basis.STATED
    if meaning.month is None and meaning.day is not None:
        return _day_of_some_month(meaning.day, scene)
    year = calendar_year(meaning, scene.today, scene.tense, scene.previous)
    if year is None:
        return None
    if meaning.day and meaning.month:
        return almanac.day(dt.date(year, meaning.month, meaning.day), basis)
    whole = almanac.months(year, meaning.month) if meaning.month else almanac.years(year)
    return almanac.part_of(whole, meaning.part, scene.today)._replace(basis=basis)


def _day_of_some_month(number: int, scene: Scene) -> Stretch | None:
    """Read "the 25th": the next one as the narrative goes on, else the nearest."""
    origin = scene.previous.first if scene.previous else scene.today
    if origin is None:
        return None
    near = [almanac.months(origin.year, origin.month + shift) for shift in (-1, 0, 1)]
    days = [month.first + (number - 1) * DAY for month in near if number <= month.last.day]
    if scene.previous:
        chosen = next((almanac.day(day) for day in days if day > origin - WEEK * DAY), None)
    else:
        chosen = nearest([almanac.day(day) for day in days], origin, scene.tense)
    return chosen._replace(basis=Basis.STATED) if chosen else None


def _weekday(meaning: Weekday, scene: Scene) -> Stretch | None:
    origin = scene.previous.last if meaning.of_previous and scene.previous else scene.today
    if origin is None:
        return None
    if meaning.week is not None:
        monday = origin - origin.weekday() * DAY
        return almanac.day(monday + (WEEK * meaning.week + meaning.weekday) * DAY)
    back = (origin.weekday() - meaning.weekday) % WEEK
    if meaning.which is None or meaning.which == 0:
        ahead = scene.tense == "future" or (meaning.which == 0 and scene.tense is None)
        return almanac.day(origin + ((-origin.weekday() + meaning.weekday) % WEEK if ahead else -back) * DAY)
    return almanac.day(origin + (-back or -WEEK if meaning.which < 0 else WEEK - back) * DAY)


def _cycle(meaning: Cycle, scene: Scene) -> Stretch | None:
    if meaning.of_previous:
        return _same(meaning, scene)
    if told := _narrated(meaning, scene):
        return told
    if scene.today is None:
        return None
    shift = meaning.shift
    weekend = meaning.unit == "weekend" and scene.today.weekday() < almanac.SATURDAY
    if shift is None or (weekend and shift == 0 and scene.tense == "past"):
        # at the weekend, this weekend: the coming one in the future, else the last that has begun
        shift = 0 if scene.tense == "future" or not weekend else -1
    found = almanac.part_of(almanac.period(meaning.unit, scene.today, shift), meaning.part, scene.today)
    own = meaning.unit == "day" and shift == 0
    return found._replace(basis=Basis.PUBLISHED) if own else found


def _narrated(meaning: Cycle, scene: Scene) -> Stretch | None:
    """Read "towards the end of the month" where the past is told: of the month told last, if it is over."""
    told, today = scene.previous, scene.today
    if told is None or meaning.shift != 0 or not meaning.part or meaning.unit not in LONG:
        return None
    own = almanac.period(meaning.unit, today, 0) if today else None
    ahead = own is None or almanac.part_of(own, meaning.part, today).first > (today or own.first)
    over = own is None or told.last < own.first
    whole = almanac.period(meaning.unit, told.first, 0)
    if scene.tense != "past" or told.last > whole.last or not (over and (ahead or meaning.part == "later")):
        return None
    return almanac.part_of(whole, meaning.part, told.last)


def _same(meaning: Cycle, scene: Scene) -> Stretch | None:
    told = _told(scene, meaning.unit)
    if told is None:  # "later in the day" is the article's own
        own = meaning.part is not None and scene.today is not None
        return almanac.day(scene.today, Basis.PUBLISHED) if own and scene.today else None
    if meaning.unit == "day":
        return told._replace(basis=Basis.RELATIVE)
    return almanac.period(meaning.unit, told.first, 0)


def _division(meaning: Division, scene: Scene) -> Stretch | None:
    year, today = meaning.year, scene.today
    if year is None and meaning.year_shift is not None and today:
        year = today.year + meaning.year_shift
    if meaning.number is None:
        return _unnumbered(meaning, year, scene)
    if year is not None:
        found: Stretch | None = _divided(meaning, year)
    elif today is None:
        return None
    else:
        near = [_divided(meaning, today.year + shift) for shift in (-2, -1, 0, 1)]
        if scene.tense == "future" and meaning.unit == "season":  # a quarter is reported on when it is over
            near = [part for part in near if part.last >= today]
        found = nearest(near, today, scene.tense, meaning.which)
    basis = Basis.STATED if meaning.year else Basis.RELATIVE
    return almanac.part_of(found, meaning.part, today)._replace(basis=basis) if found else None


def _divided(meaning: Division, year: int) -> Stretch:
    number = meaning.number or 0
    if meaning.unit == "season":
        return almanac.season(year, number)
    count = almanac.PER_UNIT[meaning.unit]
    return almanac.months(year, (number - 1) * count + 1, count)


def _unnumbered(meaning: Division, year: int | None, scene: Scene) -> Stretch | None:
    """Read "the quarter": the one told last, else the last that is over."""
    previous, today = scene.previous, scene.today
    if meaning.which is None and previous and _is_quarter(previous):
        back = 0 if year is None else year - previous.first.year
        return almanac.months(previous.first.year + back, previous.first.month, 3)
    if today is None or year is not None:
        return None
    return almanac.period(meaning.unit, today, -1 if meaning.which is None else meaning.which)


def _is_quarter(stretch: Stretch) -> bool:
    return stretch.precision is Precision.SPAN and (stretch.last - stretch.first).days in range(89, 93)


def _offset(meaning: Offset, scene: Scene) -> Stretch | None:
    origin = _origin(meaning, scene)
    if origin is None or (meaning.ahead and scene.tense == "past"):  # "three died in ten days"
        return None
    if _keeps_length(meaning, scene.previous):
        return _same_length(scene.previous or origin, meaning)
    start = origin.first if meaning.sign < 0 else origin.last
    near, far = (almanac.step(start, meaning.sign * n, meaning.unit) for n in (meaning.least, meaning.most))
    basis = Basis.REFERENCE if origin.basis is Basis.REFERENCE else Basis.RELATIVE
    if meaning.through and start != far:
        return Stretch(min(start, far), max(start, far), Precision.SPAN, basis)
    if near != far or (meaning.rough and meaning.unit in ("day", "week")):
        return Stretch(min(near, far), max(near, far), Precision.APPROX, basis)
    if meaning.unit in PRECISION and meaning.unit not in ("day", "hour", "minute"):
        unit: Unit = "year" if meaning.unit == "decade" else meaning.unit
        return almanac.period(unit, near, 0)._replace(basis=basis)
    return almanac.day(near, basis)


def _keeps_length(meaning: Offset, previous: Stretch | None) -> bool:
    """Tell whether "a year ago" compares: what was told last is a month or quarter."""
    if previous is None or meaning.unit != "year" or meaning.origin == "named" or meaning.through:
        return False
    compared = meaning.origin == "previous" and previous.precision in (Precision.MONTH, Precision.SEASON)
    return compared or (_is_quarter(previous) and meaning.least == meaning.most == 1)


def _same_length(origin: Stretch, meaning: Offset) -> Stretch:
    """Read "a year earlier" of a month or quarter as that month or quarter."""
    first = almanac.step(origin.first, meaning.sign * meaning.least, "year")
    after = almanac.step(origin.last + DAY, meaning.sign * meaning.least, "year")
    return Stretch(first, after - DAY, origin.precision)


def _origin(meaning: Offset, scene: Scene) -> Stretch | None:
    here = almanac.day(scene.today) if scene.today else None
    if meaning.origin == "published":
        return here
    if meaning.base:
        return reckon(meaning.base, scene)
    if meaning.origin == "named":
        found = Stretch.of(scene.reference(meaning.words or ""))
        return found._replace(basis=Basis.REFERENCE) if found else None
    return _told(scene, meaning.unit) or (here if meaning.sign < 0 else None)


def _told(scene: Scene, unit: Unit) -> Stretch | None:
    """Return the date last told if one can count from it: fine enough, and no plan where the past is told."""
    told, today = scene.previous, scene.today
    if told is None or (scene.tense == "past" and today is not None and told.first > today):
        return None
    coarse = unit in SHORT and (told.last - told.first).days > FORTNIGHT
    return None if coarse else told


def _vague(meaning: Vague, scene: Scene) -> Stretch | None:
    if scene.today is None or (meaning.ahead and scene.tense == "past"):  # "he was soon released"
        return None
    if meaning.direction == 0:
        return almanac.day(scene.today, Basis.PUBLISHED)
    far = scene.today + (meaning.days or 0) * meaning.direction * DAY
    return Stretch(min(scene.today, far), max(scene.today, far), Precision.APPROX, Basis.RELATIVE)


def _holiday(meaning: Holiday, scene: Scene) -> Stretch | None:
    def feast(year: int) -> Stretch:
        first = almanac.holiday(meaning, year)
        last = first + (meaning.days - 1) * DAY
        return Stretch(first, last, Precision.DAY if meaning.days == 1 else Precision.SPAN, Basis.STATED)

    if meaning.year is not None:
        return feast(meaning.year)
    if scene.today is None:
        return None
    near = [feast(scene.today.year + shift) for shift in (-1, 0, 1)]
    return nearest(near, scene.today, scene.tense, meaning.which)


def _decade(meaning: Decade, scene: Scene) -> Stretch:
    whole = almanac.years(meaning.first, meaning.years)
    return almanac.part_of(whole, meaning.part, scene.today)._replace(basis=Basis.STATED)


def _range(meaning: Range, scene: Scene) -> Stretch | None:
    first = reckon(meaning.first, scene)
    if first is None:
        return None
    last = reckon(_after(meaning.last, first), scene)
    if last is None or last.last < first.first:
        return None
    precision = Precision.DAY if first.first == last.last else Precision.SPAN
    return Stretch(first.first, last.last, precision, first.basis)


def _after(meaning: Meaning, first: Stretch) -> Meaning:
    """Let the end of a range come after its start."""
    if isinstance(meaning, Weekday):
        day = first.first
        days = (meaning.weekday - day.weekday()) % WEEK
        return Offset("day", days, days, 1, "named", base=Calendar(day.year, day.month, day.day))
    month = meaning.month if isinstance(meaning, Calendar) else None
    turned = month is not None and month < first.first.month
    return with_year(meaning, first.first.year + turned)


READERS: Mapping[type, Callable[[Any, Scene], Stretch | None]] = {
    Calendar: _calendar,
    Weekday: _weekday,
    Cycle: _cycle,
    Division: _division,
    Offset: _offset,
    Vague: _vague,
    Holiday: _holiday,
    Decade: _decade,
    Range: _range,
}
