"""CSV tables as a Frictionless data package: for spreadsheets, R and pandas; several files.

RFC 4180, in UTF-8, one table a file, with datapackage.json, which says what each column is and how the tables
belong together. Where a spreadsheet might begin a formula, an apostrophe stands before it. Of control
characters, line ends alone are kept; the others are shown as pictures or codes.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, Final

from talks.exporters import Format, Shape, Wanted
from talks.exporters._tables import Table, load_tables, package_of
from talks.exporters._timeline import Timeline
from talks.models import Count, Evidence
from talks.render.harmless import harmless_lines
from talks.render.spreadsheets import guarded
from talks.render.words import said
from talks.rows import when_row
from talks.store import Store
from talks.views.timeline import Asked

__all__ = ["FORMAT", "write"]

BOM: Final = "\ufeff"  # Excel takes a file for UTF-8 only with this before it
ESCAPED: Final = str.maketrans({"\\": "\\\\", ";": "\\;"})

Row = dict[str, Any]


def write(store: Store, folder: Path, wanted: Wanted) -> None:
    """Write a file for each table, and the description of them all."""
    tables = load_tables()
    for table in tables:
        with (folder / table.path).open("w", encoding="utf-8", newline="") as file:
            file.write(BOM if wanted.excel else "")
            writer = csv.writer(file)
            writer.writerow(table.columns)
            writer.writerows(_cells(row, table) for row in ROWS[table.name](store))
    package = json.dumps(package_of(tables), ensure_ascii=False, indent=2)
    (folder / "datapackage.json").write_text(package + "\n", encoding="utf-8", newline="")


def _cells(row: Row, table: Table) -> list[str]:
    return [_cell(row[name], is_text=table.is_text(name)) for name in table.columns]


def _cell(value: Any, *, is_text: bool) -> str:
    if value is None:
        return ""
    if not is_text:
        return str(value).lower()  # a number, true or false
    if isinstance(value, Sequence) and not isinstance(value, str):
        value = "; ".join(str(item).translate(ESCAPED) for item in value)
    return guarded(harmless_lines(value))


def _articles(store: Store) -> Iterator[Row]:
    names = ("id", "path", "part", "title", "outlet", "byline", "url", "language", "sha256")
    for article in store.articles():
        yield {name: getattr(article, name) for name in names} | when_row(article.published)


def _events(store: Store) -> Iterator[Row]:
    timeline = Timeline(store, Asked())
    for told in chain(timeline.events(), timeline.undated()):
        event = told.event
        yield {
            "id": event.id,
            **_happening(event),
            "headline": timeline.words(told),
            "sources": event.sources,
            "conflicts": [conflict.field for conflict in event.conflicts],
        }


def _history(store: Store) -> Iterator[Row]:
    for event in store.events():
        for n, step in enumerate(event.history):
            yield {
                "event": event.id,
                "ordinal": n,
                "reported": step.reported,
                "status": step.status,
                "mention": step.mention,
            }


def _mentions(store: Store) -> Iterator[Row]:
    for mention, event in store.linked_mentions(order="article"):
        yield {
            "id": mention.id,
            "article": mention.article,
            "event": event,
            **_happening(mention),
            "according_to": mention.according_to,
            **_quote(mention.evidence[0]),
        }


def _counts(store: Store) -> Iterator[Row]:
    for event in store.events():
        yield from _figures(event.counts, event=event.id)
    for mention in store.mentions(order="article"):
        yield from _figures(mention.counts, mention=mention.id)


def _figures(
    counts: Iterable[Count], *, event: str | None = None, mention: str | None = None
) -> Iterator[Row]:
    for n, count in enumerate(counts):
        sides = {"from": count.from_party, "to": count.to_party}
        what = {"n": count.n, "of": count.of, "each": count.each, "bound": count.bound}
        yield {"event": event, "mention": mention, "ordinal": n, **what, **sides}


def _statements(store: Store) -> Iterator[Row]:
    names = ("id", "article", "speaker", "party", "manner", "verb", "stance", "topics", "via", "to")
    for statement in store.statements(order="article"):
        yield {
            **{name: getattr(statement, name) for name in names},
            **when_row(statement.when),
            "text": said(statement).words,
            **_quote(statement.evidence),
        }


def _happening(record: Any) -> Row:
    names = ("kind", "status", "parties", "people", "place", "round", "reference")
    return {name: getattr(record, name) for name in names} | when_row(record.when)


def _quote(evidence: Evidence) -> Row:
    span = evidence.span
    return {
        "quote": evidence.quote,
        "quote_start": span.start,
        "quote_end": span.end,
        "rule": evidence.rule,
    }


ROWS: Final[dict[str, Callable[[Store], Iterator[Row]]]] = {
    "articles": _articles,
    "events": _events,
    "history": _history,
    "mentions": _mentions,
    "counts": _counts,
    "statements": _statements,
}
FORMAT: Final = Format(
    write=write,
    media_type="application/zip",
    suffix=".zip",
    shape=Shape.FILES,
    takes=frozenset({"excel"}),
)
