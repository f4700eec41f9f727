"""What is followed: feeds, and pages; each is told by its address."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, Final

from talks.models import record_id
from talks.store.store import Store

__all__ = [
    "NO_VALIDATORS",
    "Category",
    "Followed",
    "Kind",
    "Polled",
    "Result",
    "Validators",
    "add_source",
    "list_sources",
    "note_poll",
    "remove_source",
]

Category = tuple[str, ...]  # names, the outermost first; empty for none
TOP: Final[tuple[Category, ...]] = ((),)


class Kind(StrEnum):
    """What a source is: a feed that names pages, or a page that is followed itself."""

    FEED = "feed"
    PAGE = "page"


class Result(StrEnum):
    """What came of asking a source."""

    READ = "read"
    UNCHANGED = "unchanged"
    WAITING = "waiting"  # its machine is left alone for a while
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Followed:
    """A source as it is followed; `outline` is what else its line in an OPML file said."""

    url: str
    kind: Kind = Kind.FEED
    title: str | None = None
    site: str | None = None
    categories: tuple[Category, ...] = TOP
    outline: Mapping[str, str] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """A short handle, derived from the address."""
        return record_id("f", self.url)

    @property
    def name(self) -> str:
        """What it is called on screens."""
        return self.title or self.url

    def under(self, category: Category) -> Followed:
        """Return it with one more category."""
        return replace(self, categories=tuple(dict.fromkeys((*self.categories, category))))


@dataclass(frozen=True, slots=True)
class Validators:
    """By what a server can tell whether what it has is what we have; `digest` is that of the bytes."""

    etag: str | None = None
    modified: str | None = None
    digest: str | None = None

    @property
    def headers(self) -> dict[str, str]:
        """What makes a request conditional."""
        found = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in found.items() if value}


NO_VALIDATORS: Final = Validators()


@dataclass(frozen=True, slots=True)
class Polled:
    """A source, what came of asking it, and how many pages it named stand how."""

    source: Followed
    added_at: dt.datetime
    checked_at: dt.datetime | None = None
    result: Result | None = None
    reason: str | None = None
    failures: int = 0
    validators: Validators = NO_VALIDATORS
    kept: int = 0
    passed_over: int = 0
    waiting: int = 0
    failed: int = 0


COLUMNS: Final = "url, kind, title, site, categories, outline"
COUNTED: Final = ("kept", "passed over", "waiting", "failed")
ONE: Final = f"SELECT {COLUMNS} FROM sources WHERE url = ?"  # noqa: S608 - of our own words
LIST: Final = f"""SELECT {COLUMNS}, added_at, checked_at, result, reason, failures, etag, modified, digest,
  {", ".join(f"coalesce(c.n{n}, 0)" for n in range(len(COUNTED)))}
FROM sources AS s LEFT JOIN (SELECT source,
  {", ".join(f"sum(p.state = '{state}') AS n{n}" for n, state in enumerate(COUNTED))}
  FROM source_pages AS l JOIN pages AS p ON p.url = l.page GROUP BY source) AS c ON c.source = s.n
ORDER BY s.n"""  # noqa: S608 - of our own words
ADD: Final = f"INSERT INTO sources ({COLUMNS}, added_at) VALUES (?, ?, ?, ?, ?, ?, ?)"  # noqa: S608 - as above
UPDATE: Final = "UPDATE sources SET kind = ?, title = ?, site = ?, categories = ?, outline = ? WHERE url = ?"
NOTE: Final = """UPDATE sources SET checked_at = ?, result = ?, reason = ?,
  failures = CASE ? WHEN 'failed' THEN failures + 1 WHEN 'waiting' THEN failures ELSE 0 END WHERE url = ?"""
VALIDATE: Final = "UPDATE sources SET etag = ?, modified = ?, digest = ? WHERE url = ?"
ORPHANS: Final = "DELETE FROM pages WHERE url NOT IN (SELECT page FROM source_pages)"


def list_sources(store: Store) -> list[Polled]:
    """List what is followed, in the order in which it was added."""
    return [_polled(row) for row in store.connection.execute(LIST).fetchall()]


def add_source(store: Store, source: Followed, at: dt.datetime) -> bool:
    """Follow a source; one that is followed is put under its new categories, too. Tell whether it is new."""
    with store.transaction():
        row = store.connection.execute(ONE, (source.url,)).fetchone()
        if row is None:
            store.connection.execute(ADD, (source.url, *_row(source), at.isoformat()))
            return True
        joined = _joined(known := _followed(row), source)
        if joined != known:
            store.connection.execute(UPDATE, (*_row(joined), joined.url))
        return False


def remove_source(store: Store, url: str) -> None:
    """Follow a source no more, and forget the pages that only it named; what was read of them stays."""
    with store.transaction():
        store.connection.execute("DELETE FROM sources WHERE url = ?", (url,))
        store.connection.execute(ORPHANS)


def note_poll(
    store: Store,
    url: str,
    at: dt.datetime,
    result: Result,
    *,
    reason: str | None = None,
    validators: Validators | None = None,
) -> None:
    """Record what came of asking a source, and by what the next request can be conditional."""
    with store.transaction():
        store.connection.execute(NOTE, (at.isoformat(), result.value, reason, result.value, url))
        if validators:
            found = (validators.etag, validators.modified, validators.digest)
            store.connection.execute(VALIDATE, (*found, url))


def _joined(known: Followed, new: Followed) -> Followed:
    """Join what is known of a source with what is new of it; a category replaces that it had none."""
    categories = tuple(dict.fromkeys((*known.categories, *new.categories)))
    if any(known.categories) and new.categories == TOP:
        categories = known.categories
    elif known.categories == TOP:
        categories = new.categories
    return replace(
        known,
        title=new.title or known.title,
        site=new.site or known.site,
        categories=categories,
        outline={**known.outline, **new.outline},
    )


def _row(source: Followed) -> tuple[Any, ...]:
    lists = (json.dumps(value, ensure_ascii=False) for value in (source.categories, dict(source.outline)))
    return (source.kind.value, source.title, source.site, *lists)


def _followed(row: Sequence[Any]) -> Followed:
    url, kind, title, site, categories, outline = row
    paths = tuple(tuple(category) for category in json.loads(categories))
    return Followed(url, Kind(kind), title, site, paths, json.loads(outline))


def _polled(row: Sequence[Any]) -> Polled:
    added, checked, result, reason, failures = row[6:11]
    return Polled(
        _followed(row[:6]),
        dt.datetime.fromisoformat(added),
        dt.datetime.fromisoformat(checked) if checked else None,
        Result(result) if result else None,
        reason,
        failures,
        Validators(*row[11:14]),
        *row[14:],
    )
