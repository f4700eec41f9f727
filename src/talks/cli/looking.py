"""Print what is new since a day or the last look, and mark what was looked at."""

from __future__ import annotations

from talks.asking.news import fresh_articles
from talks.cli.listing import written
from talks.cli.options import Format
from talks.cli.terminal import output_paper, say, write_lines
from talks.render.changes import CHANGE_BRIEF, CHANGE_COLUMNS, change_rows, draw_changes
from talks.render.sentences import counted
from talks.render.wording import named_kinds
from talks.store import Store, open_store
from talks.views.changes import By, list_changes, mark_look
from talks.views.frames import load_frames
from talks.views.timeline import Asked

__all__ = ["list_new"]


def list_new(store: Store, asked: Asked, *, by: By, seen: bool, form: Format, quiet: bool) -> None:
    """Print what is new; if it is to be marked as seen, do so once it is printed."""
    articles, which = fresh_articles(store, asked.since, by)
    title = f"New in {counted(len(articles), 'article')}{which}"
    found = list_changes(store, articles, asked, named=named_kinds())
    frames = load_frames(store)
    if form is Format.TABLE:
        paper, changes = output_paper(), list(found)
        write_lines(paper.write_all(draw_changes(changes, frames, paper, title=title)))
        if not changes:
            say("note: nothing is new", quiet=quiet)
    else:
        rows = (row for change in found for row in change_rows(change, frames))
        write_lines(written(rows, form, CHANGE_BRIEF, CHANGE_COLUMNS))
    if by == "published" and (number := store.undated_reports()):
        say(f"note: {counted(number, 'report')} without a date taken as known before", quiet=quiet)
    if seen:
        _mark(store, quiet=quiet)


def _mark(store: Store, *, quiet: bool) -> None:
    """Mark all that was there when it was read; what came meanwhile stays new."""
    moment = store.last_arrival()
    if moment is None:
        return
    with open_store(store.path, mode="write") as writing:
        mark_look(writing, moment)
    say(f"marked as seen: all that had come by {moment:%Y-%m-%d %H:%M} UTC", quiet=quiet)
