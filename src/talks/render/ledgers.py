"""Ledgers as flat rows, for the formats of listings: a row for each exchange and way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from talks.render.quantities import number, plain_bar
from talks.render.records import Row
from talks.render.sentences import short
from talks.rows import WHEN, when_row
from talks.views.accounts import Told
from talks.views.amounts import Amount, Way
from talks.views.exchanges import Line, Total
from talks.views.swaps import Book

__all__ = [
    "BRIEF",
    "COLUMNS",
    "MONTH_COLUMNS",
    "TOTAL_COLUMNS",
    "exchange_rows",
    "month_rows",
    "total_rows",
]

COLUMNS: Final = (
    "record", "id", *WHEN, "kind", "status", "place", "parties", "of", "from", "to", "least", "most", "about",
    "figure", "accounts", "sources", "part_of", "stages", "carried_out", "counted", "total_least",
    "total_most", "total_missing",
)  # fmt: skip
BRIEF: Final = (
    "date", "end", "kind", "status", "place", "of", "to", "figure", "sources", "part_of", "counted", "id",
)  # fmt: skip
TOTAL_COLUMNS: Final = ("sides", "of", "to", "total", "missing")
MONTH_COLUMNS: Final = ("month", "of", "to", "number", "bar", "missing")
BAR: Final = 32
YES, NO = "yes", "no"


def exchange_rows(books: Iterable[Book]) -> Iterator[Row]:
    """Yield the rows of all exchanges, stages after their wholes; those that are `counted` add up."""
    for book in books:
        for line in (*book.held, *book.undated, *book.ahead):
            yield from _rows(line, line)
            for stage in line.all_stages:
                yield from _rows(stage, line)


def total_rows(books: Iterable[Book]) -> Iterator[Row]:
    """Yield a row for each sum."""
    for book in books:
        for way in _ways(book.total):
            yield {"sides": " – ".join(map(short, book.sides)), **_summed(book.total, way, "total")}


def month_rows(books: Iterable[Book]) -> Iterator[Row]:
    """Yield a row for each sum of a month, with a bar in ASCII."""
    for book in books:
        months = list(book.months)
        for month in months:
            for way in _ways(month.total):
                most = max(
                    (m.total.amounts[w].top for m in months for w in m.total.amounts if w[0] == way[0]),
                    default=0,
                )
                name = f"{month.first:%Y}" if month.whole_year else f"{month.first:%Y-%m}"
                amount = month.total.amounts.get(way)
                drawn = plain_bar(amount, most, BAR) if amount else None
                yield {"month": name, **_summed(month.total, way, "number"), "bar": drawn}


def _summed(total: Total, way: Way, name: str) -> Row:
    amount = total.amounts.get(way)
    return {
        "of": way[0],
        "to": way[1],
        name: number(amount) if amount else None,
        "missing": total.missing.get(way, 0),
    }


def _ways(total: Total) -> list[Way]:
    return sorted({*total.amounts, *total.missing}, key=lambda way: (way[0] != "people", way[1] or ""))


def _rows(line: Line, whole: Line) -> Iterator[Row]:
    """Yield a row for each way, or one without figures."""
    told: dict[Way, Told | None] = dict(line.told)
    if line is whole and line.counts:  # what only the stages tell
        told |= {way: None for way in line.counts.amounts if way not in line.told}
    for way in told or {(line.main, None): None}:
        yield {**_event(line, whole), **_flow(line, way), **_so_far(line, whole, way)}


def _event(line: Line, whole: Line) -> Row:
    event = line.event
    return {
        "record": "exchange",
        "id": event.id,
        **when_row(event.when),
        "kind": event.kind,
        "status": event.status.value,
        "place": event.place,
        "parties": list(event.parties),
        "sources": event.sources,
        "part_of": line.whole or (whole.event.id if line is not whole else None),
        "stages": [stage.event.id for stage in line.stages],
        "carried_out": [one.event.id for one in line.carried_out],
        "counted": YES if line is whole and line.counts is not None else NO,
    }


def _flow(line: Line, way: Way) -> dict[str, Any]:
    group, side = way
    told = line.told.get(way)
    others = [name for name in line.sides if name != side]
    amount = told.amount if told else None
    counts = line.counts.amounts.get(way) if line.counts else amount
    accounts = [f"{number(a.amount)} {a.mention}" for a in told.accounts] if told else []
    return {"of": group, "from": others[0] if side and len(others) == 1 else None, "to": side} | {
        **_edges(counts, ""),
        "about": YES if amount and amount.about else NO,
        "figure": number(amount) if amount else None,
        "accounts": accounts,
    }


def _so_far(line: Line, whole: Line, way: Way) -> dict[str, Any]:
    if line is not whole or line.counts is None:
        return _edges(None, "total_") | {"total_missing": None}
    total = line.so_far
    return _edges(total.amounts.get(way), "total_") | {"total_missing": total.missing.get(way, 0)}


def _edges(amount: Amount | None, prefix: str) -> dict[str, int | None]:
    return {
        f"{prefix}least": amount.least if amount else None,
        f"{prefix}most": amount.most if amount else None,
    }
