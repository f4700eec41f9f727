"""Dates as an editor writes them, no finer than they are known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Final

from talks.models import Precision, When
from talks.render.lines import Cell, Paper, Text, Word, plain

__all__ = ["TO", "date_cell", "heading", "in_brief", "in_column", "in_full", "in_month", "known_on", "on_day"]

SEASONS: Final = ("winter", "spring", "summer", "autumn")
UNKNOWN: Final = "—"
ABOUT: Final = "≈ "
TO: Final = " – "
YEAR: Final = 12  # months
LONG_COLUMN: Final = 22  # columns that hold ≈ 23 May – 23 Jun 2025

Days = tuple[dt.date, dt.date]


def heading(first: dt.date, *, whole_year: bool = False) -> str:
    """Return the heading over what begins in a month: June 2025."""
    return f"{first:%Y}" if whole_year else f"{first:%B %Y}"


def known_on(day: dt.date) -> str:
    """Return the heading over what was known on a day."""
    return f"As known on {on_day(day)}, by the reports published until then"


def in_month(when: When) -> str:
    """Return a date as it stands under the heading of its month: Mon 2, 23–25, ≈ 12, week of 9, June, —.

    What goes on into another month names both, for 23–6 Jun is no date: 23 May – 6 Jun.
    """
    if when.earliest is None or when.latest is None:
        return UNKNOWN
    return SHORT[when.precision]((when.earliest, when.latest))


def in_full(when: When) -> str:
    """Return a date that stands alone: Monday 2 June 2025, 23–25 May 2025, about 12 June 2025."""
    if when.earliest is None or when.latest is None:
        return "no date"
    return LONG[when.precision]((when.earliest, when.latest))


def in_brief(when: When) -> str:
    """Return a date in a column or in brackets: 2 Jun 2025, June 2025, 23 May – 23 Jun 2025."""
    if when.earliest is None or when.latest is None or when.precision not in (Precision.DAY, Precision.SPAN):
        return in_full(when)
    return _long_span((when.earliest, when.latest), month="%b")


def in_column(when: When, width: int | None) -> Text:
    """Return a date for a column: ≈ 16–19 May 2025, or in two parts where it is too narrow for all."""
    if when.earliest is None or when.latest is None:
        return plain(UNKNOWN)
    text = in_brief(when)
    if when.precision in (Precision.APPROX, Precision.WEEK):
        opening = ABOUT if when.precision is Precision.APPROX else "week of "
        last = when.latest if when.precision is Precision.APPROX else when.earliest
        text = opening + _long_span((when.earliest, last), month="%b")
    if width is None or len(text) <= width:
        return plain(text)
    first, to, last_part = text.partition(TO)
    if not to:
        first, to, last_part = text.partition(" of ")
    return (Word(first + to), Word(last_part)) if to else plain(text)


def date_cell(when: When, paper: Paper, width: int, *, unknown: str = UNKNOWN) -> Cell:
    """Return a date as a column so many wide; on endless paper wider, so that what follows it lines up."""
    endless = paper.width is None
    text = in_column(when, None if endless else width) if when.known else plain(unknown)
    return Cell(text, max(width, LONG_COLUMN) if endless else width)


def on_day(day: dt.date, month: str = "%B") -> str:
    """Return a day without its weekday: 2 June 2025."""
    return f"{day.day} {day:{month} %Y}"


def _is_month(days: Days) -> bool:
    """Tell whether whole months lie between two days, both included."""
    return days[0].day == 1 and (days[1] + dt.timedelta(days=1)).day == 1


def _same_month(days: Days) -> bool:
    return (days[0].year, days[0].month) == (days[1].year, days[1].month)


def _season(days: Days) -> str:
    return SEASONS[days[0].month % 12 // 3]


def _short_span(days: Days) -> str:
    first, last = days
    if first == last:
        return str(first.day)
    if _is_month(days):
        return f"{first:%b}" if _same_month(days) else _short_months(days)
    if _same_month(days):
        return f"{first.day}–{last.day}"
    year = "" if first.year == last.year else f" {last:%Y}"
    return f"{first.day} {first:%b}{TO}{last.day} {last:%b}{year}"


def _short_months(days: Days) -> str:
    first, last = days
    return f"{first:%b}–{last:%b}" if _months(days) < YEAR else f"{first:%b}{TO}{last:%b %Y}"


def _months(days: Days) -> int:
    """Count the turns of a month between two days."""
    first, last = days
    return (last.year - first.year) * YEAR + last.month - first.month


def _long_span(days: Days, month: str = "%B") -> str:
    first, last = days
    if first == last:
        return on_day(first, month)
    if _is_month(days):
        return f"{last:%B %Y}" if _same_month(days) else f"{_start(days, '%B')}–{last:%B %Y}"
    if _same_month(days):
        return f"{first.day}–{last.day} {last:{month} %Y}"
    return f"{first.day} {_start(days, month)} – {on_day(last, month)}"


def _start(days: Days, form: str) -> str:
    """Write the month in which a span begins, with its year if it ends in another."""
    first, last = days
    return f"{first:{form}}" if first.year == last.year else f"{first:{form} %Y}"


def _long_season(days: Days) -> str:
    first, last = days
    years = f"{first.year}" if first.year == last.year else f"{first.year}/{last:%y}"
    return f"{_season(days)} {years}"


SHORT: Final[dict[Precision, Callable[[Days], str]]] = {
    Precision.DAY: lambda days: f"{days[0]:%a} {days[0].day:>2}",
    Precision.WEEK: lambda days: f"week of {days[0].day}",
    Precision.MONTH: lambda days: f"{days[0]:%B}",
    Precision.SEASON: _season,
    Precision.YEAR: lambda days: f"{days[0]:%Y}",
    Precision.SPAN: _short_span,
    Precision.APPROX: lambda days: ABOUT + _short_span(days),
    Precision.UNKNOWN: lambda _: UNKNOWN,
}
LONG: Final[dict[Precision, Callable[[Days], str]]] = {
    Precision.DAY: lambda days: f"{days[0]:%A} {on_day(days[0])}",
    Precision.WEEK: lambda days: f"week of {on_day(days[0])}",
    Precision.MONTH: lambda days: f"{days[0]:%B %Y}",
    Precision.SEASON: _long_season,
    Precision.YEAR: lambda days: f"{days[0]:%Y}",
    Precision.SPAN: _long_span,
    Precision.APPROX: lambda days: f"about {_long_span(days)}",
    Precision.UNKNOWN: lambda _: UNKNOWN,
}
