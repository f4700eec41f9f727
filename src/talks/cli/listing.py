"""Print timelines and lists of statements in the format that is asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Final

from talks.cli.options import Format
from talks.cli.terminal import output_paper, say, write_lines
from talks.models import Statement
from talks.render import rows
from talks.render.records import WRITERS, Row
from talks.render.timeline import Screen, known_on
from talks.render.wording import kind_names, load_kind_words
from talks.store import Store
from talks.views.frames import load_frames
from talks.views.past import History, Past, as_of
from talks.views.timeline import Asked, Entry, list_months, list_undated

__all__ = ["list_statements", "list_timeline", "say_left_out"]

FEW: Final = 5  # events without a date that are listed unasked
LEFT_OUT: Final = "note: events without a date are left out; add --undated to list them"


def list_timeline(
    store: Store, asked: Asked, *, day: dt.date | None, undated: bool | None, form: Format, quiet: bool
) -> None:
    """Print what happened and what was said; with a day, as it was known then."""
    history = as_of(store, day)
    if form is Format.TABLE:
        _draw_timeline(history, asked, undated=undated, quiet=quiet)
    else:
        _write_timeline(history, asked, undated=undated is not False, form=form)
    say_left_out(history, quiet=quiet)


def say_left_out(history: History, *, quiet: bool) -> None:
    """Say how many reports were left out as nobody knows when they were published."""
    if isinstance(history, Past) and (number := history.store.undated_reports()):
        say(f"note: {number:,} report{'s' * (number != 1)} without a date left out", quiet=quiet)


def _draw_timeline(store: History, asked: Asked, *, undated: bool | None, quiet: bool) -> None:
    named = _named_kinds()
    screen = Screen.on(output_paper(), load_frames(store))
    if isinstance(store, Past):
        write_lines(screen.heading(known_on(store.day)))
    write_lines(screen.months(list_months(store, asked, named=named)))
    found = list_undated(store, asked, named=named) if undated is not False else iter(())
    rest = list(found if undated else islice(found, FEW + 1))
    all_shown = bool(undated) or len(rest) <= FEW
    write_lines(screen.undated(rest) if all_shown else ())
    write_lines(screen.legend())
    if not all_shown:
        say(LEFT_OUT, quiet=quiet)
    elif not screen.begun:
        say("note: nothing is known of that", quiet=quiet)


def _write_timeline(store: History, asked: Asked, *, undated: bool, form: Format) -> None:
    """Write dated entries, then the events without a date."""
    named = _named_kinds()
    sides = [frame.sides for frame in load_frames(store)]
    months = list_months(store, asked, named=named)
    dated: Iterator[Entry] = (entry for month in months for entry in month.entries)
    rest: Iterable[Entry] = list_undated(store, asked, named=named) if undated else ()
    found = (rows.entry_row(entry, sides) for entry in chain(dated, rest))
    write_lines(_written(found, form, rows.BRIEF, rows.TIMELINE_COLUMNS))


def list_statements(store: Store, statements: Iterable[Statement], *, form: Format, quiet: bool) -> None:
    """Print statements, in the order given."""
    if form is not Format.TABLE:
        found = map(rows.statement_row, statements)
        write_lines(_written(found, form, rows.STATEMENT_BRIEF, rows.STATEMENT_COLUMNS))
        return
    screen = Screen.on(output_paper(), load_frames(store))
    write_lines(screen.statements(statements))
    if not screen.begun:
        say("note: nothing of that is known to have been said", quiet=quiet)


def _written(
    found: Iterable[Row], form: Format, brief: Sequence[str], columns: Sequence[str]
) -> Iterator[str]:
    """Yield what other programs read, or, as Markdown, the brief columns in words."""
    if form is Format.MD:
        return WRITERS[form.value](map(rows.for_people, found), brief)
    return WRITERS[form.value](found, columns)


def _named_kinds() -> list[str]:
    return [kind for kind in kind_names() if load_kind_words(kind).is_named]
