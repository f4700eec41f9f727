"""What the store knows beside records: inputs set aside, what waits to be done, notes, and counts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from sqlite3 import Connection
from typing import Final, Literal

__all__ = [
    "Field",
    "SetAside",
    "dossier",
    "list_set_aside",
    "recall",
    "remember",
    "set_aside",
    "stale",
    "summary",
    "superseded_by",
    "unextracted",
    "values",
    "values_in",
]

Field = Literal["kind", "language", "outlet", "party", "person", "place", "speaker", "topic"]
FIELDS: Final[dict[Field, tuple[tuple[str, str], ...]]] = {
    "kind": (("kind", "events"),),
    "language": (("language", "articles"),),
    "outlet": (("outlet", "articles"),),
    "party": (("party", "event_parties"), ("party", "statements")),
    "person": (("person", "event_people"),),
    "place": (("place", "events"),),
    "speaker": (("speaker", "statements"),),
    "topic": (("topic", "statement_topics"),),
}
# Jumps from value to value in an index, where DISTINCT would read all of it.
NEXT: Final = """WITH RECURSIVE v (x) AS (
  SELECT min({0}) FROM {1}
  UNION ALL SELECT (SELECT min({0}) FROM {1} WHERE {0} > v.x) FROM v WHERE v.x IS NOT NULL
) SELECT x FROM v WHERE x IS NOT NULL"""
ALL: Final = "SELECT DISTINCT {0} FROM {1} WHERE {0} IS NOT NULL"  # where there is no index to jump in
UNINDEXED: Final = {"language", "outlet"}
STALE: Final = {
    "articles": "SELECT id FROM articles WHERE stale = 1 ORDER BY id LIMIT ?",
    "events": "SELECT id FROM events WHERE stale = 1 ORDER BY id LIMIT ?",
}
COUNTS: Final = {
    "articles": "SELECT count(*) FROM articles WHERE superseded_by IS NULL",
    "superseded": "SELECT count(*) FROM articles WHERE superseded_by IS NOT NULL",
    "captures": "SELECT count(*) FROM captures",
    "mentions": """SELECT (SELECT count(*) FROM mentions) - (SELECT count(*) FROM mentions
      WHERE article IN (SELECT id FROM articles WHERE superseded_by IS NOT NULL))""",
    "statements": """SELECT (SELECT count(*) FROM statements) - (SELECT count(*) FROM statements
      WHERE article IN (SELECT id FROM articles WHERE superseded_by IS NOT NULL))""",
    "events": "SELECT count(*) FROM events",
    "undated": "SELECT count(*) FROM events WHERE earliest IS NULL",
    "set_aside": "SELECT count(*) FROM set_aside",
}


@dataclass(frozen=True, slots=True)
class SetAside:
    """An input that could not be read, and why; `at` is when that was found."""

    locator: str
    reason: str
    at: dt.datetime


def set_aside(connection: Connection, locator: str, reason: str, at: dt.datetime) -> None:
    """Record that an input could not be read; the same again keeps its first time."""
    connection.execute(
        "INSERT INTO set_aside (locator, reason, set_aside_at) VALUES (?, ?, ?)"
        " ON CONFLICT (locator) DO UPDATE SET reason = excluded.reason, set_aside_at = excluded.set_aside_at"
        " WHERE reason <> excluded.reason",
        (locator, reason, at.astimezone(dt.UTC).isoformat()),
    )


def list_set_aside(connection: Connection) -> Iterator[SetAside]:
    """List what could not be read, by locator."""
    rows = connection.execute(
        "SELECT locator, reason, set_aside_at FROM set_aside ORDER BY locator"
    ).fetchall()
    for locator, reason, at in rows:
        yield SetAside(locator, reason, dt.datetime.fromisoformat(at))


def unextracted(connection: Connection, engine: str) -> list[str]:
    """List the articles whose records are missing, or were made from other metadata or by another engine.

    Superseded ones come last.
    """
    query = """SELECT id FROM articles WHERE engine IS NOT ? OR extracted_from IS NOT inputs
      ORDER BY superseded_by IS NOT NULL, id"""
    return [row[0] for row in connection.execute(query, (engine,)).fetchall()]


def stale(connection: Connection, table: Literal["articles", "events"], limit: int) -> list[str]:
    """List the articles or events that are to be linked anew."""
    return [row[0] for row in connection.execute(STALE[table], (limit,)).fetchall()]


def dossier(connection: Connection, article: str) -> str | None:
    """Return the dossier that an article was read with."""
    row = connection.execute("SELECT dossier FROM articles WHERE id = ?", (article,)).fetchone()
    return row[0] if row else None


def superseded_by(connection: Connection, article: str) -> str | None:
    """Return the article that took an article's place."""
    row = connection.execute("SELECT superseded_by FROM articles WHERE id = ?", (article,)).fetchone()
    return row[0] if row else None


def remember(connection: Connection, key: str, value: str) -> None:
    """Keep a note."""
    upsert = (
        "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"
    )
    connection.execute(upsert, (key, value))


def recall(connection: Connection, key: str) -> str | None:
    """Return a note, or None."""
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return row[0] if row else None


def values(connection: Connection, field: Field) -> list[str]:
    """List the values that a filter can find something by."""
    query = ALL if field in UNINDEXED else NEXT
    return sorted({value for where in FIELDS[field] for value in values_in(connection, *where, query=query)})


def values_in(connection: Connection, column: str, table: str, *, query: str = NEXT) -> list[str]:
    """List the values of a column, once each; by the index on it, unless it has none."""
    return [row[0] for row in connection.execute(query.format(column, table)).fetchall()]


def summary(connection: Connection) -> dict[str, int]:
    """Count what is stored; mentions and statements are those of standing articles."""
    return {name: connection.execute(query).fetchone()[0] for name, query in COUNTS.items()}
