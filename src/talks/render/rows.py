"""Events and statements as flat rows, for the formats of listings."""

from __future__ import annotations

from typing import Final

from talks.models import Event, Stance, Statement
from talks.render.figures import figure
from talks.render.records import Row
from talks.render.sentences import Sides, headline
from talks.render.wording import load_wording
from talks.render.words import said
from talks.rows import WHEN, when_row
from talks.views.timeline import Entry, Told

__all__ = [
    "BRIEF",
    "STATEMENT_BRIEF",
    "STATEMENT_COLUMNS",
    "TIMELINE_COLUMNS",
    "entry_row",
    "event_row",
    "for_people",
    "statement_row",
]

TIMELINE_COLUMNS: Final = (
    "record", "id", *WHEN, "kind", "status", "text", "speaker", "party", "parties", "people", "place",
    "round", "figures", "sources", "conflicts", "stance", "topics",
)  # fmt: skip
BRIEF: Final = ("date", "end", "kind", "status", "text", "place", "figures", "sources", "conflicts", "id")
UNKNOWN: Final = "unknown"
STATEMENT_COLUMNS: Final = (
    "record", "id", *WHEN, "speaker", "party", "stance", "topics", "manner", "text", "quoted", "cue",
    "verb", "via", "to", "article",
)  # fmt: skip
STATEMENT_BRIEF: Final = ("date", "speaker", "party", "stance", "topics", "text", "id")


def entry_row(entry: Entry, sides: Sides) -> Row:
    """Turn a line of the timeline into its row."""
    if isinstance(entry, Told):
        return event_row(entry, sides)
    return statement_row(entry) | {"kind": "statement"}


def statement_row(statement: Statement) -> Row:
    """Turn a statement into its row."""
    words, quoted, cue = said(statement)
    return {
        "record": "statement",
        "id": statement.id,
        **when_row(statement.when),
        "speaker": statement.speaker,
        "party": statement.party,
        "stance": statement.stance.value,
        "topics": list(statement.topics),
        "manner": statement.manner.value,
        "text": words,
        "quoted": quoted,
        "cue": cue,
        "verb": statement.verb,
        "via": statement.via,
        "to": statement.to,
        "article": statement.article,
    }


def for_people(row: Row) -> Row:
    """Put the row of a statement into words that name who says it, for a table that people read."""
    if row["record"] != "statement" or "speaker" not in row:
        return row
    speaker, party = row["speaker"] or UNKNOWN, row["party"]
    who = f"{speaker} ({party})" if party and party != speaker else speaker
    words = f"“{row['text']}”" if row["quoted"] else row["text"]
    stance = load_wording().stances[Stance(row["stance"])]
    link = f" {row['cue']} " if row["cue"] else ": "
    line = f"{who}{link}{words}" if "kind" in row else words  # a timeline has no column for the speaker
    return row | {"speaker": speaker, "stance": stance, "status": stance, "text": line}


def event_row(told: Told, sides: Sides) -> Row:
    """Turn an event into its row."""
    event: Event = told.event
    return {
        "record": "event",
        "id": event.id,
        **when_row(event.when),
        "kind": event.kind,
        "status": event.status.value,
        "text": headline(event, rule=told.rule, sides=sides, overdue=told.overdue),
        "parties": list(event.parties),
        "people": list(event.people),
        "place": event.place,
        "round": event.round,
        "figures": [figure(count) for count in event.counts],
        "sources": event.sources,
        "conflicts": [conflict.field for conflict in event.conflicts],
        "mentions": list(event.mentions),
    }
