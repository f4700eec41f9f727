"""Print timelines and lists of statements in the format that is asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING, Final, TypeVar

from talks.cli.options import Format
from talks.cli.pager import show
from talks.cli.terminal import output_paper, say, write_lines
from talks.models import Statement
from talks.render import rows
from talks.render.dates import known_on
from talks.render.lines import Paper
from talks.render.lines import Row as Line
from talks.render.records import WRITERS, Row
from talks.render.sentences import counted
from talks.render.timeline import Screen
from talks.render.wording import named_kinds
from talks.store import Store
from talks.views.frames import load_frames
from talks.views.timeline import Asked, Entry, Told, list_months, list_undated

if TYPE_CHECKING:
    from talks.views.past import History

__all__ = [
    "NOTHING",
    "Shown",
    "list_statements",
    "list_timeline",
    "look_back",
    "note_undated",
    "print_list",
    "written",
]

T = TypeVar("T")
FEW: Final = 5  # events without a date that are listed unasked
NOTHING: Final = "note: nothing is known of that"
MANY: Final = 200  # events without a date of which it is no more counted how many there are
LEFT_OUT: Final = "note: {} events without a date are left out; add --undated to list them"


@dataclass(frozen=True, slots=True)
class Shown:
    """How a timeline is shown: with what has no date (unset: if that is little), in a pager, quietly."""

    undated: bool | None = None
    paged: bool = False
    quiet: bool = False


def list_timeline(store: Store, asked: Asked, shown: Shown, *, day: dt.date | None, form: Format) -> None:
    """Print what happened and what was said; with a day, as it was known then."""
    history = look_back(store, day, quiet=shown.quiet) if day else store
    if form is Format.TABLE:
        _draw_timeline(history, asked, shown, day=day)
    else:
        _write_timeline(history, asked, undated=shown.undated is not False, form=form)


def look_back(store: Store, day: dt.date, *, quiet: bool) -> History:
    """Return what was known on a day, and say what is not among that."""
    from talks.views.past import Past  # brings all of linking

    note_undated(store, quiet=quiet)
    return Past(store, day)


def note_undated(store: Store, *, quiet: bool) -> None:
    """Say how many reports are left out of what was known on a day, as nobody knows when they were."""
    if number := store.undated_reports():
        say(f"note: {counted(number, 'report')} without a date left out", quiet=quiet)


def _draw_timeline(store: History, asked: Asked, shown: Shown, *, day: dt.date | None) -> None:
    named = named_kinds()
    screen = Screen.on(output_paper(), load_frames(store))
    found = list_undated(store, asked, named=named) if shown.undated is not False else iter(())
    left: list[Told] = []

    def undated() -> Iterator[str]:
        rest = list(found if shown.undated else islice(found, FEW + 1))
        if shown.undated or len(rest) <= FEW:
            yield from screen.undated(rest)
        else:
            left.extend(rest)

    months = screen.months(list_months(store, asked, named=named))
    parts = (screen.heading(known_on(day)) if day else (), months, undated(), screen.legend())
    show(chain.from_iterable(parts), paged=shown.paged)
    if left:
        more = sum(1 for _ in islice(found, MANY))
        say(LEFT_OUT.format(len(left) + more if more < MANY else f"over {MANY}"), quiet=shown.quiet)
    elif not screen.used:
        say(NOTHING, quiet=shown.quiet)


def _write_timeline(store: History, asked: Asked, *, undated: bool, form: Format) -> None:
    """Write dated entries, then the events without a date."""
    named = named_kinds()
    sides = [frame.sides for frame in load_frames(store)]
    months = list_months(store, asked, named=named)
    dated: Iterator[Entry] = (entry for month in months for entry in month.entries)
    rest: Iterable[Entry] = list_undated(store, asked, named=named) if undated else ()
    found = (rows.entry_row(entry, sides) for entry in chain(dated, rest))
    write_lines(written(found, form, rows.BRIEF, rows.TIMELINE_COLUMNS))


def list_statements(store: Store, statements: Iterable[Statement], *, form: Format, quiet: bool) -> None:
    """Print statements, in the order given."""
    if form is not Format.TABLE:
        found = map(rows.statement_row, statements)
        write_lines(written(found, form, rows.STATEMENT_BRIEF, rows.STATEMENT_COLUMNS))
        return
    screen = Screen.on(output_paper(), load_frames(store))
    write_lines(screen.statements(statements))
    if not screen.begun:
        say("note: nothing of that is known to have been said", quiet=quiet)


def print_list(
    found: Iterable[T],
    form: Format,
    *,
    row: Callable[[T], Row],
    columns: Sequence[str],
    draw: Callable[[Sequence[T], Paper], Iterable[Line]],
    none: str,
    quiet: bool,
    brief: Sequence[str] | None = None,
) -> None:
    """Print records as lines, or as rows; without `brief` columns, Markdown has all of them as they are."""
    if form is Format.TABLE:
        paper, listed = output_paper(), list(found)
        write_lines(paper.write_all(draw(listed, paper)))
        if not listed:
            say(none, quiet=quiet)
    elif brief:
        write_lines(written(map(row, found), form, brief, columns))
    else:
        write_lines(WRITERS[form.value](map(row, found), columns))


def written(
    found: Iterable[Row], form: Format, brief: Sequence[str], columns: Sequence[str]
) -> Iterator[str]:
    """Yield what other programs read, or, as Markdown, the brief columns in words."""
    if form is Format.MD:
        return WRITERS[form.value](map(rows.for_people, found), brief)
    return WRITERS[form.value](found, columns)
