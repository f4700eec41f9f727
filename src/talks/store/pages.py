"""The pages that sources name: which are to be asked, and what came of it."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from talks.store.store import Store

__all__ = [
    "Listed",
    "Page",
    "PassedOver",
    "State",
    "due_pages",
    "list_pages",
    "list_passed_over",
    "note_page",
]


class State(StrEnum):
    """What became of a page."""

    WAITING = "waiting"  # it was not fetched yet
    KEPT = "kept"
    PASSED_OVER = "passed over"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Listed:
    """A page as a source names it; `link` is the address to ask, `stamp` a digest of what is said of it."""

    url: str
    link: str
    stamp: str
    guid: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A page, and what came of asking it; `sources` are the addresses of those that name it."""

    url: str
    link: str
    state: State
    title: str | None = None
    reason: str | None = None
    judged_by: str | None = None
    fetched_at: dt.datetime | None = None
    checked_at: dt.datetime | None = None
    due_at: dt.datetime | None = None
    failures: int = 0
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A page that was not kept: who named it, why, and when it was last asked."""

    url: str
    title: str | None
    source: str
    reason: str | None
    at: dt.datetime | None


COLUMNS: Final = (
    "p.url, p.link, p.state, p.title, p.reason, p.judged_by, p.fetched_at, p.checked_at, p.due_at, p.failures"
)
KNOWN: Final = """SELECT p.url, l.guid, l.stamp, p.link
FROM source_pages AS l JOIN pages AS p ON p.url = l.page WHERE l.source = ?"""
ADD: Final = """INSERT INTO pages (url, link, title, state, named_at, due_at)
VALUES (?, ?, ?, 'waiting', ?, ?) ON CONFLICT (url) DO UPDATE SET due_at = excluded.due_at"""
LINK: Final = """INSERT INTO source_pages (source, page, guid, stamp, listed) VALUES (?, ?, ?, ?, 1)
ON CONFLICT (source, page) DO UPDATE SET guid = excluded.guid, stamp = excluded.stamp, listed = 1"""
MOVED: Final = "UPDATE pages SET link = ?, due_at = ?, failures = 0 WHERE url = ?"
CHANGED: Final = "UPDATE pages SET due_at = ?, failures = 0, title = coalesce(?, title) WHERE url = ?"
UNLIST: Final = """UPDATE source_pages SET listed = 0 WHERE source = ? AND listed = 1
AND page NOT IN (SELECT value FROM json_each(?))"""
DUE: Final = f"""SELECT {COLUMNS}, json_group_array(s.url)
FROM source_pages AS l JOIN pages AS p ON p.url = l.page JOIN sources AS s ON s.n = l.source
WHERE s.url IN (SELECT value FROM json_each(:sources))
GROUP BY p.url HAVING p.state = 'waiting' OR p.state = 'failed' AND p.due_at <= :now OR max(l.listed) AND (
  p.due_at <= :now OR (p.state = 'passed over' AND p.judged_by IS NOT :judge)
  OR (:all AND p.state = 'kept'))
ORDER BY p.url"""  # noqa: S608 - of our own words
NOTE: Final = """UPDATE pages SET state = ?, title = ?, reason = ?, judged_by = ?, fetched_at = ?,
  checked_at = ?, due_at = ?, failures = ? WHERE url = ?"""
PASSED_OVER: Final = """SELECT p.url, p.title, s.url, p.reason, p.checked_at
FROM pages AS p JOIN source_pages AS l ON l.page = p.url JOIN sources AS s ON s.n = l.source
WHERE p.state = 'passed over' ORDER BY s.n, p.url"""


def list_pages(store: Store, source: str, pages: Sequence[Listed], at: dt.datetime) -> tuple[int, int]:
    """Record which pages a source names now; return how many are new to it, and of how many it tells anew.

    These are due. A page that a source knows under its guid keeps the address by which it was first named, as
    slugs change with headlines; it is asked at the new one, which may be that of another page all the same.
    """
    with store.transaction():
        n = _number(store, source)
        known = {row[0]: row for row in store.connection.execute(KNOWN, (n,)).fetchall()}
        addresses = {row[1]: row[0] for row in known.values() if row[1]}
        new = changed = 0
        present = []
        for page in pages:
            url = page.url if page.url in known else addresses.get(page.guid or "", page.url)
            present.append(url)
            old = known.get(url)
            if old is None:
                new += 1
                store.connection.execute(ADD, (url, page.link, page.title, _utc(at), _utc(at)))
            elif old[2] != page.stamp:
                changed += 1
                store.connection.execute(CHANGED, (_utc(at), page.title, url))
            if old and url != page.url and old[3] != page.link:
                store.connection.execute(MOVED, (page.link, _utc(at), url))
            store.connection.execute(LINK, (n, url, page.guid, page.stamp))
        store.connection.execute(UNLIST, (n, json.dumps(present)))
        return new, changed


def due_pages(
    store: Store, sources: Collection[str], now: dt.datetime, *, judge: str, recheck: bool = False
) -> list[Page]:
    """List the pages of some sources that are to be asked now, by address.

    They are those that were never fetched, those whose time has come, those that another rule passed over,
    and with `recheck` all that were kept; of those that were fetched only what a source still names.
    """
    asked = {"sources": json.dumps(sorted(sources)), "now": _utc(now), "judge": judge, "all": recheck}
    return list(_load(store.connection.execute(DUE, asked).fetchall()))


def note_page(store: Store, page: Page) -> None:
    """Record what came of asking a page."""
    times = (_utc(time) for time in (page.fetched_at, page.checked_at, page.due_at))
    head = (page.state.value, page.title, page.reason, page.judged_by)
    with store.transaction():
        store.connection.execute(NOTE, (*head, *times, page.failures, page.url))


def list_passed_over(store: Store) -> Iterator[PassedOver]:
    """List the pages that were not kept, by source and address."""
    for url, title, source, reason, at in store.connection.execute(PASSED_OVER).fetchall():
        yield PassedOver(url, title, source, reason, _time(at))


def _number(store: Store, source: str) -> int:
    return int(store.connection.execute("SELECT n FROM sources WHERE url = ?", (source,)).fetchone()[0])


def _load(rows: Iterable[Sequence[Any]]) -> Iterator[Page]:
    for row in rows:
        url, link, state, title, reason, judged_by, fetched, checked, due, failures, sources = row
        head = (url, link, State(state), title, reason, judged_by)
        times = (_time(fetched), _time(checked), _time(due))
        yield Page(*head, *times, failures, tuple(sorted(json.loads(sources))))


def _time(written: str | None) -> dt.datetime | None:
    return dt.datetime.fromisoformat(written) if written else None


def _utc(time: dt.datetime | None) -> str | None:
    return time.astimezone(dt.UTC).isoformat(timespec="microseconds") if time else None
