"""Print what is ahead, what is new, and on what reports disagree, in the format that is asked for."""

from __future__ import annotations

import datetime as dt
from itertools import chain
from typing import Final

from talks.cli.listing import look_back, written
from talks.cli.options import Format
from talks.cli.terminal import output_paper, say, write_lines
from talks.errors import UsageError
from talks.render.agenda import AGENDA_BRIEF, AGENDA_COLUMNS, agenda_items, draw_agenda, item_row
from talks.render.conflicts import CONFLICT_BRIEF, CONFLICT_COLUMNS, conflict_rows, draw_disputes
from talks.render.dates import known_on
from talks.render.lines import Row, styled
from talks.render.wording import named_kinds
from talks.store import Store
from talks.views.agenda import Agenda, draw_up
from talks.views.conflicts import list_disputes
from talks.views.frames import load_frames
from talks.views.timeline import Asked

__all__ = ["list_agenda", "list_conflicts"]

THEN: Final = "by the reports published until then"
LAST: Final = "the day of the last report here"


def list_agenda(
    store: Store, day: dt.date | None, asked: Asked, *, older: bool, form: Format, quiet: bool
) -> None:
    """Print what is ahead of a day, or else of that of the last report."""
    last = day or store.last_published()
    if last is None:
        raise UsageError(
            "agenda", "no report here has a date, so no day is known to look ahead from", "say --as-of"
        )
    history = look_back(store, day, quiet=quiet) if day else store
    agenda = draw_up(history, last, asked, named=named_kinds(), older=older or form is not Format.TABLE)
    frames = load_frames(store)
    if form is not Format.TABLE:
        found = (item_row(agenda.day, section, item, frames) for section, item in agenda_items(agenda))
        write_lines(written(found, form, AGENDA_BRIEF, AGENDA_COLUMNS))
        return
    paper = output_paper()
    write_lines(paper.write_all(draw_agenda(agenda, frames, paper, known=THEN if day else LAST)))
    _say_rest(agenda, quiet=quiet)


def list_conflicts(store: Store, day: dt.date | None, asked: Asked, *, form: Format, quiet: bool) -> None:
    """Print on what reports disagree; with a day, as it was known then."""
    history = look_back(store, day, quiet=quiet) if day else store
    frames = load_frames(store)
    disputes = list_disputes(history, asked, named=named_kinds())
    if form is not Format.TABLE:
        found = (row for dispute in disputes for row in conflict_rows(dispute, frames))
        write_lines(written(found, form, CONFLICT_BRIEF, CONFLICT_COLUMNS))
        return
    paper, first = output_paper(), next(disputes, None)
    if first is None:
        say("note: no reports of that are known to disagree", quiet=quiet)
        return
    if day:
        write_lines(paper.write_all([Row(body=styled(known_on(day), "bold")), Row()]))
    write_lines(paper.write_all(draw_disputes(chain([first], disputes), frames, paper)))


def _say_rest(agenda: Agenda, *, quiet: bool) -> None:
    if not any(agenda_items(agenda)):
        say("note: nothing is known to be ahead", quiet=quiet)
    if agenda.older:
        what = f"{agenda.older:,} more, for a date or with a last report over 90 days before, left out"
        say(f"note: {what}; add --older to list", quiet=quiet)
