"""What of the timeline is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from talks.asking.names import known_kinds, known_parties, known_places, known_statuses
from talks.asking.parsing import read_range
from talks.store import Store
from talks.views.timeline import Asked

__all__ = ["read_asked", "with_names"]

Names = Sequence[str] | None


def read_asked(
    since: str | None, until: str | None, kind: Names, status: Names, *, statements: bool = True
) -> Asked:
    """Read what can be checked without a database."""
    first, last = read_range(since, until)
    kinds, statuses = known_kinds(kind), known_statuses(status)
    return Asked(since=first, until=last, kinds=kinds, statuses=statuses, statements=statements)


def with_names(store: Store, asked: Asked, party: Names, place: Names) -> Asked:
    """Add the parties and places, by the names that the database has for them."""
    return replace(asked, parties=known_parties(store, party), places=known_places(store, place))
