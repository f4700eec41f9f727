"""Check a whole database again, offline: that it is sound, and that every quote is in its text."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from sqlite3 import Connection
from typing import Final

from talks.errors import StoreError
from talks.store.faults import damaged
from talks.store.fetches import damage
from talks.store.store import Store

__all__ = ["Problem", "verify"]

EVIDENCE: Final = """SELECT r.id, e.role, e.article, e.start, e.stop, e.quote, e.prefix, e.suffix
FROM mentions AS r JOIN evidence AS e ON e.mention = r.n WHERE r.article = ?1
UNION ALL
SELECT r.id, e.role, e.article, e.start, e.stop, e.quote, e.prefix, e.suffix
FROM statements AS r JOIN evidence AS e ON e.statement = r.n WHERE r.article = ?1"""
PHRASES: Final = """SELECT id, phrase_start, phrase_stop FROM mentions
WHERE article = ?1 AND phrase_start IS NOT NULL
UNION ALL
SELECT id, phrase_start, phrase_stop FROM statements WHERE article = ?1 AND phrase_start IS NOT NULL
UNION ALL
SELECT id, published_start, published_stop FROM articles WHERE id = ?1 AND published_start IS NOT NULL"""
WITHOUT_EVIDENCE: Final = """SELECT id FROM mentions AS r WHERE NOT EXISTS (
  SELECT 1 FROM evidence WHERE mention = r.n AND role = 'evidence')
UNION ALL
SELECT id FROM statements AS r WHERE NOT EXISTS (
  SELECT 1 FROM evidence WHERE statement = r.n AND role = 'evidence')"""
WITHOUT_EVENT: Final = """SELECT m.id FROM mentions AS m JOIN articles AS a ON a.id = m.article
WHERE a.superseded_by IS NULL AND NOT EXISTS (SELECT 1 FROM event_mentions WHERE mention = m.id)"""
OF_SUPERSEDED: Final = """SELECT l.mention FROM event_mentions AS l JOIN mentions AS m ON m.id = l.mention
JOIN articles AS a ON a.id = m.article WHERE a.superseded_by IS NOT NULL"""
WITHOUT_MENTION: Final = """SELECT id FROM events AS e
WHERE NOT EXISTS (SELECT 1 FROM event_mentions WHERE event = e.n)"""
INDEXED: Final = {
    "articles_fts": """SELECT n FROM articles EXCEPT SELECT id FROM articles_fts_docsize
UNION SELECT * FROM (SELECT id FROM articles_fts_docsize EXCEPT SELECT n FROM articles)""",
    "evidence_fts": """SELECT n FROM quotes EXCEPT SELECT id FROM evidence_fts_docsize
UNION SELECT * FROM (SELECT id FROM evidence_fts_docsize EXCEPT SELECT n FROM quotes)""",
}
IN_STEP: Final = {
    "articles_fts": "INSERT INTO articles_fts (articles_fts, rank) VALUES ('integrity-check', 1)",
    "evidence_fts": "INSERT INTO evidence_fts (evidence_fts, rank) VALUES ('integrity-check', 1)",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a record, or with a table."""

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


def verify(store: Store) -> Iterator[Problem]:
    """Check everything, and yield what is wrong; nothing if all is well."""
    for check in (_sound, _keys, _texts, _bodies, _records, _links, _words):
        try:
            yield from check(store)
        except StoreError as error:
            yield Problem(error.where, f"{error.what}; {error.remedy}")
            return  # of a file that can't be read, the other checks could but say the same


def _sound(store: Store) -> tuple[Problem, ...]:
    """Let SQLite look through the file; what it finds is one fault, with one remedy."""
    found = store.connection.execute("PRAGMA integrity_check").fetchall()
    first, *more = [line for (told,) in found for line in told.splitlines()]
    if first != "ok":
        raise damaged(store.path, f"{first}, and {len(more)} more" if more else first)
    return ()


def _keys(store: Store) -> Iterator[Problem]:
    for table, row, parent, _ in store.connection.execute("PRAGMA foreign_key_check").fetchall():
        where = f"{table} {row}" if row is not None else str(table)
        yield Problem(where, f"belongs to nothing in {parent}")


def _texts(store: Store) -> Iterator[Problem]:
    """Check each text against its digest, and each span against its text."""
    cursor = store.connection.execute("SELECT id, sha256, text FROM articles ORDER BY id")
    while rows := cursor.fetchmany(16):
        for article, sha256, text in rows:
            if hashlib.sha256(text.encode()).hexdigest() != sha256:
                yield Problem(article, "its text was altered: it doesn't have its SHA-256")
            yield from _spans(store.connection, article, text)


def _spans(connection: Connection, article: str, text: str) -> Iterator[Problem]:
    for owner, role, of, start, stop, quote, prefix, suffix in connection.execute(
        EVIDENCE, (article,)
    ).fetchall():
        where = f"{owner} ({role})"
        if of != article:
            yield Problem(where, f"its words are of another article, {of}")
        elif not 0 <= start <= stop <= len(text):
            yield Problem(where, f"{start}–{stop} is outside the text of {article}")
        elif text[start:stop] != quote:
            yield Problem(where, f"the quote is not what stands at {start}–{stop} of {article}")
        elif not (text.endswith(prefix, 0, start) and text.startswith(suffix, stop)):
            yield Problem(where, f"its context is not what stands around {start}–{stop} of {article}")
    for owner, start, stop in connection.execute(PHRASES, (article,)).fetchall():
        if not 0 <= start <= stop <= len(text):
            yield Problem(owner, f"the words of its date, {start}–{stop}, are outside the text of {article}")


def _bodies(store: Store) -> Iterator[Problem]:
    """Check the bytes that were fetched against their digests."""
    cursor = store.connection.execute("SELECT sha256, size, packed FROM bodies ORDER BY sha256")
    for sha256, size, packed in cursor:  # one at a time: each may be large
        if what := damage(sha256, size, packed):
            yield Problem(f"body {sha256[:12]}", what)


def _records(store: Store) -> Iterator[Problem]:
    for (record,) in store.connection.execute(WITHOUT_EVIDENCE).fetchall():
        yield Problem(record, "it has no evidence")


def _links(store: Store) -> Iterator[Problem]:
    """Check that each mention is in one event; a database that waits to be linked is not at fault."""
    if store.links_stale:
        return
    for query, what in (
        (WITHOUT_EVENT, "it is in no event"),
        (OF_SUPERSEDED, "it is in an event, though its article was superseded"),
        (WITHOUT_MENTION, "no mention tells of it"),
    ):
        for (record,) in store.connection.execute(query).fetchall():
            yield Problem(record, what)


def _words(store: Store) -> Iterator[Problem]:
    """Check that the full-text indices are in step."""
    for index in IN_STEP:
        missing = store.connection.execute(INDEXED[index]).fetchone()
        if missing or not _in_step(store, index):
            yield Problem(index, "the index is out of step with the texts; search may miss words")


def _in_step(store: Store, index: str) -> bool:
    """Compare an index with what it indexes, word by word, where the file can be written to.

    SQLite has this only as a command that needs leave to write, though it writes nothing.
    """
    writer = sqlite3.connect(store.path, timeout=0, isolation_level=None)
    try:
        writer.execute(IN_STEP[index])
    except sqlite3.OperationalError:  # read-only or in use: that all rows are there has been checked
        return True
    except sqlite3.DatabaseError:
        return False
    finally:
        writer.close()
    return True
