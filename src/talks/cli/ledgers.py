"""Print ledgers of exchanges and of promises in the format that is asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from talks.cli.listing import note_undated
from talks.cli.options import Format
from talks.cli.terminal import output_paper, say, write_lines
from talks.models import Event
from talks.render import ledgers, promises
from talks.render.dates import known_on
from talks.render.promises import Promises, promise_row
from talks.render.records import WRITERS
from talks.render.swaps import Ledger
from talks.store import Store
from talks.views.frames import load_frames
from talks.views.promises import Asked as PromisesAsked
from talks.views.promises import find_promises, last_report
from talks.views.swaps import Asked, Book, find_books
from talks.views.voices import read_reports

__all__ = ["disputed", "list_promises", "list_swaps"]

NOTHING: Final = "note: no exchange of that sort is known"
NO_PROMISE: Final = "note: no promise of that sort is known"


def list_swaps(store: Store, asked: Asked, *, form: Format, quiet: bool) -> None:
    """Print who handed how many to whom."""
    if asked.as_of:
        note_undated(store, quiet=quiet)
    books = find_books(store, asked)
    if form is Format.TABLE:
        write_lines(_drawn(store, books, asked.as_of))
    elif form is Format.MD:
        write_lines(_pages(books))
    else:
        write_lines(WRITERS[form.value](ledgers.exchange_rows(books), ledgers.COLUMNS))
    if not books and form is Format.TABLE:
        say(NOTHING, quiet=quiet)


def disputed(books: Iterable[Book]) -> list[Event]:
    """Return the exchanges of which accounts differ."""
    lines = (line for book in books for line in (*book.held, *book.undated, *book.ahead))
    every = (one for line in lines for one in (line, *line.all_stages))
    return [one.event for one in every if any(told.disputed for told in one.told.values())]


def _drawn(store: Store, books: Sequence[Book], day: dt.date | None) -> Iterator[str]:
    if day and books:
        yield from (known_on(day), "")
    screen = Ledger.on(output_paper(), read_reports(store, disputed(books)), load_frames(store))
    for book in books:
        yield from screen.book(book)
    yield from screen.legend()


def _pages(books: Sequence[Book]) -> Iterator[str]:
    """Yield three Markdown tables: the exchanges, the totals, and the sums by month."""
    write = WRITERS[Format.MD.value]
    yield from write(ledgers.exchange_rows(books), ledgers.BRIEF)
    yield ""
    yield from write(ledgers.total_rows(books), ledgers.TOTAL_COLUMNS)
    yield ""
    yield from write(ledgers.month_rows(books), ledgers.MONTH_COLUMNS)


def list_promises(store: Store, asked: PromisesAsked, *, form: Format, quiet: bool) -> None:
    """Print what was agreed, and what came of it."""
    if asked.as_of:
        note_undated(store, quiet=quiet)
    day = asked.as_of or last_report(store)
    found = find_promises(store, asked)
    sides = [frame.sides for frame in load_frames(store)]
    if form is not Format.TABLE:
        rows = (promise_row(promise, day, sides) for promise in found if day)
        write_lines(WRITERS[form.value](rows, promises.BRIEF if form is Format.MD else promises.COLUMNS))
        return
    if day and found:
        screen = Promises.on(output_paper(), sides)
        write_lines(screen.lines(found, day, given=asked.as_of is not None))
    else:
        say(NO_PROMISE, quiet=quiet)
