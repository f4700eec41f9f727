"""Open the database to read from it."""

from __future__ import annotations

from typing import Final

import typer

from talks.cli.settings import Globals
from talks.cli.terminal import say
from talks.store import Store, open_store

__all__ = ["open_reading"]

STALE: Final = "note: articles have changed since the events were linked; run `talks ingest` to link them"


def open_reading(ctx: typer.Context) -> Store:
    """Open the database to read; say so if its events are out of step with its articles."""
    settings: Globals = ctx.obj
    store = open_store(settings.database, mode="read")
    if store.links_stale:
        say(STALE, quiet=settings.quiet)
    return store
