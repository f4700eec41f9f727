"""JSON Lines: every record with its evidence, one object a line; the export contract of docs/."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any, Final, TextIO

from talks.exporters import Format, Wanted
from talks.models import Article, Conflict, Count, Event, Evidence, Mention, Span, Statement
from talks.render.records import json_text
from talks.rows import when_row
from talks.store import Store

__all__ = ["FORMAT", "article_row", "event_row", "mention_row", "statement_row", "write"]

Row = dict[str, Any]


def write(store: Store, out: TextIO, _wanted: Wanted) -> None:
    """Write articles, mentions, events and statements, in an order that only their content decides."""
    for row in _rows(store):
        out.write(json_text(row, compact=True) + "\n")


def _rows(store: Store) -> Iterator[Row]:
    rows: Iterable[Iterable[Row]] = (
        (article_row(article) for article in store.articles()),
        (mention_row(mention, event) for mention, event in store.linked_mentions(order="article")),
        (event_row(event) for event in store.events()),
        (statement_row(statement) for statement in store.statements(order="article")),
    )
    return chain.from_iterable(rows)


def article_row(article: Article) -> Row:
    """Turn an article into its row."""
    return {
        "record": "article",
        "id": article.id,
        "path": article.path,
        "part": article.part,
        "title": article.title,
        "outlet": article.outlet,
        "byline": article.byline,
        "url": article.url,
        "language": article.language,
        "sha256": article.sha256,
        "published": when_row(article.published) | {"phrase": _span(article.published.phrase)},
        "text": article.text,
    }


def mention_row(mention: Mention, event: str | None) -> Row:
    """Turn a mention and the id of its event into their row."""
    first, *more = (_evidence(evidence) for evidence in mention.evidence)
    return {
        "record": "mention",
        "id": mention.id,
        "article": mention.article,
        "event": event,
        **_happening(mention),
        "phrase": _span(mention.when.phrase),
        "according_to": mention.according_to,
        "evidence": first,
        "more_evidence": more,
    }


def event_row(event: Event) -> Row:
    """Turn an event into its row."""
    return {
        "record": "event",
        "id": event.id,
        **_happening(event),
        "history": [
            {"reported": s.reported, "status": s.status.value, "mention": s.mention} for s in event.history
        ],
        "conflicts": [_conflict(conflict) for conflict in event.conflicts],
        "mentions": list(event.mentions),
        "sources": event.sources,
    }


def statement_row(statement: Statement) -> Row:
    """Turn a statement into its row."""
    parts = {
        "source": _span(statement.source),
        "cue": _span(statement.cue),
        "content": [_span(span) for span in statement.content],
    }
    return {
        "record": "statement",
        "id": statement.id,
        "article": statement.article,
        "speaker": statement.speaker,
        "party": statement.party,
        "manner": statement.manner.value,
        "verb": statement.verb,
        "topics": list(statement.topics),
        "stance": statement.stance.value,
        "via": statement.via,
        "to": statement.to,
        **when_row(statement.when),
        "phrase": _span(statement.when.phrase),
        "evidence": _evidence(statement.evidence) | parts,
    }


def _happening(record: Mention | Event) -> Row:
    return {
        "kind": record.kind,
        "status": record.status.value,
        **when_row(record.when),
        "place": record.place,
        "parties": list(record.parties),
        "people": list(record.people),
        "round": record.round,
        "counts": [_count(count) for count in record.counts],
        "reference": record.reference,
    }


def _count(count: Count) -> Row:
    sides = {"from": count.from_party, "to": count.to_party}
    return {"n": count.n, "of": count.of, **sides, "each": count.each, "bound": count.bound.value}


def _conflict(conflict: Conflict) -> Row:
    values = [{"value": value, "mentions": list(mentions)} for value, mentions in conflict.values]
    return {"field": conflict.field, "values": values}


def _evidence(evidence: Evidence) -> Row:
    span = evidence.span
    return {"text": evidence.quote, "start": span.start, "end": span.end, "rule": evidence.rule}


def _span(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


FORMAT: Final = Format(write=write, media_type="application/jsonl", suffix=".jsonl")
