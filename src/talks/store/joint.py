"""Joint statements: who asks for what a party said is also told what it said together with others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from sqlite3 import Connection
from typing import Any

from talks.joint import takes_part
from talks.models import Statement
from talks.store.listings import STATEMENT_LISTING
from talks.store.notes import values_in
from talks.store.queries import listed
from talks.store.records import load_statements

__all__ = ["list_statements", "with_joint"]


def list_statements(connection: Connection, filters: Mapping[str, Any]) -> Iterator[Statement]:
    """List statements; those of a party are also those that it made together with others."""
    return listed(connection, STATEMENT_LISTING, load_statements, with_joint(connection, filters))


def with_joint(connection: Connection, filters: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return filters of statements in which each party brings those of several that it is one of."""
    asked = filters.get("party")
    if not asked:
        return filters
    parties = {asked} if isinstance(asked, str) else set(asked)
    stored = values_in(connection, "party", "statements")
    joint = {one for one in stored if any(takes_part(party, one) for party in parties)}
    return {**filters, "party": parties | joint}
