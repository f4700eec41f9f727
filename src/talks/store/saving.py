"""Store what was read from articles, and the events that were linked from it."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from sqlite3 import Connection
from typing import Final

from talks.models import Article, Event, Extraction, Mention, Statement
from talks.paging import paged
from talks.store.captures import fingerprint
from talks.store.capturing import mark_stale
from talks.store.listings import MENTION_LISTING, STATEMENT_LISTING
from talks.store.queries import listed
from talks.store.records import load_mentions, load_statements
from talks.store.rows import add_event, add_mention, add_statement
from talks.store.tables import (
    EVENT_CONFLICTS,
    EVENT_HISTORY,
    EVENT_MENTIONS,
    EVENTS,
    EVIDENCE,
    LISTS,
    MENTIONS,
    STATEMENTS,
    TOPICS,
    Batch,
)

__all__ = ["needs_extraction", "records_of", "save_events", "save_records"]

RECORDS: Final = (STATEMENTS, TOPICS, MENTIONS, *LISTS["mention"].values(), EVIDENCE)
LINKED: Final = (EVENTS, *LISTS["event"].values(), EVENT_MENTIONS, EVENT_HISTORY, EVENT_CONFLICTS)
PAGE: Final = 512  # events that are written together

Records = tuple[tuple[Mention, ...], tuple[Statement, ...]]

SETTLE: Final = """UPDATE articles SET stale = 0
WHERE stale = 1 AND (superseded_by IS NOT NULL OR NOT EXISTS (
  SELECT 1 FROM mentions AS m WHERE m.article = articles.id
  AND NOT EXISTS (SELECT 1 FROM event_mentions AS l WHERE l.mention = m.id)))"""


def needs_extraction(connection: Connection, article: Article, engine: str) -> bool:
    """Tell whether the stored records were made from something else, or by another engine."""
    query = "SELECT 1 FROM articles WHERE id = ? AND extracted_from = ? AND engine = ?"
    return connection.execute(query, (article.id, fingerprint(article), engine)).fetchone() is None


def records_of(connection: Connection, article: str) -> Records:
    """Load the records of one article, in their order in it."""
    asked = {"article": article, "superseded": True, "order": "article"}
    return (
        tuple(listed(connection, MENTION_LISTING, load_mentions, asked)),
        tuple(listed(connection, STATEMENT_LISTING, load_statements, asked)),
    )


def save_records(connection: Connection, extraction: Extraction, engine: str) -> None:
    """Replace the records of an article, unless they are the same."""
    article = extraction.article
    query = "SELECT extracted_from IS NOT NULL, dossier FROM articles WHERE id = ?"
    extracted, dossier = connection.execute(query, (article.id,)).fetchone()
    new = (extraction.mentions, extraction.statements)
    if not extracted or dossier != extraction.dossier or records_of(connection, article.id) != new:
        mark_stale(connection, article.id)
        connection.execute("DELETE FROM mentions WHERE article = ?", (article.id,))
        connection.execute("DELETE FROM statements WHERE article = ?", (article.id,))
        _write(connection, extraction)
    done = "UPDATE articles SET extracted_from = ?, engine = ?, dossier = ? WHERE id = ?"
    connection.execute(done, (fingerprint(article), engine, extraction.dossier, article.id))


def _write(connection: Connection, extraction: Extraction) -> None:
    batch = Batch(*RECORDS)
    first = _next(connection, "SELECT max(n) FROM statements")
    for n, statement in enumerate(extraction.statements):
        add_statement(batch, first + n, statement, n, extraction.article.text)
    first = _next(connection, "SELECT max(n) FROM mentions")
    for n, mention in enumerate(extraction.mentions):
        add_mention(batch, first + n, mention, n)
    batch.write(connection)


def _next(connection: Connection, query: str) -> int:
    (last,) = connection.execute(query).fetchone()
    return (last or 0) + 1


def save_events(connection: Connection, events: Iterable[Event], replacing: Collection[str] | None) -> None:
    """Replace the events named, or all, and note which articles are linked by that."""
    if replacing is None:
        for table in reversed(LINKED):
            connection.execute(f"DELETE FROM {table.name}")  # noqa: S608 - the name is one of our tables
    else:
        gone = "DELETE FROM events WHERE id IN (SELECT value FROM json_each(?))"
        connection.execute(gone, (json.dumps(list(replacing)),))
    first = _next(connection, "SELECT max(n) FROM events")
    batch = Batch(*LINKED)
    for page in paged(enumerate(events, first), PAGE):
        for key, event in page:
            add_event(batch, key, event)
        batch.write(connection)
    connection.execute(SETTLE)
