"""Draw the report of a negotiation, and write it to a file."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path
from typing import Final

from talks.asking.parsing import choose
from talks.cli.exporting import opened_file
from talks.cli.listing import note_undated
from talks.cli.progress import show_progress
from talks.cli.terminal import say
from talks.errors import TalksError, UsageError
from talks.render.sentences import counted
from talks.render.wording import named_kinds
from talks.store import Store
from talks.views.frames import Frame
from talks.views.survey import Asked, Survey, find_survey, told_of

__all__ = ["LIBRARIES", "write_report"]

LIBRARIES: Final = ("jinja2", "altair", "vl_convert")
COMMAND: Final = "report"
CLOCK: Final = "SOURCE_DATE_EPOCH"
KILO: Final = 1000

Range = tuple[dt.date | None, dt.date | None]


def write_report(
    store: Store,
    out: Path,
    *,
    dossier: str | None,
    range_: Range,
    day: dt.date | None,
    title: str | None,
    quiet: bool,
) -> None:
    """Write the report of a negotiation; a file is complete, or is as it was."""
    from talks.render.html.report import draw_report, title_of  # brings what only the extra has

    asked = Asked(_frame(store, dossier), since=range_[0], until=range_[1], as_of=day)
    made = _made()
    if day:
        note_undated(store, quiet=quiet)
    with show_progress("gathering", quiet=quiet) as watch:
        survey = find_survey(
            store,
            asked,
            named=named_kinds(),
            watch=lambda done, every: watch(f"{done:,} of {counted(every, 'event')}"),
        )
        if survey is None:
            raise UsageError(COMMAND, "no report here has a date, so no day is known for it", "say --as-of")
        watch("all for the page")
        page = draw_report(survey, title=title or title_of(survey), made=made)
    try:
        with opened_file(out, binary=False) as file:
            file.write(page)
    except OSError as error:
        what = f"it can't be written ({error.strerror or error})"
        raise TalksError(out, what, "name another file") from error
    say(_summary(out, survey, page), quiet=quiet)


def _frame(store: Store, dossier: str | None) -> Frame:
    """Return the negotiation that is asked for, or the only one."""
    frames = {frame.dossier: frame for frame in told_of(store)}
    if not frames:
        raise TalksError(store.path, "no article here tells of a known negotiation", "see `talks dossiers`")
    if dossier is None and len(frames) > 1:
        several = "articles here tell of several negotiations"
        raise UsageError(COMMAND, several, f"name one with --dossier: {' or '.join(frames)}")
    (chosen,) = choose("dossier", (dossier,), list(frames)) if dossier else frames
    return frames[chosen]


def _made() -> dt.date | None:
    """Return the day that the environment gives for what is made now."""
    seconds = os.environ.get(CLOCK)
    if not seconds:
        return None
    try:
        return dt.datetime.fromtimestamp(int(seconds), dt.UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise UsageError(f"{CLOCK}={seconds}", "this is no number of seconds", "unset it") from error


def _summary(out: Path, survey: Survey, page: str) -> str:
    events, articles = counted(len(survey.pages), "event"), counted(len(survey.articles), "article")
    return f"{out}: {events} from {articles}, {len(page.encode()) // KILO:,} kB"
