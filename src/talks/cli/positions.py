"""Print stated positions in the format that is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from talks.cli.options import Format
from talks.cli.terminal import output_paper, say, write_lines
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
from talks.views.positions import Asked, lines, tables

__all__ = ["list_positions"]

NOTHING: Final = "note: no position on that is known"


def list_positions(store: Store, asked: Asked, *, form: Format, quiet: bool) -> None:
    """Print where everybody stands, or, of a party, a topic or a speaker, what was said one after another."""
    screen = Positions.on(output_paper(), load_frames(store))
    brief: Sequence[str]
    columns: Sequence[str]
    if asked.parties or asked.topics or asked.speakers:
        found = list(lines(store, asked))
        drawn, rows, brief, columns = screen.lines(found), line_rows(found), LINE_BRIEF, LINE_COLUMNS
    else:
        whole = list(tables(store, asked))
        drawn, rows, brief, columns = screen.tables(whole), table_rows(whole), TABLE_BRIEF, TABLE_COLUMNS
    if form is not Format.TABLE:
        _write(rows, form, brief, columns)
    elif shown := list(drawn):
        write_lines(screen.paper.write_all((*shown, *screen.legend())))
    else:
        say(NOTHING, quiet=quiet)


def _write(found: Iterable[Row], form: Format, brief: Sequence[str], columns: Sequence[str]) -> None:
    if form is Format.MD:
        write_lines(WRITERS[form.value](map(in_words, found), brief))
    else:
        write_lines(WRITERS[form.value](found, columns))
