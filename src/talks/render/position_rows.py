"""Stated positions as flat rows, for the formats of listings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from talks.render.evidence import name_of
from talks.render.positions import cue_of
from talks.render.records import Row
from talks.render.rows import statement_row
from talks.render.wording import load_wording
from talks.render.words import said
from talks.rows import WHEN
from talks.views.positions import Line, Stand, Table
from talks.views.sayings import Saying
from talks.views.turns import Turn, group_of

__all__ = [
    "LINE_BRIEF",
    "LINE_COLUMNS",
    "TABLE_BRIEF",
    "TABLE_COLUMNS",
    "in_words",
    "line_rows",
    "table_rows",
]

TABLE_COLUMNS: Final = (
    "record", "dossier", "topic", "party", "stance", "position", *WHEN, "statements", "turns", "turned",
    "speaker", "text", "quoted", "id",
)  # fmt: skip
TABLE_BRIEF: Final = ("topic", "party", "stance", "date", "statements", "turned", "speaker", "text", "id")
LINE_COLUMNS: Final = (
    "record", "dossier", "topic", "party", "id", *WHEN, "speaker", "for_party", "stance", "position",
    "manner", "text", "quoted", "cue", "outlet_word", "via", "outlets", "copies", "before", "before_date",
    "before_position", "before_text",
)  # fmt: skip
LINE_BRIEF: Final = (
    "topic",
    "party",
    "date",
    "speaker",
    "stance",
    "text",
    "outlets",
    "before_position",
    "id",
)


def table_rows(tables: Iterable[Table]) -> Iterator[Row]:
    """Yield a row for each topic and party of each negotiation."""
    for table in tables:
        for topic in table.topics:
            found = (table.stands.get((topic, party)) for party in table.parties)
            yield from (_stand(table.dossier, stand) for stand in found if stand)


def _stand(dossier: str, stand: Stand) -> Row:
    statement = stand.latest.statement
    turns = [turn.after.statement.when.date for turn in stand.turns]
    return statement_row(statement) | {
        "record": "stand",
        "dossier": dossier,
        "topic": stand.topic,
        "position": group_of(statement).value,
        "statements": stand.statements,
        "turns": len(turns),
        "turned": turns,
    }


def line_rows(lines: Iterable[Line]) -> Iterator[Row]:
    """Yield a row for each statement, and one for each turn after those of its topic and party."""
    for line in lines:
        where = {"dossier": line.dossier, "topic": line.topic, "party": line.party}
        yield from (_saying(saying, line) | where for saying in line.sayings)
        yield from (_turn(turn, line) | where for turn in line.turns)


def _saying(saying: Saying, line: Line) -> Row:
    statement = saying.statement
    articles = [line.articles[one.article] for one in saying.all if one.article in line.articles]
    return statement_row(statement) | {
        "record": "position",
        "for_party": statement.id not in line.others,
        "position": group_of(statement).value,
        "outlet_word": cue_of(statement, line.articles.get(statement.article)) or None,
        "outlets": list(dict.fromkeys(map(name_of, articles))),
        "copies": [copy.id for copy in saying.copies],
    }


def _turn(turn: Turn, line: Line) -> Row:
    before = turn.before.statement
    return _saying(turn.after, line) | {
        "record": "turn",
        "before": before.id,
        "before_date": before.when.date,
        "before_position": group_of(before).value,
        "before_text": said(before).words,
    }


def in_words(row: Row) -> Row:
    """Put a row into words for a table that people read."""
    groups, before = load_wording().groups, row.get("before_position")
    text = f"“{row['text']}”" if row["quoted"] else row["text"]
    return row | {
        "stance": groups[row["position"]],
        "text": text,
        "before_position": f"before: {groups[before]}" if before else None,
    }
