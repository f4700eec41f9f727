"""Which columns are written and read, in their order; one row of a table is one tuple."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import chain
from sqlite3 import Connection
from typing import Any, Final

__all__ = [
    "ARTICLES",
    "CAPTURES",
    "CLAIMS",
    "EVENTS",
    "EVENT_CONFLICTS",
    "EVENT_HISTORY",
    "EVENT_MENTIONS",
    "EVIDENCE",
    "LISTS",
    "MENTIONS",
    "STATEMENTS",
    "TOPICS",
    "WHEN",
    "Batch",
    "Row",
    "Table",
]

Row = tuple[Any, ...]

PAGE: Final = 64  # rows that one statement adds; SQLite remembers how to run as many statements


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its columns."""

    name: str
    columns: tuple[str, ...]

    def insert(self, rows: int = 1) -> str:
        """The statement that adds so many rows."""
        marks = f"({', '.join('?' * len(self.columns))})"
        values = ", ".join([marks] * rows)
        return " ".join(("INSERT INTO", self.name, f"({', '.join(self.columns)})", "VALUES", values))

    @property
    def selected(self) -> str:
        """The columns, of the table under the name `r`."""
        return ", ".join(f"r.{column}" for column in self.columns)

    def children(self, *, order: str = "ordinal") -> str:
        """The query for the rows of a JSON list of owners; the first column is the owner."""
        owner = f"r.{self.columns[0]}"
        owned = (owner, "IN (SELECT value FROM json_each(?)) ORDER BY", owner, ",", order)
        return " ".join(("SELECT", self.selected, "FROM", self.name, "AS r WHERE", *owned))


class Batch:
    """Rows for several tables, written together in the order in which the tables were named."""

    def __init__(self, *tables: Table) -> None:
        self.rows: dict[Table, list[Row]] = defaultdict(list, {table: [] for table in tables})

    def add(self, table: Table, *rows: Row) -> None:
        """Add rows of one table."""
        self.rows[table].extend(rows)

    def write(self, connection: Connection) -> None:
        """Write and forget the rows.

        Many by one statement: FTS5 writes out its index whenever another statement begins.
        """
        for table, rows in self.rows.items():
            for start in range(0, len(rows), PAGE):
                page = rows[start : start + PAGE]
                connection.execute(table.insert(len(page)), tuple(chain.from_iterable(page)))
            rows.clear()


WHEN: Final = ("earliest", "latest", "precision", "basis", "edtf", "phrase_start", "phrase_stop", "reach")
CLAIMS: Final = (
    *("title", "outlet", "byline", "url", "language"),
    *("published_earliest", "published_latest", "published_precision", "published_basis"),
    *("published_edtf", "published_start", "published_stop"),
)
ARTICLES: Final = Table("articles", ("id", "sha256", "path", "part", *CLAIMS, "text"))
CAPTURES: Final = Table(
    "captures",
    (
        *(
            "article",
            "locator",
            "part",
            "captured_at",
            "seen_at",
            "bytes_sha256",
            "encoding",
            "superseded_by",
            "reread_as",
            "told_path",
            "told_part",
        ),
        *CLAIMS,
    ),
)
MENTIONS: Final = Table(
    "mentions",
    (
        *("n", "id", "kind", "status", "place", "round", "reference"),
        *("article", "according_to", "ordinal", *WHEN),
    ),
)
EVENTS: Final = Table(
    "events",
    ("n", "id", "kind", "status", "place", "round", "reference", "sources", *WHEN),
)
STATEMENTS: Final = Table(
    "statements",
    (
        *("n", "id", "article", "speaker", "party", "manner", "verb", "stance", "via", "addressee"),
        *("ordinal", *WHEN),
    ),
)
TOPICS: Final = Table("statement_topics", ("statement", "topic", "ordinal", "earliest", "latest"))
EVIDENCE: Final = Table(
    "evidence",
    (
        *("mention", "statement", "role", "ordinal", "article", "start", "stop"),
        *("quote", "prefix", "suffix", "rule"),
    ),
)
EVENT_MENTIONS: Final = Table("event_mentions", ("event", "mention", "ordinal"))
EVENT_HISTORY: Final = Table("event_history", ("event", "reported", "status", "mention", "ordinal"))
EVENT_CONFLICTS: Final = Table("event_conflicts", ("event", "field", '"values"', "ordinal"))


def _lists(owner: str, *dated: str) -> dict[str, Table]:
    counts = ("n", "of", "from_party", "to_party", "each", "bound")
    return {
        "parties": Table(f"{owner}_parties", (owner, "party", "ordinal", *dated)),
        "people": Table(f"{owner}_people", (owner, "person", "ordinal", *dated)),
        "counts": Table(f"{owner}_counts", (owner, *counts, "ordinal")),
    }


# Those that hold the dates of their owner can be walked in the order of dates.
LISTS: Final = {"mention": _lists("mention"), "event": _lists("event", "earliest", "latest")}
