"""Records to rows; what is saved is loaded equal by `records`."""

from __future__ import annotations

import json
from typing import Any, Final

from talks.models import Event, Evidence, Mention, Span, Statement, When
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
    Row,
)

__all__ = ["REACHES", "add_event", "add_mention", "add_statement", "claims_row"]

REACHES: Final = (
    0,
    7,
    31,
    92,
    366,
    3_652_059,
)  # days; the last is longer than all the years that a date can have


def _span_row(span: Span | None) -> Row:
    return (span.start, span.end) if span else (None, None)


def _reach(when: When) -> int:
    if when.earliest is None or when.latest is None:
        return 0
    days = (when.latest - when.earliest).days
    return next(reach for reach in REACHES if days <= reach)


def _dated_row(when: When) -> Row:
    edges = (day.isoformat() if day else None for day in (when.earliest, when.latest))
    return (*edges, when.precision.value, when.basis.value, when.edtf, *_span_row(when.phrase))


def _when_row(when: When) -> Row:
    return (*_dated_row(when), _reach(when))


def claims_row(found: Any) -> Row:
    """Turn what an article or a capture says of title, outlet, …, date of publication into columns."""
    return (found.title, found.outlet, found.byline, found.url, found.language, *_dated_row(found.published))


def _add_lists(batch: Batch, kind: str, key: int, record: Mention | Event, *dated: str | None) -> None:
    """Add the parties, people and figures of a mention or an event."""
    tables = LISTS[kind]
    for what, names in (("parties", record.parties), ("people", record.people)):
        batch.add(tables[what], *((key, name, n, *dated) for n, name in enumerate(names)))
    for n, count in enumerate(record.counts):
        ends = (count.from_party, count.to_party, int(count.each), count.bound.value)
        batch.add(tables["counts"], (key, count.n, count.of, *ends, n))


def _evidence_row(found: Evidence, owner: Row, role: str, ordinal: int) -> Row:
    context = (found.quote, found.prefix, found.suffix, found.rule)
    return (*owner, role, ordinal, found.article, *_span_row(found.span), *context)


def add_mention(batch: Batch, key: int, mention: Mention, ordinal: int) -> None:
    """Add the rows of a mention that is the nth of its article."""
    place = (mention.place, mention.round, mention.reference)
    source = (mention.article, mention.according_to, ordinal)
    head = (key, mention.id, mention.kind, mention.status.value, *place, *source)
    batch.add(MENTIONS, (*head, *_when_row(mention.when)))
    _add_lists(batch, "mention", key, mention)
    batch.add(
        EVIDENCE, *(_evidence_row(e, (key, None), "evidence", n) for n, e in enumerate(mention.evidence))
    )


def add_statement(batch: Batch, key: int, statement: Statement, ordinal: int, text: str) -> None:
    """Add the rows of a statement that is the nth of its article, whose text gives the words of its parts."""
    s = statement
    who = (key, s.id, s.article, s.speaker, s.party, s.manner.value, s.verb, s.stance.value, s.via, s.to)
    when = _when_row(s.when)
    batch.add(STATEMENTS, (*who, ordinal, *when))
    batch.add(TOPICS, *((key, topic, n, *when[:2]) for n, topic in enumerate(s.topics)))
    batch.add(EVIDENCE, _evidence_row(s.evidence, (None, key), "evidence", 0))
    for role, spans in (("source", (s.source,)), ("cue", (s.cue,)), ("content", s.content)):
        for n, span in enumerate(spans):
            if span:
                part = Evidence(article=s.article, span=span, quote=span.of(text), rule=s.evidence.rule)
                batch.add(EVIDENCE, _evidence_row(part, (None, key), role, n))


def add_event(batch: Batch, key: int, event: Event) -> None:
    """Add the rows of an event."""
    what = (event.kind, event.status.value, event.place, event.round, event.reference, event.sources)
    when = _when_row(event.when)
    batch.add(EVENTS, (key, event.id, *what, *when))
    _add_lists(batch, "event", key, event, *when[:2])
    batch.add(EVENT_MENTIONS, *((key, mention, n) for n, mention in enumerate(event.mentions)))
    for n, step in enumerate(event.history):
        batch.add(EVENT_HISTORY, (key, step.reported, step.status.value, step.mention, n))
    for n, conflict in enumerate(event.conflicts):
        values = json.dumps(conflict.values, ensure_ascii=False)
        batch.add(EVENT_CONFLICTS, (key, conflict.field, values, n))
