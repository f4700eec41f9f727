"""Keep what addresses on the web answered: the bytes once, and of each answer when it came, and its headers.

The bytes are those of the page, as unpacked from what the server sent: the ones that readers read. Of the
headers only those are kept that tell of the page; cookies and whatever else may be a secret are not.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import urldefrag

from talks.errors import StoreError
from talks.store.store import Store
from talks.store.tables import Row, Table

__all__ = ["Fetched", "KeptFetch", "damage", "fetches", "last_fetch", "load_body", "save_fetch", "unread"]

BODIES: Final = Table("bodies", ("sha256", "size", "packed"))
FETCHES: Final = Table(
    "fetches",
    (
        *("asked", "url", "locator", "fetched_at", "seen_at", "status", "media", "charset", "headers"),
        *("bytes_sha256", "read_by"),
    ),
)
KEPT_HEADERS: Final = frozenset(
    {
        *("age", "cache-control", "content-disposition", "content-language", "content-location"),
        *("content-type", "date", "etag", "expires", "last-modified", "vary", "x-robots-tag"),
    }
)
CONDITIONS: Final = (("etag", "If-None-Match"), ("last-modified", "If-Modified-Since"))
SELECT: Final = " ".join(
    ("SELECT", FETCHES.selected, ", b.size FROM fetches AS r JOIN bodies AS b ON b.sha256 = r.bytes_sha256")
)
IN_ORDER: Final = "ORDER BY r.locator, r.fetched_at, r.asked, r.url, r.bytes_sha256"
UPDATE: Final = """UPDATE fetches SET fetched_at = ?, seen_at = ?, headers = ?, read_by = ?
WHERE asked = ? AND url = ? AND bytes_sha256 = ?"""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address answered; `url` is where the redirects from the one that was `asked` led.

    `data` are the bytes as unpacked, `at` is when they came, with a time zone. A `status` of 304 says that
    what came of the address before still holds.
    """

    asked: str
    url: str
    status: int
    data: bytes = field(repr=False)
    at: dt.datetime
    media: str | None = None  # media type, e.g. text/html
    charset: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)  # by lower-case name
    first: dt.datetime | None = None  # when it came so first, if it has been kept since


@dataclass(frozen=True, slots=True)
class KeptFetch:
    """That an address answered with some bytes: when first and last, and what it said of them last.

    `locator` is the clean address by which captures know the page; `sha256` names the bytes (`load_body`),
    `size` is their number. `read_by` is the version of the readers that read them last; None if they are not
    to be read as articles.
    """

    asked: str
    url: str
    locator: str
    fetched_at: dt.datetime
    seen_at: dt.datetime
    status: int
    media: str | None
    charset: str | None
    headers: Mapping[str, str]
    sha256: str
    read_by: str | None
    size: int

    @property
    def conditions(self) -> dict[str, str]:
        """The headers of a request that asks for the page only if it is another by now."""
        return {name: self.headers[told] for told, name in CONDITIONS if told in self.headers}


def save_fetch(store: Store, found: Fetched, locator: str, *, reader: str | None = None) -> KeptFetch | None:
    """Keep what an address answered; the same bytes again only move the time at which they were last seen.

    `reader` is the version of the readers that read articles from it; without one it is kept, but never read
    again. An answer without bytes (304) is what the address answered before; None if nothing of it was kept.
    Do it in one `transaction` with what was read.
    """
    if found.at.tzinfo is None:
        raise ValueError(f"the time at which {found.url} was fetched needs a zone")
    asked = _asked(found.asked)
    with store.transaction():
        sha256 = _save_body(store, found.data) if found.data else _unchanged(store, asked, found.url)
        if sha256 is None:
            return None
        known = _one(store, asked, found.url, sha256)
        if known is None:
            store.connection.execute(FETCHES.insert(), _row(found, asked, locator, sha256, reader))
        else:
            _see_again(store, known, found, reader)
        return _one(store, asked, found.url, sha256)


def last_fetch(store: Store, url: str) -> KeptFetch | None:
    """Return what an address that was asked answered last, e.g. to ask only for what is new."""
    order = "WHERE r.asked = ? ORDER BY r.seen_at DESC, r.fetched_at DESC, r.bytes_sha256 LIMIT 1"
    return next(_listed(store, order, _asked(url)), None)


