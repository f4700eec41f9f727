"""Rows to records, a page at a time, so that a listing costs a fixed number of queries for each page."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from sqlite3 import Connection
from typing import Any, Final

from talks.models import Article, Event, Mention, Statement
from talks.store.tables import (
    ARTICLES,
    EVENT_CONFLICTS,
    EVENT_HISTORY,
    EVENT_MENTIONS,
    EVENTS,
    LISTS,
    MENTIONS,
    TOPICS,
    Row,
    Table,
)

__all__ = [
    "load_articles",
    "load_claims",
    "load_events",
    "load_linked_mentions",
    "load_mentions",
    "load_statements",
]


def _span(start: int | None, stop: int | None) -> dict[str, int | None] | None:
    return None if start is None else {"start": start, "end": stop}


def _when(row: Sequence[Any]) -> dict[str, Any]:
    earliest, latest, precision, basis, _, start, stop = row[:7]
    return {
        "earliest": earliest,
        "latest": latest,
        "precision": precision,
        "basis": basis,
        "phrase": _span(start, stop),
    }


def load_claims(row: Sequence[Any]) -> dict[str, Any]:
    """Turn the columns of `claims_row` back into fields."""
    names = ("title", "outlet", "byline", "url", "language")
    return {**dict(zip(names, row, strict=False)), "published": _when(row[5:])}


def load_articles(_: Connection, rows: Iterable[Row]) -> Iterator[Article]:
    """Turn rows of `articles` into records."""
    text = ARTICLES.columns.index("text")
    for row in rows:
        head = {"id": row[0], "sha256": row[1], "path": row[2], "part": row[3], "text": row[text]}
        yield Article.model_validate(head | load_claims(row[4:text]))


def _grouped(connection: Connection, query: str, ids: str) -> Mapping[int, list[Row]]:
    """Fetch the rows of many owners at once, by owner."""
    found: defaultdict[int, list[Row]] = defaultdict(list)
    for row in connection.execute(query, (ids,)).fetchall():
        found[row[0]].append(row)
    return found


def _ids(rows: Sequence[Row]) -> str:
    """Name the owners as their parts do: by their first column."""
    return json.dumps([row[0] for row in rows])


def _evidence_query(owner: str) -> str:
    columns = (owner, "role", "article", "start", "stop", "quote", "prefix", "suffix", "rule")
    return Table("evidence", columns).children(order="r.role, r.ordinal")


_LISTED = (table for tables in LISTS.values() for table in tables.values())
_CHILDREN: Final = {
    table: table.children() for table in (TOPICS, EVENT_MENTIONS, EVENT_HISTORY, EVENT_CONFLICTS, *_LISTED)
}
_MENTION_EVIDENCE: Final = _evidence_query("mention")
_STATEMENT_EVIDENCE: Final = _evidence_query("statement")


class _Lists:
    """The parties, people and figures of a page of mentions or events."""

    def __init__(self, connection: Connection, owner: str, ids: str) -> None:
        names = ("parties", "people", "counts")
        queries = (_CHILDREN[LISTS[owner][name]] for name in names)
        self.parties, self.people, self.counts = (_grouped(connection, query, ids) for query in queries)

    def of(self, key: int) -> dict[str, Any]:
        """Return the fields of one record."""
        return {
            "parties": [row[1] for row in self.parties.get(key, ())],
            "people": [row[1] for row in self.people.get(key, ())],
            "counts": [_count(*row[1:7]) for row in self.counts.get(key, ())],
        }


def _count(n: int, of: str, giver: str | None, taker: str | None, each: int, bound: str) -> dict[str, Any]:
    return {"n": n, "of": of, "from_party": giver, "to_party": taker, "each": each, "bound": bound}


def _evidence(row: Row) -> dict[str, Any]:
    _, _, article, start, stop, quote, prefix, suffix, rule = row
    span = {"start": start, "end": stop}
    context = {"quote": quote, "prefix": prefix, "suffix": suffix, "rule": rule}
    return {"article": article, "span": span, **context}


def load_mentions(connection: Connection, rows: Sequence[Row]) -> Iterator[Mention]:
    """Turn rows of `mentions` into records."""
    ids = _ids(rows)
    lists, evidence = _Lists(connection, "mention", ids), _grouped(connection, _MENTION_EVIDENCE, ids)
    for row in rows:
        fields = dict(zip(MENTIONS.columns[1:9], row[1:9], strict=True))
        shown = [_evidence(part) for part in evidence.get(row[0], ())]
        parts = lists.of(row[0])
        yield Mention.model_validate({**fields, **parts, "when": _when(row[10:]), "evidence": shown})


def load_linked_mentions(connection: Connection, rows: Sequence[Row]) -> Iterator[tuple[Mention, str | None]]:
    """Turn rows of `mentions` into records, each with the id of its event."""
    query = """SELECT l.mention, e.id FROM event_mentions AS l JOIN events AS e ON e.n = l.event
      WHERE l.mention IN (SELECT value FROM json_each(?))"""
    events = dict(connection.execute(query, (json.dumps([row[1] for row in rows]),)).fetchall())
    for mention in load_mentions(connection, rows):
        yield mention, events.get(mention.id)


def load_statements(connection: Connection, rows: Sequence[Row]) -> Iterator[Statement]:
    """Turn rows of `statements` into records."""
    ids = _ids(rows)
    topics = _grouped(connection, _CHILDREN[TOPICS], ids)
    evidence = _grouped(connection, _STATEMENT_EVIDENCE, ids)
    names = ("id", "article", "speaker", "party", "manner", "verb", "stance", "via", "to")
    for row in rows:
        fields = dict(zip(names, row[1:10], strict=True))
        about = [topic[1] for topic in topics.get(row[0], ())]
        parts = _parts(evidence.get(row[0], ()))
        yield Statement.model_validate({**fields, **parts, "when": _when(row[11:]), "topics": about})


def _parts(rows: Iterable[Row]) -> dict[str, Any]:
    """Return the evidence, source, cue and content of a statement."""
    spans: dict[str, list[Any]] = {"source": [], "cue": [], "content": []}
    parts: dict[str, Any] = {}
    for row in rows:
        if row[1] == "evidence":
            parts["evidence"] = _evidence(row)
        else:
            spans[row[1]].append(_span(row[3], row[4]))
    single = {role: next(iter(spans[role]), None) for role in ("source", "cue")}
    return {**parts, **single, "content": spans["content"]}


def load_events(connection: Connection, rows: Sequence[Row]) -> Iterator[Event]:
    """Turn rows of `events` into records."""
    ids = _ids(rows)
    lists = _Lists(connection, "event", ids)
    queries = (_CHILDREN[table] for table in (EVENT_MENTIONS, EVENT_HISTORY, EVENT_CONFLICTS))
    mentions, history, conflicts = (_grouped(connection, query, ids) for query in queries)
    for row in rows:
        fields = dict(zip(EVENTS.columns[1:8], row[1:8], strict=True))
        linked = {
            "mentions": [told[1] for told in mentions.get(row[0], ())],
            "history": [
                {"reported": reported, "status": status, "mention": mention}
                for _, reported, status, mention, _ in history.get(row[0], ())
            ],
            "conflicts": [
                {"field": of, "values": json.loads(values)} for _, of, values, _ in conflicts.get(row[0], ())
            ],
        }
        yield Event.model_validate({**fields, **lists.of(row[0]), **linked, "when": _when(row[8:])})
