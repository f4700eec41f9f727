"""Run an update: show progress, tell what changed, choose the exit code."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from typing import Final

from talks.cli.following import named_sources, need_web
from talks.cli.intake import DONE, IN_PART, INTERRUPTED, is_debugged, new_intake, say_troubles
from talks.cli.progress import show_progress
from talks.cli.settings import Globals
from talks.cli.terminal import say
from talks.errors import TalksError
from talks.ingest.lock import held
from talks.ingest.polling import Outcome
from talks.ingest.relevant import ALL, keep_all_of, keep_relevant, rule_id
from talks.ingest.update import Update
from talks.render.sentences import counted
from talks.store import Store, open_store
from talks.store.hosts import load_hosts
from talks.store.sources import Result, list_sources
from talks.views.changes import EVER, Change, list_changes
from talks.views.timeline import Asked
from talks.web.visitor import Manners
from talks.web.visits import Visits

__all__ = ["update_all"]

COUNTS: Final = (
    ("new", "{} new"),
    ("known", "{} known from elsewhere"),
    ("changed", "{} changed"),
    ("passed_over", "{} passed over"),
    ("unchanged", "{} unchanged"),
    ("gone", "{} gone, and kept here"),
    ("waiting", "{} waiting for their machine"),
    ("unnamed", "{} without an address"),
)
NEW, STATUS, OTHERWISE, AGAIN = CHANGES = (
    "new event",
    "event of another status",
    "event told otherwise",
    "event reported again",
)


def update_all(
    settings: Globals, wanted: Sequence[str], *, keep_all: bool, recheck: bool, allow_private: bool
) -> int:
    """Fetch what is new of the sources that are meant, and return the exit code."""
    need_web("update")
    manners = Manners(clock=_clock, allow_private=allow_private, debug=is_debugged())
    with (
        open_store(settings.database, mode="write") as store,
        held(settings.database, _clock()),
        show_progress("reading", quiet=settings.quiet) as watch,
        Visits(load_hosts(store), manners) as visits,
    ):
        sources = named_sources(list_sources(store), wanted)
        if not sources:
            raise TalksError("update", "nothing is followed", "add a source with `talks sources add URL`")
        before = store.last_arrival() or EVER
        intake = new_intake(store, watch)
        intake.judge = keep_all_of if keep_all else keep_relevant(intake.codebook)
        update = Update(intake, visits, judged_by=ALL if keep_all else rule_id(), recheck=recheck)
        update.run(sources)
        return _told(store, update, before, quiet=settings.quiet)


def _clock() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def _told(store: Store, update: Update, before: dt.datetime, *, quiet: bool) -> int:
    """Say what came of a run, and return the exit code."""
    for outcome in update.outcomes:
        failed = outcome.result is Result.FAILED
        say(_line(outcome), quiet=quiet and not failed)
    for line in dict.fromkeys(line for outcome in update.outcomes for line in outcome.failures):
        say(f"set aside: {line}")  # once, though two sources may name a page
    tally = update.intake.tally
    say_troubles(tally)
    say(_changes(store, before), quiet=quiet)
    if tally.interrupted:
        say("interrupted; what was read is saved and linked, and the next run does the rest", quiet=quiet)
        return INTERRUPTED
    failed = any(o.failures or o.result is Result.FAILED for o in update.outcomes)
    return IN_PART if failed or tally.set_aside else DONE


def _line(outcome: Outcome) -> str:
    """Say in a line what came of a source."""
    told = [words.format(f"{n:,}") for name, words in COUNTS if (n := getattr(outcome, name))]
    if outcome.failures:
        told.append(f"{len(outcome.failures):,} failed")
    if outcome.reason:
        failed = "failed, as it " if outcome.result is Result.FAILED else ""
        told.insert(0, f"{failed}{outcome.reason}")
    return f"{outcome.source.name}: {', '.join(told) or 'nothing new'}"


def _changes(store: Store, before: dt.datetime) -> str:
    """Say in a line what the new articles changed; an edited one brings no news, but a difference."""
    arrived = store.arrived_after(before)
    edited = store.taking_over(arrived)
    new = [article for article in arrived if article not in edited]
    parts = [_news(store, new)] if new else []
    if edited:
        parts.append(f"{counted(len(edited), 'article')} edited; `talks diff ADDRESS` shows how")
    return "; ".join(parts) or "nothing new"


def _news(store: Store, articles: Sequence[str]) -> str:
    found = Counter(_told_as(change) for change in list_changes(store, articles, Asked()))
    told = [_number(found[words], words) for words in CHANGES if found[words]]
    more = f": {', '.join(told)}; see `talks changes`" if told else ", which tell of no event"
    return f"{counted(len(articles), 'new article')}{more}"


def _number(n: int, words: str) -> str:
    what, _, rest = words.partition(" event")
    return f"{counted(n, f'{what} event'.strip())}{rest}"


def _told_as(change: Change) -> str:
    if change.before is None:
        return NEW
    if change.status:
        return STATUS
    return AGAIN if change.only_reports else OTHERWISE
