"""Web archive (WARC 1.1, packed): the pages that were fetched, as they were answered, for other archives.

One record for each answer that differs, with when it first came and what the server said of it. Bodies are as
unpacked, so headers that tell how they were sent are left out. `talks ingest` reads it back.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from http import HTTPStatus
from io import BytesIO
from typing import Any, BinaryIO, Final
from uuid import NAMESPACE_URL, uuid5

from talks import __version__
from talks.errors import UsageError
from talks.exporters import Format, Shape, Wanted
from talks.store import KeptFetch, Store, fetches, load_body

__all__ = ["FORMAT", "write"]

NOTHING: Final = "no page was fetched from the web: this archive has no pages"
INFO: Final = {"software": f"talks/{__version__}", "format": "WARC File Format 1.1"}
EPOCH: Final = "1970-01-01T00:00:00Z"  # the same records, the same bytes: of the file itself no time is told
PROTOCOL: Final = "HTTP/1.1"


def write(store: Store, out: BinaryIO, wanted: Wanted) -> None:
    """Write a record of the program, then one for each answer, by address and time."""
    try:
        from warcio.statusandheaders import StatusAndHeaders
        from warcio.warcwriter import WARCWriter
    except ImportError as error:
        remedy = 'install the extra: pip install "talks[web]"'
        raise UsageError("warc", "this format can't be written without warcio", remedy) from error
    writer = WARCWriter(out, gzip=True, warc_version="1.1")
    told = StatusAndHeaders("", [*_named(EPOCH, "warcinfo"), ("WARC-Type", "warcinfo")], protocol="WARC/1.1")
    lines = "".join(f"{name}: {value}\r\n" for name, value in INFO.items()).encode()
    writer.write_record(
        writer.create_warc_record("", "warcinfo", BytesIO(lines), len(lines), warc_headers=told)
    )
    empty = True
    for kept in fetches(store):
        body = load_body(store, kept.sha256)
        status = f"{kept.status} {HTTPStatus(kept.status).phrase}"
        about = StatusAndHeaders(status, [*_headers(kept), ("Content-Length", str(len(body)))], PROTOCOL)
        named = dict(_named(_utc(kept.fetched_at), f"{kept.url} {kept.sha256}"))
        record: Any = writer.create_warc_record(
            kept.url, "response", BytesIO(body), len(body), warc_headers_dict=named, http_headers=about
        )
        writer.write_record(record)
        empty = False
    if empty:
        wanted.say(NOTHING)


def _named(date: str, what: str) -> list[tuple[str, str]]:
    """Date a record, and name it by what it holds."""
    return [("WARC-Record-ID", f"<urn:uuid:{uuid5(NAMESPACE_URL, f'{date} {what}')}>"), ("WARC-Date", date)]


def _headers(kept: KeptFetch) -> Iterator[tuple[str, str]]:
    yield from ((name.title(), value) for name, value in sorted(kept.headers.items()))
    if kept.media and "content-type" not in kept.headers:
        yield "Content-Type", kept.media + (f"; charset={kept.charset}" if kept.charset else "")


def _utc(time: dt.datetime) -> str:
    """Write a time as WARC 1.1 has it, to the microsecond."""
    return time.astimezone(dt.UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


FORMAT: Final = Format(write=write, media_type="application/warc", suffix=".warc.gz", shape=Shape.BINARY)
