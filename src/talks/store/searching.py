"""Find records by words, in the full-text indices."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from sqlite3 import Connection
from typing import Any, Final, Literal

from talks.models import Span
from talks.store.joint import with_joint
from talks.store.listings import ARTICLE_LISTING, MENTION_LISTING, STATEMENT_LISTING, Listing
from talks.store.queries import kept

__all__ = ["Hit", "Searched", "search"]

Searched = Literal["statement", "mention", "article"]

# The marks around found words: STX and ETX, which no normalised text holds.
MARKS: Final = re.compile("[\x02\x03]")
PHRASE: Final = re.compile(r'"([^"]*)"|([^\s"]+)')
EXCERPT: Final = "char(2), char(3), '…', 48"  # of at most so many tokens
QUOTED: Final = (
    f"snippet(evidence_fts, 0, {EXCERPT}) FROM evidence_fts JOIN evidence AS q ON q.n = evidence_fts.rowid"
)
SEARCHES: Final[dict[Searched, tuple[Listing, str]]] = {
    "statement": (
        STATEMENT_LISTING,
        f"r.id, r.article, {QUOTED} JOIN statements AS r ON r.n = q.statement WHERE evidence_fts MATCH ?",
    ),
    "mention": (
        MENTION_LISTING,
        f"r.id, r.article, {QUOTED} JOIN mentions AS r ON r.n = q.mention WHERE evidence_fts MATCH ?",
    ),
    "article": (
        ARTICLE_LISTING,
        f"r.id, r.id, snippet(articles_fts, -1, {EXCERPT}) FROM articles_fts "
        "JOIN articles AS r ON r.n = articles_fts.rowid WHERE articles_fts MATCH ?",
    ),
}


@dataclass(frozen=True, slots=True)
class Hit:
    """A record in which words were found, with an excerpt and where in it the words are."""

    record: Searched
    id: str
    article: str
    excerpt: str
    marks: tuple[Span, ...]


def search(
    connection: Connection, words: str, record: Searched | None, limit: int, filters: Mapping[str, Any]
) -> Iterator[Hit]:
    """Find all words, or phrases in double quotes; of each kind of record the best first.

    `filters` are those of the listings; a kind of record that can't be asked for one of them is left out.
    """
    filters = with_joint(connection, filters)
    phrases = [phrase or word for phrase, word in PHRASE.findall(words.replace("\0", " "))]
    query = " ".join(f'"{phrase}"' for phrase in phrases)
    kinds: tuple[Searched, ...] = (record,) if record else tuple(SEARCHES)
    for kind in kinds if query else ():
        listing, found = SEARCHES[kind]
        condition = kept(listing, filters)
        if condition is None:
            continue
        where, parameters = condition
        ranked = " ".join(("SELECT", found, "AND", where, "ORDER BY rank, r.id LIMIT ?"))
        for row in connection.execute(ranked, (query, *parameters, limit)).fetchall():
            yield _hit(kind, *row)


def _hit(record: Searched, key: str, article: str, marked: str) -> Hit:
    ends = [found.start() - n for n, found in enumerate(MARKS.finditer(marked))]
    pairs = zip(ends[::2], ends[1::2], strict=False)
    marks = tuple(Span(start=start, end=end) for start, end in pairs)
    return Hit(record, key, article, MARKS.sub("", marked), marks)
