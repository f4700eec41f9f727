"""Charts of exchanges: sparklines of each side through time, and bars by month."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from talks.render.lines import Cell, Paper, Row, Word, plain, styled
from talks.render.quantities import bar, number, plain_bar
from talks.render.sentences import short
from talks.render.sparks import scale, spark
from talks.views.exchanges import Total
from talks.views.months import Buckets
from talks.views.swaps import Book, Month

__all__ = ["chart_rows"]

DATE: Final = 11  # columns
BAR: Final = 32  # columns of the longest bar
FEW: Final = 2  # months that bars show as well
LONGEST: Final = 60  # signs of a sparkline


def chart_rows(group: str, book: Book, paper: Paper) -> Iterator[Row]:
    """Yield a heading, sparklines and bars of people or of bodies, if there are several months of them."""
    months = [month for month in book.months if _has(month.total, group)]
    if len(months) > 1:
        sparks = list(_sparks(group, months, book, paper))
        yield Row()
        yield Row(body=styled(f"{group.capitalize()} by month", "bold"))
        yield from [*sparks, Row()] if sparks else []
        yield from _bars(group, months, book, paper)


def _has(total: Total, group: str) -> bool:
    return any(of == group for of, _ in (*total.amounts, *total.missing))


def _sparks(group: str, months: Sequence[Month], book: Book, paper: Paper) -> Iterator[Row]:
    """Yield a line of signs for each side; what is known only by its year is in no bucket."""
    known = [month for month in months if not month.whole_year]
    if not known:
        return
    name = _name_width(book)
    room = min(LONGEST, paper.width - DATE - name - 2) if paper.width else LONGEST
    buckets = Buckets.covering([month.first for month in known], room)
    if buckets.size <= FEW:
        return
    totals = [Total()] * buckets.size
    for month in known:
        totals[buckets.index(month.first)] += month.total
    sides = _sides(group, known, book)
    most = max(a.least for t in totals for (of, _), a in t.amounts.items() if of == group)
    for side in sides:
        amounts = [total.amounts.get((group, side)) for total in totals]
        missing = [total.missing.get((group, side), 0) for total in totals]
        drawn = (spark(a, m, most, blocks=paper.draws) for a, m in zip(amounts, missing, strict=True))
        cells = (Cell((), DATE), Cell(styled(_towards(side), "dim"), name))
        yield Row(cells, plain("".join(drawn)))
    yield Row((Cell((), DATE), Cell((), name)), styled(scale(buckets, blocks=paper.draws), "dim"))


def _sides(group: str, months: Sequence[Month], book: Book) -> list[str | None]:
    """Return the sides that anything is known of."""
    ways = {way for month in months for way in (*month.total.amounts, *month.total.missing)}
    return [side for side in (*book.sides, None) if (group, side) in ways]


def _name_width(book: Book) -> int:
    return max(len(_towards(side)) for side in (*book.sides, None))


def _bars(group: str, months: Sequence[Month], book: Book, paper: Paper) -> Iterator[Row]:
    """Yield bars of a group by month and side."""
    amounts = [amount for month in months for (of, _), amount in month.total.amounts.items() if of == group]
    most = max(amount.top for amount in amounts)
    draw = bar if paper.draws else plain_bar
    sides, name = (*book.sides, None), _name_width(book)
    for month in months:
        title = f"{month.first:%Y}" if month.whole_year else f"{month.first:%b %Y}"
        for side in sides:
            amount = month.total.amounts.get((group, side))
            missing = month.total.missing.get((group, side), 0)
            if amount is not None or missing:
                cells = (Cell(plain(title), DATE), Cell(styled(_towards(side), "dim"), name))
                drawn = f"{draw(amount, most, BAR)} {number(amount)}" if amount else ""
                more = f"{' + ' if amount else ''}{missing} unknown" if missing else ""
                yield Row(cells, (Word(drawn), Word(more, "dim")))
                title = title if paper.width is None else ""


def _towards(side: str | None) -> str:
    return f"to {short(side)}" if side else "way not told"
