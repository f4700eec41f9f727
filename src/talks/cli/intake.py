"""Run an ingest: show progress, tell what was done, choose the exit code."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from talks.asking.parsing import read_date
from talks.cli.progress import show_progress
from talks.cli.settings import Globals
from talks.cli.terminal import say
from talks.codebook import load_codebook
from talks.codebook.languages import name_of
from talks.ingest import Intake, Tally, engine_id
from talks.models import When
from talks.readers import count_sources, open_sources
from talks.render.sentences import counted
from talks.store import Store, open_store
from talks.web import Fetcher
from talks.web.pages import open_page
from talks.web.warc import open_warc

__all__ = ["DONE", "INTERRUPTED", "IN_PART", "is_debugged", "new_intake", "say_troubles", "take_in"]

DONE, IN_PART, INTERRUPTED = 0, 3, 130


def take_in(
    settings: Globals, paths: Sequence[str], published: str | None, *, allow_private: bool = False
) -> int:
    """Ingest what stands at the paths, and return the exit code."""
    when = read_date("--published", published)
    with (
        open_store(settings.prepare(), mode="create") as store,
        show_progress("reading", quiet=settings.quiet) as watch,
        Fetcher(allow_private=allow_private) as fetcher,
    ):
        intake = new_intake(store, watch, published=when)
        fetch = partial(open_page, fetcher, store=store)
        unpack = partial(open_warc, skip=lambda what: intake.tally.skipped.update([what]))
        tally = intake.run(open_sources(paths, stdin=sys.stdin.buffer, fetch=fetch, unpack=unpack))
    for line in _summary(tally):
        say(line, quiet=settings.quiet)
    say_troubles(tally)
    if tally.interrupted:
        left = max(0, count_sources(paths) - tally.inputs)
        say(f"interrupted; what was read is saved and linked{_rest(left)}", quiet=settings.quiet)
        return INTERRUPTED
    return IN_PART if tally.set_aside else DONE


def new_intake(store: Store, watch: Callable[[str], None], *, published: When | None = None) -> Intake:
    """Prepare to take articles into a store, by the engine and the clock of this machine."""
    return Intake(
        store=store,
        codebook=load_codebook(),
        engine=engine_id(),
        clock=lambda: dt.datetime.now(dt.UTC),
        published=published,
        watch=watch,
        debug=is_debugged(),
    )


def is_debugged() -> bool:
    """Tell whether faults of the program are to come through as they are."""
    return bool(os.environ.get("TALKS_DEBUG"))


def say_troubles(tally: Tally) -> None:
    """Name what could not be read, or not as it says."""
    for line in tally.warnings:
        say(f"warning: {line}")
    for line in tally.set_aside:
        say(f"set aside: {line}")


def _rest(left: int) -> str:
    """Say what an interrupted run did not come to."""
    if not left:
        return ""
    return f"; {counted(left, 'file')} not read: run the same command again to read the rest"


def _summary(tally: Tally) -> Iterator[str]:
    if not tally.changed:
        found = "nothing new" if tally.inputs or tally.interrupted else "nothing to read: there are no files"
        yield f"nothing new: {counted(tally.known, 'article')} known" if tally.known else found
    else:
        told = [
            f"{tally.new} new" if tally.new else "",
            f"{tally.known} known" if tally.known else "",
            f"{tally.superseded} superseded" if tally.superseded else "",
            f"{tally.reread} read again" if tally.reread else "",
            f"{tally.parts} as parts of a file" if tally.parts else "",
        ]
        parts = ", ".join(part for part in told if part)
        if tally.articles:
            yield f"{counted(tally.articles, 'article')}: {parts}"
        else:
            yield f"no new articles: {parts or 'what an earlier run had left is linked'}"
        stored = (counted(getattr(tally, name), name[:-1]) for name in ("mentions", "statements", "events"))
        yield f"the database holds {', '.join(stored)}"
    if tally.upgraded:
        yield "`talks reextract --show` lists what the upgrade changed"
    if tally.unread:
        named = ", ".join(f"{n} {name_of(code)}" for code, n in sorted(tally.unread.items()))
        yield f"{counted(tally.unread.total(), 'article')} stored and not read yet, for the language: {named}"
    if tally.skipped:
        named = ", ".join(f"{n} × {what}" for what, n in sorted(tally.skipped.items()))
        yield f"{counted(tally.skipped.total(), 'record')} of web archives passed over: {named}"
    if tally.set_aside:
        yield f"{counted(len(tally.set_aside), 'input')} set aside"
