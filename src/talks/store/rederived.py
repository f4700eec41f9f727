"""What the last upgrade of engine or codebook changed: the records gained, lost and told otherwise.

It is kept in the same transaction as the records that are derived again, so that nothing of it is lost with
a process, and what an upgrade took away can still be looked at.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final, Literal

from talks.store.store import Store
from talks.store.tables import Table

__all__ = [
    "Rederived",
    "Upgrade",
    "engine_of",
    "keep_event_changes",
    "keep_rederived",
    "last_upgrade",
    "mark_events",
    "rederived",
]

NOTE: Final = "rederived"  # the note of what was derived again: by which version, and how many articles
TABLE: Final = Table("rederived", ("article", "record", "id", "change", "fields", "before", "after"))
SELECT: Final = " ".join(("SELECT", TABLE.selected, "FROM rederived AS r ORDER BY r.n"))

EVENT: Final = (
    "json_object('kind', {0}.kind, 'status', {0}.status, 'date', {0}.edtf, 'place', {0}.place, 'id', {0}.id)"
)
MARK: Final = (
    "DROP TABLE IF EXISTS temp.events_before",
    "CREATE TEMP TABLE events_before AS SELECT id, kind, status, edtf, place FROM events",
    "CREATE UNIQUE INDEX temp.events_before_id ON events_before (id)",
)
LOST_EVENTS: Final = f"""INSERT INTO rederived (record, id, change, fields, before)
SELECT 'event', b.id, 'lost', '[]', {EVENT.format("b")} FROM temp.events_before AS b
WHERE NOT EXISTS (SELECT 1 FROM events AS e WHERE e.id = b.id) ORDER BY b.edtf, b.id"""  # noqa: S608 - ours
GAINED_EVENTS: Final = f"""INSERT INTO rederived (record, id, change, fields, after)
SELECT 'event', e.id, 'gained', '[]', {EVENT.format("e")} FROM events AS e
WHERE NOT EXISTS (SELECT 1 FROM temp.events_before AS b WHERE e.id = b.id) ORDER BY e.edtf, e.id"""  # noqa: S608
CHANGED_EVENTS: Final = f"""INSERT INTO rederived (record, id, change, fields, before, after)
SELECT 'event', e.id, 'changed',
  (SELECT json_group_array(value) FROM json_each(json_array(
    iif(e.kind IS b.kind, NULL, 'kind'), iif(e.status IS b.status, NULL, 'status'),
    iif(e.edtf IS b.edtf, NULL, 'date'), iif(e.place IS b.place, NULL, 'place'))) WHERE value IS NOT NULL),
  {EVENT.format("b")}, {EVENT.format("e")}
FROM events AS e JOIN temp.events_before AS b ON b.id = e.id
WHERE (e.kind, e.status, e.edtf, e.place) IS NOT (b.kind, b.status, b.edtf, b.place)
ORDER BY e.edtf, e.id"""  # noqa: S608 - nothing in it is from outside


@dataclass(frozen=True, slots=True)
class Rederived:
    """A record that an upgrade gained, lost or tells otherwise: as it was and as it is, as JSON has it.

    `article` is where it is read; None for an event. `fields` names what of it is told otherwise.
    """

    article: str | None
    record: Literal["statement", "mention", "event"]
    id: str
    change: Literal["gained", "lost", "changed"]
    fields: tuple[str, ...] = ()
    before: dict[str, Any] | None = None
    after: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Upgrade:
    """The version by which records were derived again last, and of how many articles that was."""

    version: str
    articles: int


def engine_of(store: Store, article: str) -> str | None:
    """Return the version of the engine that the records of an article were made by."""
    row = store.connection.execute("SELECT engine FROM articles WHERE id = ?", (article,)).fetchone()
    return row[0] if row else None


def last_upgrade(store: Store) -> Upgrade | None:
    """Return by what, and of how many articles, records were derived again last."""
    note = store.recall(NOTE)
    return Upgrade(**json.loads(note)) if note else None


def keep_rederived(store: Store, version: str, found: Iterable[Rederived], *, articles: int = 1) -> None:
    """Keep what an upgrade changed; what the upgrade before it did is forgotten with its first article."""
    with store.transaction():
        last = last_upgrade(store)
        if last is None or last.version != version:
            store.connection.execute("DELETE FROM rederived")
            last = Upgrade(version, 0)
        note = {"version": version, "articles": last.articles + articles}
        store.remember(NOTE, json.dumps(note))
        for row in found:
            store.connection.execute(TABLE.insert(), _row(row))


def rederived(store: Store) -> Iterator[Rederived]:
    """List what the last upgrade changed, article by article as it came to them; then the events."""
    cursor = store.connection.execute(SELECT)
    while rows := cursor.fetchmany(500):
        for article, record, key, change, fields, before, after in rows:
            told = (json.loads(text) if text else None for text in (before, after))
            yield Rederived(article, record, key, change, tuple(json.loads(fields)), *told)


def mark_events(store: Store) -> None:
    """Remember the events as they are, for as long as the database is open."""
    for statement in MARK:
        store.connection.execute(statement)


def keep_event_changes(store: Store) -> None:
    """Keep which events are others than those that were marked."""
    for statement in (LOST_EVENTS, GAINED_EVENTS, CHANGED_EVENTS):
        store.connection.execute(statement)


def _row(found: Rederived) -> tuple[str | None, ...]:
    told = (json.dumps(value, ensure_ascii=False) if value else None for value in (found.before, found.after))
    return (found.article, found.record, found.id, found.change, json.dumps(found.fields), *told)
