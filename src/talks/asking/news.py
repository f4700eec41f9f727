"""Which articles are new: since a day, or since the last look."""

from __future__ import annotations

import datetime as dt

from talks.errors import UsageError
from talks.render.dates import on_day
from talks.store import Store
from talks.views.changes import EVER, By, arrived_since, last_look, published_since

__all__ = ["fresh_articles"]


def fresh_articles(store: Store, day: dt.date | None, by: By) -> tuple[list[str], str]:
    """Return the articles that are new, and words that say by what."""
    if by == "published":
        if day is None:
            raise UsageError("--by published", "it needs a day to begin at", "add --since DATE")
        return published_since(store, day), f" published from {on_day(day)} on"
    if day is not None:
        return arrived_since(store, day), f" that came from {on_day(day)} on"
    look = last_look(store)
    found = store.arrived_after(look or EVER)
    if look is None:
        return found, ", which is all, as no look has been marked"
    return found, f" that came after the last look, by {look:%Y-%m-%d %H:%M} UTC"
