"""Find records by an id or its beginning, and by words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from sqlite3 import Connection
from typing import Final, Literal

from talks.errors import UnknownRecordError
from talks.models import Span

__all__ = ["Hit", "Letter", "Searched", "find", "search"]

Letter = Literal["a", "m", "e", "s"]
Searched = Literal["article", "mention", "statement"]

FEW: Final = 5  # candidates that are named when an id is ambiguous
LAST: Final = "\U0010ffff"
NAMES: Final = {"a": "article", "m": "mention", "e": "event", "s": "statement"}
BY_PREFIX: Final = {
    "a": "SELECT id FROM articles WHERE id >= ? AND id < ? ORDER BY id",
    "m": "SELECT id FROM mentions WHERE id >= ? AND id < ? ORDER BY id",
    "e": "SELECT id FROM events WHERE id >= ? AND id < ? ORDER BY id",
    "s": "SELECT id FROM statements WHERE id >= ? AND id < ? ORDER BY id",
}
BY_MENTION: Final = """SELECT DISTINCT e.id FROM event_mentions AS l JOIN events AS e ON e.n = l.event
WHERE l.mention >= ? AND l.mention < ? ORDER BY e.id"""
UNLINKED: Final = """SELECT m.id, a.superseded_by FROM mentions AS m JOIN articles AS a ON a.id = m.article
WHERE m.id >= ? AND m.id < ?"""

# The marks around found words: STX and ETX, which no normalised text holds.
MARKS: Final = re.compile("[\x02\x03]")
SEARCHES: Final = {
    "statement": """SELECT r.id, e.article, snippet(evidence_fts, 0, char(2), char(3), '…', 48)
FROM evidence_fts JOIN evidence AS e ON e.n = evidence_fts.rowid
JOIN statements AS r ON r.n = e.statement
WHERE evidence_fts MATCH ? AND e.article NOT IN (SELECT id FROM articles WHERE superseded_by IS NOT NULL)
ORDER BY rank, r.id LIMIT ?""",
    "mention": """SELECT r.id, e.article, snippet(evidence_fts, 0, char(2), char(3), '…', 48)
FROM evidence_fts JOIN evidence AS e ON e.n = evidence_fts.rowid
JOIN mentions AS r ON r.n = e.mention
WHERE evidence_fts MATCH ? AND e.article NOT IN (SELECT id FROM articles WHERE superseded_by IS NOT NULL)
ORDER BY rank, r.id LIMIT ?""",
    "article": """SELECT a.id, a.id, snippet(articles_fts, -1, char(2), char(3), '…', 48)
FROM articles_fts JOIN articles AS a ON a.n = articles_fts.rowid
WHERE articles_fts MATCH ? AND a.superseded_by IS NULL ORDER BY rank, a.id LIMIT ?""",
}


@dataclass(frozen=True, slots=True)
class Hit:
    """A record in which words were found, with an excerpt and where in it the words are."""

    record: Searched
    id: str
    article: str
    excerpt: str
    marks: tuple[Span, ...]


def find(connection: Connection, letter: Letter, prefix: str) -> str:
    """Resolve the beginning of an id; an event is also found by any of its mentions."""
    by_mention = letter == "e" and prefix.startswith("m")
    query = BY_MENTION if by_mention else BY_PREFIX[letter]
    bounds = (prefix, prefix + LAST)
    found = [row[0] for row in connection.execute(f"{query} LIMIT ?", (*bounds, FEW + 1)).fetchall()]
    if len(found) == 1:
        return str(found[0])
    if prefix in found:  # a whole id may begin another
        return prefix
    if found:
        raise _ambiguous(letter, prefix, found)
    raise _unlinked(connection, prefix, bounds) if by_mention else _unknown(letter, prefix)


def _unknown(letter: Letter, prefix: str) -> UnknownRecordError:
    letters = "e, or m for one of its mentions" if letter == "e" else letter
    remedy = f"an id of this kind begins with {letters}"
    return UnknownRecordError(prefix, f"no {NAMES[letter]} has this id", remedy)


def _ambiguous(letter: Letter, prefix: str, found: list[str]) -> UnknownRecordError:
    few = ", ".join(found[:FEW]) + (", …" if len(found) > FEW else "")
    return UnknownRecordError(prefix, f"several {NAMES[letter]}s begin so ({few})", "give more of the id")


def _unlinked(connection: Connection, prefix: str, bounds: tuple[str, str]) -> UnknownRecordError:
    """Say why a mention leads to no event."""
    row = connection.execute(UNLINKED, bounds).fetchone()
    if row is None:
        return _unknown("e", prefix)
    if row[1]:
        return UnknownRecordError(
            row[0], f"its article was superseded by {row[1]}", f"see `talks show article {row[1]}`"
        )
    return UnknownRecordError(row[0], "it is not linked to an event yet", "run `talks ingest` to its end")


def search(connection: Connection, words: str, record: Searched | None, limit: int) -> Iterator[Hit]:
    """Find all words, or phrases in double quotes; of each kind of record the best first."""
    phrases = [
        phrase or word for phrase, word in re.findall(r'"([^"]*)"|([^\s"]+)', words.replace("\0", " "))
    ]
    query = " ".join(f'"{phrase}"' for phrase in phrases)
    kinds: tuple[Searched, ...] = (record,) if record else ("statement", "mention", "article")
    for kind in kinds if query else ():
        for row in connection.execute(SEARCHES[kind], (query, limit)).fetchall():
            yield _hit(kind, *row)


def _hit(record: Searched, key: str, article: str, marked: str) -> Hit:
    ends = [found.start() - n for n, found in enumerate(MARKS.finditer(marked))]
    pairs = zip(ends[::2], ends[1::2], strict=False)
    marks = tuple(Span(start=start, end=end) for start, end in pairs)
    return Hit(record, key, article, MARKS.sub("", marked), marks)