def fetches(store: Store, locator: str | None = None) -> Iterator[KeptFetch]:
    """List what was fetched of a page, by its clean address, or all; by locator and time."""
    if locator is None:
        return _listed(store, IN_ORDER)
    return _listed(store, " ".join(("WHERE r.locator = ?", IN_ORDER)), locator)


def unread(store: Store, reader: str) -> list[KeptFetch]:
    """List what other readers than these read last, by locator and time."""
    where = "WHERE r.read_by IS NOT NULL AND r.read_by <> ?"
    return list(_listed(store, " ".join((where, IN_ORDER)), reader))


def load_body(store: Store, sha256: str) -> bytes:
    """Return kept bytes by their hash; a `StoreError` if they aren't kept, or aren't those any more."""
    row = store.connection.execute("SELECT size, packed FROM bodies WHERE sha256 = ?", (sha256,)).fetchone()
    if row is None:
        raise StoreError(sha256[:12], "no bytes with this hash are kept", "fetch the page again")
    if what := damage(sha256, *row):
        raise StoreError(sha256[:12], what, "restore a copy of the database")
    return zlib.decompress(row[1])


def damage(sha256: str, size: int, packed: bytes) -> str | None:
    """Say what is wrong with kept bytes; None if they have their hash."""
    try:
        data = zlib.decompressobj().decompress(packed, size + 1)
    except zlib.error:
        return "its bytes can't be unpacked"
    if len(data) != size or hashlib.sha256(data).hexdigest() != sha256:
        return "its bytes were altered: they don't have their SHA-256"
    return None


def _save_body(store: Store, data: bytes) -> str:
    sha256 = hashlib.sha256(data).hexdigest()
    if not store.connection.execute("SELECT 1 FROM bodies WHERE sha256 = ?", (sha256,)).fetchone():
        store.connection.execute(BODIES.insert(), (sha256, len(data), zlib.compress(data)))
    return sha256


def _unchanged(store: Store, asked: str, url: str) -> str | None:
    """Return the hash of what an address answered last, if its redirects still lead to the same."""
    last = last_fetch(store, asked)
    return last.sha256 if last and last.url == url else None


def _see_again(store: Store, known: KeptFetch, found: Fetched, reader: str | None) -> None:
    """Widen the time in which an address answered with some bytes; the later headers count."""
    later, kept = found.at >= known.seen_at, _kept_headers(found)
    headers = {**known.headers, **kept} if later else {**kept, **known.headers}
    times = (_utc(min(known.fetched_at, found.at)), _utc(max(known.seen_at, found.at)))
    key = (known.asked, known.url, known.sha256)
    store.connection.execute(UPDATE, (*times, json.dumps(headers), reader or known.read_by, *key))


def _row(found: Fetched, asked: str, locator: str, sha256: str, reader: str | None) -> Row:
    about = (found.status, found.media, found.charset, json.dumps(_kept_headers(found)))
    return (asked, found.url, locator, _utc(found.at), _utc(found.at), *about, sha256, reader)


def _kept_headers(found: Fetched) -> dict[str, str]:
    told = ((name.lower(), value) for name, value in sorted(found.headers.items()))
    return {name: value for name, value in told if name in KEPT_HEADERS}


def _asked(url: str) -> str:
    """Leave out of an address what no server is told."""
    return urldefrag(url).url


def _utc(time: dt.datetime) -> str:
    return time.astimezone(dt.UTC).isoformat(timespec="microseconds")


def _one(store: Store, *key: str) -> KeptFetch | None:
    where = "WHERE r.asked = ? AND r.url = ? AND r.bytes_sha256 = ?"
    return next(_listed(store, where, *key), None)


def _listed(store: Store, condition: str, *parameters: str) -> Iterator[KeptFetch]:
    cursor = store.connection.execute(" ".join((SELECT, condition)), parameters)
    while rows := cursor.fetchmany(500):
        yield from map(_load, rows)


def _load(row: Sequence[Any]) -> KeptFetch:
    asked, url, locator, fetched_at, seen_at, status, media, charset, headers, sha256, read_by, size = row
    times = (dt.datetime.fromisoformat(fetched_at), dt.datetime.fromisoformat(seen_at))
    about = (status, media, charset, json.loads(headers))
    return KeptFetch(asked, url, locator, *times, *about, sha256, read_by, size)
