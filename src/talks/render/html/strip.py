"""Pictures of time: lanes with a mark for each thing that has a date, and as much room as its date is wide.

Positions are hundredths of the width, so that nothing is measured in letters and a picture fits any screen.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from talks.models import Precision, When

__all__ = ["Lane", "Look", "Mark", "Strip", "Tick", "draw_strip"]

T = TypeVar("T")
Dated = tuple[T, When]
Days = tuple[int, int]  # day numbers, both included

AXIS: Final = 20  # pixels beneath the lanes
MARGIN: Final = 0.02  # of the days on either side
FULL: Final = 100.0
YEAR, QUARTER = 12, 3  # months
MANY_MONTHS, SOME_MONTHS = 40, 14  # from which only years, or quarters, are written at the axis
SURE: Final = frozenset({Precision.DAY, Precision.SPAN})


@dataclass(frozen=True, slots=True)
class Look:
    """How lanes are laid out, in pixels; marks nearer than `apart` hundredths stack up to `rows` high."""

    label: int = 16
    row: int = 14
    gap: int = 4
    rows: int = 5
    apart: float = 1.4


@dataclass(frozen=True, slots=True)
class Mark(Generic[T]):
    """A thing in its lane: the day numbers that bound it, and where these are drawn."""

    what: T
    first: int
    last: int
    sure: bool  # that it took all these days; else it lies somewhere in them
    x: float
    width: float
    y: int

    @property
    def middle(self) -> float:
        """Where the mark itself is drawn."""
        return round(self.x + self.width / 2, 2)


@dataclass(frozen=True, slots=True)
class Lane(Generic[T]):
    """Things of one sort; a lane without any is the heading of those beneath it."""

    name: str
    top: int
    height: int
    marks: tuple[Mark[T], ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the axis, with its words."""

    x: float
    words: str


@dataclass(frozen=True, slots=True)
class Strip(Generic[T]):
    """The whole picture, from the first day number to the last; `today` is where the day of a report ends."""

    first: int
    last: int
    height: int
    lanes: tuple[Lane[T], ...]
    ticks: tuple[Tick, ...]
    today: float
    day: int


@dataclass(frozen=True, slots=True)
class _Scale:
    first: int
    last: int

    def at(self, day: float) -> float:
        return round((day - self.first) / (self.last - self.first) * FULL, 2)


def draw_strip(
    sorts: Sequence[tuple[str, Iterable[Dated[T]]]], day: dt.date, look: Look | None = None
) -> Strip[T] | None:
    """Draw what has a date, a lane for each sort by its name; None if nothing has a date."""
    look = look or Look()
    dated = [(name, [(what, when) for what, when in things if when.known]) for name, things in sorts]
    every = [_days(when) for _, things in dated for _, when in things]
    if not every:
        return None
    scale = _scale(every, day)
    lanes: list[Lane[T]] = []
    top = 0
    for name, things in dated:
        lanes.append(_lane(name, things, scale, top, look))
        top += lanes[-1].height
    ticks, today = tuple(_ticks(scale)), scale.at(day.toordinal() + 1)
    return Strip(scale.first, scale.last, top + AXIS, tuple(lanes), ticks, today, day.toordinal())


def _days(when: When) -> Days:
    return (when.earliest or dt.date.min).toordinal(), (when.latest or dt.date.max).toordinal()


def _scale(days: Sequence[Days], day: dt.date) -> _Scale:
    first = min(first for first, _ in days)
    last = max(day.toordinal(), *(last for _, last in days)) + 1
    margin = max(1, round((last - first) * MARGIN))
    return _Scale(max(1, first - margin), min(dt.date.max.toordinal(), last + margin))


def _lane(name: str, things: Iterable[Dated[T]], scale: _Scale, top: int, look: Look) -> Lane[T]:
    ends: list[float] = []
    marks = []
    for what, when in sorted(things, key=lambda thing: _days(thing[1])):
        first, last = _days(when)
        x = scale.at(first)
        width = round(scale.at(last + 1) - x, 2)
        taken = max(width, look.apart)
        row = _row(ends, x + (width - taken) / 2, taken, look.rows)
        y = top + look.label + row * look.row + look.row // 2
        marks.append(Mark(what, first, last, when.precision in SURE, x, width, y))
    rows = max(1, len(ends)) if look.label == 0 else len(ends)
    return Lane(name, top, look.label + rows * look.row + look.gap, tuple(marks))


def _row(ends: list[float], x: float, width: float, most: int) -> int:
    """Return the first row that is free from `x` on, else that which is free the soonest, and take it."""
    free = next((row for row, end in enumerate(ends) if end <= x), None)
    if free is None and len(ends) < most:
        ends.append(0)
        free = len(ends) - 1
    row = min(range(len(ends)), key=ends.__getitem__) if free is None else free
    ends[row] = max(ends[row], x + width)
    return row


def _ticks(scale: _Scale) -> Iterator[Tick]:
    """Yield the first days of years, quarters or months, whichever are few enough."""
    first, last = dt.date.fromordinal(scale.first), dt.date.fromordinal(scale.last)
    months = (last.year - first.year) * YEAR + last.month - first.month
    step = YEAR if months > MANY_MONTHS else QUARTER if months > SOME_MONTHS else 1
    form = "%b %Y"  # the first tells the year, whichever month it is
    for n in range(months + 1):
        year, month = first.year + (first.month - 1 + n) // YEAR, (first.month - 1 + n) % YEAR + 1
        begin = dt.date(year, month, 1)
        if (month - 1) % step == 0 and scale.first <= begin.toordinal():
            yield Tick(scale.at(begin.toordinal()), f"{begin:%Y}" if month == 1 else f"{begin:{form}}")
            form = "%b"
