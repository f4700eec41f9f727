"""What linking keeps: by what each mention can be looked up, and its origin; and the links to forget."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from sqlite3 import Connection
from typing import Final

from talks.models import When

__all__ = [
    "Linkable",
    "events_of",
    "forget_links",
    "in_order",
    "keys_of",
    "linkable",
    "mentions_of",
    "save_linkable",
    "sharing",
]

SHARING: Final = """SELECT DISTINCT k.mention FROM link_keys AS k
JOIN mentions AS m ON m.id = k.mention JOIN articles AS a ON a.id = m.article
WHERE k.key IN (SELECT value FROM json_each(?)) AND a.superseded_by IS NULL ORDER BY k.mention"""
KEYS_OF: Final = """SELECT DISTINCT k.key FROM link_keys AS k
JOIN link_origins AS o ON o.mention = k.mention WHERE o.article IN (SELECT value FROM json_each(?))"""
LINKABLE: Final = """SELECT o.mention, o.origin,
  a.published_earliest, a.published_latest, a.published_precision, t.sketch, t.outlet
FROM link_origins AS o JOIN articles AS a ON a.id = o.article
LEFT JOIN link_texts AS t ON t.article = o.article
WHERE o.mention IN (SELECT value FROM json_each(?))"""
IN_ORDER: Final = """SELECT o.mention FROM link_origins AS o
WHERE o.mention IN (SELECT value FROM json_each(?))
ORDER BY (SELECT min(k.key) FROM link_keys AS k WHERE k.mention = o.mention), o.mention"""
EVENTS_OF: Final = """SELECT DISTINCT e.id FROM event_mentions AS l JOIN events AS e ON e.n = l.event
WHERE l.mention IN (SELECT value FROM json_each(?)) ORDER BY e.id"""
MENTIONS_OF: Final = """SELECT l.mention FROM event_mentions AS l JOIN events AS e ON e.n = l.event
WHERE e.id IN (SELECT value FROM json_each(?)) ORDER BY l.mention"""
FORGET: Final = (
    """DELETE FROM link_keys WHERE mention IN (SELECT mention FROM link_origins WHERE article = ?)""",
    """DELETE FROM link_origins WHERE article = ?""",
    """DELETE FROM link_texts WHERE article = ?""",
)
FORGET_ALL: Final = (
    "DELETE FROM link_keys",
    "DELETE FROM link_origins",
    "DELETE FROM link_texts",
    "DELETE FROM events",
    "UPDATE articles SET stale = 1 WHERE stale = 0",
)


@dataclass(frozen=True, slots=True)
class Linkable:
    """What linking needs to know of a mention beside it."""

    mention: str
    origin: str
    published: When
    keys: tuple[str, ...] = ()
    sketch: bytes = b""  # of the article's text
    outlet: str = ""  # of the article


def save_linkable(connection: Connection, article: str, rows: Iterable[Linkable]) -> None:
    """Replace what is kept of the mentions of an article; published is not kept, the article has it."""
    for statement in FORGET:
        connection.execute(statement, (article,))
    for row in rows:
        connection.execute("INSERT INTO link_origins VALUES (?, ?, ?)", (row.mention, article, row.origin))
        connection.execute(
            "INSERT OR REPLACE INTO link_texts VALUES (?, ?, ?)", (article, row.outlet, row.sketch)
        )
        connection.executemany(
            "INSERT INTO link_keys VALUES (?, ?)", [(key, row.mention) for key in row.keys]
        )


def forget_links(connection: Connection) -> None:
    """Forget all events, and all that linking keeps."""
    for statement in FORGET_ALL:
        connection.execute(statement)


def sharing(connection: Connection, keys: Collection[str]) -> list[str]:
    """List the mentions, of standing articles, that have any of some keys."""
    return [row[0] for row in connection.execute(SHARING, (json.dumps(list(keys)),)).fetchall()]


def keys_of(connection: Connection, articles: Collection[str]) -> list[str]:
    """List the keys by which the mentions of some articles were last linked."""
    return [row[0] for row in connection.execute(KEYS_OF, (json.dumps(list(articles)),)).fetchall()]


def in_order(connection: Connection, mentions: Collection[str]) -> list[str]:
    """List those of some mentions that are kept, so that what shares keys is near each other."""
    return [row[0] for row in connection.execute(IN_ORDER, (json.dumps(list(mentions)),)).fetchall()]


def linkable(connection: Connection, mentions: Collection[str]) -> Iterator[Linkable]:
    """Yield what is kept of some mentions, without the keys."""
    rows = connection.execute(LINKABLE, (json.dumps(list(mentions)),)).fetchall()
    for mention, origin, earliest, latest, precision, sketch, outlet in rows:
        days = {"earliest": earliest, "latest": latest, "precision": precision}
        yield Linkable(mention, origin, When.model_validate(days), (), sketch or b"", outlet or "")


def events_of(connection: Connection, mentions: Collection[str]) -> list[str]:
    """List the events of some mentions."""
    return [row[0] for row in connection.execute(EVENTS_OF, (json.dumps(list(mentions)),)).fetchall()]


def mentions_of(connection: Connection, events: Collection[str]) -> list[str]:
    """List the mentions of some events."""
    return [row[0] for row in connection.execute(MENTIONS_OF, (json.dumps(list(events)),)).fetchall()]
