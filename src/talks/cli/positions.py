"""Print stated positions in the format that is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from talks.cli.options import Format
from talks.cli.terminal import output_paper, say, write_lines
from talks.render.lines import Row as Drawn
from talks.render.position_rows import (
    LINE_BRIEF,
    LINE_COLUMNS,
    TABLE_BRIEF,
    TABLE_COLUMNS,
    in_words,
    line_rows,
    table_rows,
)
from talks.render.positions import Positions
from talks.render.records import WRITERS, Row
from talks.store import Store
from talks.views.frames import load_frames
from talks.views.positions import Asked, Line, Table, lines, tables

__all__ = ["list_positions"]

NOTHING: Final = "note: no position on that is known"


def list_positions(store: Store, asked: Asked, *, form: Format, quiet: bool) -> None:
    """Print where everybody stands, or, of a party, a topic or a speaker, what was said one after another."""
    if asked.parties or asked.topics or asked.speakers:
        _list_lines(store, list(lines(store, asked)), form, quiet=quiet)
    else:
        _list_tables(store, list(tables(store, asked)), form, quiet=quiet)


def _list_tables(store: Store, found: Sequence[Table], form: Format, *, quiet: bool) -> None:
    if form is not Format.TABLE:
        _write(table_rows(found), form, TABLE_BRIEF, TABLE_COLUMNS)
        return
    screen = Positions.on(output_paper(), load_frames(store))
    _draw(screen, screen.tables(found), is_empty=not found, quiet=quiet)


def _list_lines(store: Store, found: Sequence[Line], form: Format, *, quiet: bool) -> None:
    if form is not Format.TABLE:
        _write(line_rows(found), form, LINE_BRIEF, LINE_COLUMNS)
        return
    screen = Positions.on(output_paper(), load_frames(store))
    _draw(screen, screen.lines(found), is_empty=not found, quiet=quiet)


def _draw(screen: Positions, drawn: Iterable[Drawn], *, is_empty: bool, quiet: bool) -> None:
    if is_empty:
        say(NOTHING, quiet=quiet)
        return
    write_lines(screen.paper.write_all((*drawn, *screen.legend())))


def _write(found: Iterable[Row], form: Format, brief: Sequence[str], columns: Sequence[str]) -> None:
    if form is Format.MD:
        write_lines(WRITERS[form.value](map(in_words, found), brief))
    else:
        write_lines(WRITERS[form.value](found, columns))
