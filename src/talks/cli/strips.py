"""Print a strip of months in the format that is asked for."""

from __future__ import annotations

import datetime as dt

from talks.cli.listing import NOTHING, Shown, look_back
from talks.cli.options import Format
from talks.cli.pager import show
from talks.cli.terminal import output_paper, say, write_lines
from talks.render.dates import known_on
from talks.render.lines import Row, styled
from talks.render.records import WRITERS
from talks.render.strips import STRIP_COLUMNS, draw_strip, strip_rows
from talks.store import Store
from talks.views.strips import count_months
from talks.views.timeline import Asked

__all__ = ["list_strip"]


def list_strip(store: Store, asked: Asked, shown: Shown, *, day: dt.date | None, form: Format) -> None:
    """Print how many events began in each month; with a day, of those that were known then."""
    history = look_back(store, day, quiet=shown.quiet) if day else store
    strip, paper = count_months(history, asked), output_paper()
    if form is not Format.TABLE:
        write_lines(WRITERS[form.value](strip_rows(strip), STRIP_COLUMNS))
        return
    heading = [Row(body=styled(known_on(day), "bold")), Row()] if day else []
    if rows := list(draw_strip(strip, paper)):
        show(paper.write_all([*heading, *rows]), paged=shown.paged)
    else:
        say(NOTHING, quiet=shown.quiet)
