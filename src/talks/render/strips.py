"""The strip of months: a line for each year and what came of things, a column for each month."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from talks.render.lines import Cell, Paper, Row, Style, Text, Word, plain, styled
from talks.render.records import Row as Record
from talks.render.sentences import counted
from talks.render.sparks import BLOCKS, SHADES, level, none_sign
from talks.views.strips import Strip, Turnout

__all__ = ["STRIP_COLUMNS", "draw_strip", "strip_rows"]

STRIP_COLUMNS: Final = ("record", "month", *(turnout.value for turnout in Turnout), "all")
YEAR, TURNOUT, MONTH = 4, 7, 4  # columns
MONTHS: Final = tuple(dt.date(2000, n, 1) for n in range(1, 13))
ALL: Final = " all"
STYLES: Final[dict[Turnout, Style]] = {
    Turnout.HELD: "held",
    Turnout.PLANNED: "planned",
    Turnout.OFF: "off",
}
SIGNS: Final = {Turnout.HELD: BLOCKS, Turnout.PLANNED: SHADES}  # what came to nothing has no height
LEGEND: Final = {
    Turnout.HELD: "held or under way",
    Turnout.PLANNED: "agreed, planned or proposed, and no more is known",
    Turnout.OFF: "paused, called off, rejected, or without a date, as reports say",
}


def draw_strip(strip: Strip, paper: Paper) -> Iterator[Row]:
    """Yield the rows of all years in which something began, then what is in none of their months."""
    years = sorted({month.year for month in strip.months})
    if years:
        head = (Cell(styled(f"{month:%b}".rjust(MONTH), "bold"), MONTH) for month in MONTHS)
        yield Row((Cell((), YEAR), Cell((), TURNOUT), *head, Cell(styled(ALL, "bold"), MONTH)))
    most = max((sum(numbers.values()) for numbers in strip.months.values()), default=1)
    for year in years:
        yield from _year(strip, year, most, paper)
    yield from _rest(strip)
    drawn = [turnout for turnout in Turnout if _of(strip, turnout)] if paper.width else []
    yield from [Row()] if drawn else []
    for turnout in drawn:
        yield Row((Cell((), YEAR), _turnout(turnout)), styled(LEGEND[turnout], "dim"))


def strip_rows(strip: Strip) -> Iterator[Record]:
    """Yield a record for each month, each year of which no month is known, and what has no date."""
    for month, numbers in strip.months.items():
        yield _record(f"{month:%Y-%m}", numbers)
    for year, numbers in strip.years.items():
        yield _record(f"{year:04}", numbers)
    if strip.undated:
        yield _record(None, strip.undated)


def _record(month: str | None, numbers: Counter[Turnout]) -> Record:
    told = {turnout.value: numbers[turnout] for turnout in Turnout}
    return {"record": "month", "month": month, **told, "all": sum(told.values())}


def _year(strip: Strip, year: int, most: int, paper: Paper) -> Iterator[Row]:
    """Yield a row for each sort of outcome in a year; the year stands once on a terminal."""
    shown = str(year)
    for turnout in Turnout:
        numbers = [strip.months.get(month.replace(year=year), Counter())[turnout] for month in MONTHS]
        if any(numbers):
            cells = (Cell(_number(number, most, turnout, paper), MONTH) for number in numbers)
            whole = Cell(plain(f"{sum(numbers):>{MONTH}}"), MONTH)
            yield Row((Cell(plain(shown), YEAR), _turnout(turnout), *cells, whole))
            shown = shown if paper.width is None else ""


def _turnout(turnout: Turnout) -> Cell:
    return Cell(styled(turnout.value, STYLES[turnout]), TURNOUT)


def _number(number: int, most: int, turnout: Turnout, paper: Paper) -> Text:
    """Draw a number and write it; where there are no blocks, write it."""
    if not number:
        return styled(none_sign(blocks=paper.draws).rjust(MONTH), "dim")
    sign = level(number, most, SIGNS[turnout]) if paper.draws and turnout in SIGNS else ""
    return (Word(f"{sign}{number}".rjust(MONTH), STYLES[turnout]),)


def _rest(strip: Strip) -> Iterator[Row]:
    """Yield how many events are in none of the months."""
    years = {str(year): sum(numbers.values()) for year, numbers in strip.years.items()}
    told = [f"{counted(number, 'event')} known only to lie in {year}" for year, number in years.items()]
    told += [f"{counted(sum(strip.undated.values()), 'event')} without a date"] if strip.undated else []
    yield from [Row()] if told and strip.months else []
    yield from (Row(body=plain(line)) for line in told)


def _of(strip: Strip, turnout: Turnout) -> int:
    every: Iterable[Counter[Turnout]] = (*strip.months.values(), *strip.years.values(), strip.undated)
    return sum(numbers[turnout] for numbers in every)
