"""What a date phrase means, before it is known when the article appeared.

A meaning says how to find the date, not the date: "last Friday" is a `Weekday` that lies back. All counts
of periods are relative to the current one: -1 is the last, 0 this, 1 the next.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

__all__ = [
    "Calendar",
    "Clock",
    "Cycle",
    "Decade",
    "Division",
    "Duration",
    "Holiday",
    "Meaning",
    "Offset",
    "Range",
    "Recurring",
    "Unit",
    "Vague",
    "Weekday",
    "with_year",
]

Unit = Literal[
    "minute",
    "hour",
    "day",
    "week",
    "weekend",
    "month",
    "quarter",
    "half",
    "season",
    "year",
    "decade",
    "century",
]


@dataclass(frozen=True, slots=True)
class Calendar:
    """A day, month or year by its name: "Monday, 2 June", "late May", "2022", "the 25th"."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    which: int | None = None  # "last June", "this September"
    year_shift: int | None = None  # "June last year"
    part: str | None = None


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day by its weekday: "Friday", "last Friday", "Monday of this week"."""

    weekday: int
    which: int | None = None
    week: int | None = None
    of_previous: bool = False  # "the following Monday": counted from the date last told

    @property
    def is_bare(self) -> bool:
        """Whether it is no further away than a week: "on Friday", not "last Friday"."""
        return self.which is None and self.week is None and not self.of_previous


@dataclass(frozen=True, slots=True)
class Cycle:
    """A period counted from the present one: "yesterday", "last week", "the weekend"."""

    unit: Unit
    shift: int | None = 0  # None: the tense decides
    part: str | None = None
    of_previous: bool = False  # "that week": the one last told

    @property
    def is_today(self) -> bool:
        """Whether it is the present day: "today", "this morning"."""
        return self.unit == "day" and self.shift == 0


@dataclass(frozen=True, slots=True)
class Division:
    """A named part of a year: "the third quarter", "spring 2022", "the first half of next year"."""

    unit: Unit
    number: int | None
    year: int | None = None
    which: int | None = None
    year_shift: int | None = None
    part: str | None = None


@dataclass(frozen=True, slots=True)
class Offset:
    """A distance from a point: "two days ago", "a week later", "six days after the ceasefire"."""

    unit: Unit
    least: int
    most: int
    sign: int
    origin: Literal["published", "previous", "named"] = "published"
    words: str | None = None  # of the named happening
    base: Meaning | None = None  # or a date in its place
    rough: bool = False
    ahead: bool = False  # "in ten days": a date only where the future is told
    through: bool = False  # all the time up to the point: "the past two weeks", "within ten days"


@dataclass(frozen=True, slots=True)
class Holiday:
    """A feast: a fixed day, one counted from Easter, or the nth weekday of a month (-1: the last)."""

    name: str
    month: int | None = None
    day: int | None = None
    easter: int | None = None
    orthodox: bool = False
    weekday: int | None = None
    nth: int | None = None
    year: int | None = None
    which: int | None = None
    days: int = 1


@dataclass(frozen=True, slots=True)
class Decade:
    """Ten years, or with `years=100` a century: "the late 1990s", "the 19th century"."""

    first: int
    part: str | None = None
    years: int = 10


@dataclass(frozen=True, slots=True)
class Range:
    """From one date to another."""

    first: Meaning
    last: Meaning


@dataclass(frozen=True, slots=True)
class Vague:
    """Some time about the present one: "soon", "in recent weeks", "now"."""

    direction: int
    days: int | None = None
    ahead: bool = False  # "soon": a date only where the future is told


@dataclass(frozen=True, slots=True)
class Duration:
    """How long, not when: "for two weeks", "a 30-day truce"."""

    least: int
    most: int
    unit: str


@dataclass(frozen=True, slots=True)
class Recurring:
    """How often, not when: "every Monday", "daily"."""

    words: str


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of no day of its own: "2 p.m.", "at noon"."""

    time: str


Meaning: TypeAlias = (
    Calendar
    | Weekday
    | Cycle
    | Division
    | Offset
    | Holiday
    | Decade
    | Range
    | Vague
    | Duration
    | Recurring
    | Clock
)


def with_year(meaning: Meaning, year: int) -> Meaning:
    """Give a year to a date that tells none."""
    if isinstance(meaning, Range):
        return Range(with_year(meaning.first, year), with_year(meaning.last, year))
    if isinstance(meaning, Calendar) and _yearless(meaning) and meaning.month is not None:
        return replace(meaning, year=year)
    if isinstance(meaning, Division) and _yearless(meaning):
        return replace(meaning, year=year)
    return meaning


def _yearless(meaning: Calendar | Division) -> bool:
    return meaning.year is None and meaning.which is None and meaning.year_shift is None
