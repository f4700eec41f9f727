"""Derive records again after an upgrade, and print what that changed."""

from __future__ import annotations

from talks.cli.intake import DONE, IN_PART, INTERRUPTED, new_intake, say_troubles
from talks.cli.listing import written
from talks.cli.options import Format
from talks.cli.progress import show_progress
from talks.cli.settings import Globals
from talks.cli.terminal import output_paper, say, write_lines
from talks.ingest import Intake, Tally
from talks.render.sentences import counted
from talks.render.upgrades import UPGRADE_BRIEF, UPGRADE_COLUMNS, draw_upgrade, draw_upgraded, upgraded_rows
from talks.store import Store, open_store, unread
from talks.views.frames import load_frames
from talks.views.upgrades import Upgraded, find_upgraded

__all__ = ["rederive"]

NOTHING = "nothing waits: all records were derived by this version"
AGAIN = "run the same command again to go on"


def rederive(settings: Globals, *, show: bool, form: Format) -> int:
    """Derive again what waits for it, print what the upgrade changed, and return the exit code."""
    with open_store(settings.database, mode="write") as store:
        with show_progress("reading", quiet=settings.quiet) as watch:
            intake = new_intake(store, watch)
            waited = _waiting(intake)
            tally = intake.run(())
        upgraded = find_upgraded(store)
        if form is not Format.TABLE:
            found = upgraded_rows(upgraded) if upgraded else ()
            write_lines(written(found, form, UPGRADE_BRIEF, UPGRADE_COLUMNS))
        elif upgraded and (waited or show):
            _draw(store, upgraded, show=show)
        if not waited:
            say(NOTHING, quiet=settings.quiet)
        say_troubles(tally)
        return _end(intake, tally, quiet=settings.quiet)


def _waiting(intake: Intake) -> int:
    """Count the articles and pages that are to be read again."""
    return len(intake.store.unextracted(intake.engine)) + len(unread(intake.store, intake.reader))


def _end(intake: Intake, tally: Tally, *, quiet: bool) -> int:
    if tally.interrupted:
        left = counted(_waiting(intake), "text")
        say(f"interrupted; what was derived is saved and linked; {left} left: {AGAIN}", quiet=quiet)
        return INTERRUPTED
    return IN_PART if tally.set_aside else DONE


def _draw(store: Store, upgraded: Upgraded, *, show: bool) -> None:
    paper = output_paper()
    write_lines(paper.write_all(draw_upgrade(upgraded)))
    if show:
        ids = {found.article for found in upgraded.records if found.article}
        articles = {article.id: article for article in store.articles(ids=ids, superseded=True)}
        write_lines(paper.write_all(draw_upgraded(upgraded, articles, load_frames(store), paper)))
