"""Web archives (WARC, ISO 28500): each page that was fetched is a source, with the time at which it was.

A file is read as it streams past, record by record. Only pages are taken; whatever else it holds is passed
over, and told by what it is. A record that is broken costs itself, as far as the next one can be found.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from email.message import Message
from http import HTTPStatus
from pathlib import Path
from typing import Any, BinaryIO, Final

from talks.errors import ReadError
from talks.readers import MAX_BYTES, Source
from talks.readers.extras import need, one_line
from talks.readers.webpage import MEDIA_TYPES
from talks.store import Fetched
from talks.web.addresses import is_address
from talks.web.decoding import OverflowingError, decoded
from talks.web.pages import page_of

__all__ = ["Skip", "open_warc"]

Skip = Callable[[str], None]  # hears of each record that is passed over: what it is

STEP: Final = 1 << 16  # bytes that are read at once
AGAIN: Final = "fetch the page again"
DESCRIBING: Final = frozenset({"warcinfo", "request", "metadata"})  # they tell of other records
TAKEN: Final = frozenset({"response", "resource"})
STARTS: Final = (b"\x1f\x8b\x08", b"WARC/1.")  # how a record begins, packed and not
LONGEST_HEAD: Final = 1_000_000  # bytes of the headers of a record, with those of the answer in it
OVERLAP: Final = 6  # bytes by which a mark may reach into what is read next
ALTERED: Final = "block digest failed"  # as the library says it; that of the payload it can't know here
BLANKS: Final = b"\xef\xbb\xbf \t\r\n"
SOUND: Final = (HTTPStatus.OK, HTTPStatus.NON_AUTHORITATIVE_INFORMATION)


def open_warc(
    path: Path, locator: str, *, skip: Skip, max_bytes: int = MAX_BYTES
) -> Iterator[Source | ReadError]:
    """Yield the pages of a WARC file, packed or not, and an error for each record that can't be read."""
    try:
        library = need(locator, "a web archive", "warcio.archiveiterator")
        with path.open("rb") as file:
            for record in _records(library, file, locator):
                if isinstance(record, ReadError):
                    yield record
                elif found := _page(record, locator, skip, max_bytes):
                    yield found
    except ReadError as error:
        yield error
    except OSError as error:
        what = f"can't be read: {error.strerror or error}"
        yield ReadError(locator, what, "check the path and its permissions")


def _records(library: Any, file: BinaryIO, locator: str) -> Iterator[Any]:
    """Yield records; what is broken is one error, and the reading goes on at the next record."""

    class Records(library.ArchiveIterator):  # type: ignore[misc]  # the library has no types
        INC_RECORD = ""  # it would write of each flaw to the terminal

        def _next_record(self, line: Any) -> Any:
            # It reads lines, and gathers headers, as long as they come; packed, that is no long file.
            self.reader.readline = _bounded_lines(type(self.reader).readline.__get__(self.reader))
            return super()._next_record(line)

    start: int | None = 0
    lost = False
    while start is not None:
        file.seek(start)
        records = Records(file, no_record_parse=True, check_digests=True)
        record = _following(records, locator, start)
        while record is not None and not isinstance(record, ReadError):
            lost = False
            yield record
            record = _following(records, locator, start)
        if record is None:
            return
        if not lost:
            yield record
        lost, start = True, _next_start(file, max(start, records.offset) + 1)


def _bounded_lines(read_line: Callable[[int], bytes]) -> Callable[..., bytes]:
    """Read lines that are not longer together than headers are."""
    left = LONGEST_HEAD

    def read(length: int | None = None) -> bytes:
        nonlocal left
        line = read_line(min(length or left + 1, left + 1))
        left -= len(line)
        if left < 0:
            raise ReadError("", "has headers without end", AGAIN)
        return line

    return read


def _following(records: Any, locator: str, start: int) -> Any:
    """Return the next record, the error that it is, or None at the end."""
    try:
        with _sound():
            return next(records, None)
    except ReadError as error:
        return ReadError(f"{locator}: byte {max(start, records.offset):,}", error.what, error.remedy)


@contextmanager
def _sound() -> Iterator[None]:
    """Say what is wrong with a record."""
    try:
        yield
    except ReadError:
        raise
    except Exception as error:  # the library and zlib raise what their parsers do
        raise ReadError("", f"is no sound record ({one_line(error)})", AGAIN) from error


def _next_start(file: BinaryIO, start: int) -> int | None:
    """Find where the next record may begin, from some place on."""
    file.seek(start)
    rest = b""
    while chunk := file.read(STEP):
        window = rest + chunk
        if places := [place for mark in STARTS if (place := window.find(mark)) >= 0]:
            return file.tell() - len(window) + min(places)
        rest = window[-OVERLAP:]
    return None


def _page(record: Any, locator: str, skip: Skip, max_bytes: int) -> Source | ReadError | None:
    """Make a source of a record; None of what is no page."""
    about = record.rec_headers
    url = (about.get_header("WARC-Target-URI") or "").strip("<> ")
    if record.rec_type in DESCRIBING:
        return None
    if record.rec_type not in TAKEN or not is_address(url):
        skip(f"{record.rec_type} record" if is_address(url) else "record of no web address")
        return None
    try:
        with _sound():
            found = _fetched(record, url, skip, max_bytes)
    except ReadError as error:
        return ReadError(f"{locator}: {url}", error.what, error.remedy)
    return page_of(found) if found else None


def _fetched(record: Any, url: str, skip: Skip, max_bytes: int) -> Fetched | None:
    status, headers = _answer(record)
    media, charset = _media(headers)
    if why := _no_page(status, media):
        skip(why)
        return None
    about = record.rec_headers
    if reason := about.get_header("WARC-Truncated"):
        raise ReadError(url, f"was cut short when it was fetched ({reason})", AGAIN)
    at = dt.datetime.fromisoformat(about.get_header("WARC-Date") or "")
    data = _payload(record, headers, url, max_bytes)
    _check_whole(record)
    return Fetched(url, url, status, data, at, media=media, charset=charset, headers=headers)


def _answer(record: Any) -> tuple[int, Mapping[str, str]]:
    """Return status and headers, the latter by lower-case name."""
    if record.rec_type == "resource":
        return HTTPStatus.OK, {"content-type": record.rec_headers.get_header("Content-Type") or ""}
    library = need("", "a web archive", "warcio.statusandheaders")
    told = library.StatusAndHeadersParser(["HTTP/1.0", "HTTP/1.1", "HTTP/2", "HTTP/3"], verify=False)
    answer = told.parse(record.raw_stream)
    return int(answer.get_statuscode()), {name.lower(): value for name, value in answer.headers}


def _media(headers: Mapping[str, str]) -> tuple[str | None, str | None]:
    """Return media type and charset of a content type."""
    about = Message()
    about["content-type"] = headers.get("content-type", "")
    return (about.get_content_type() if headers.get("content-type") else None), about.get_content_charset()


def _no_page(status: int, media: str | None) -> str | None:
    """Say what an answer is, if it is no page."""
    if status not in SOUND:
        return f"answer {status}"
    return None if media is None or media in MEDIA_TYPES else media


def _payload(record: Any, headers: Mapping[str, str], url: str, max_bytes: int) -> bytes:
    """Return the bytes of a page, unpacked; crawlers keep headers as they were also of what they unpack."""
    library = need("", "a web archive", "warcio.bufferedreaders")
    stream = record.raw_stream
    if "chunked" in headers.get("transfer-encoding", "").lower():
        stream = library.ChunkedDataReader(stream)
    raw = _read(stream, max_bytes)
    encodings = headers.get("content-encoding", "")
    if not encodings or not _is_packed(raw):
        return raw
    try:
        return decoded([raw], encodings, url, most=max_bytes)
    except OverflowingError as error:
        raise _too_large(max_bytes) from error
    except ValueError as error:
        raise ReadError(url, f"can't be unpacked: it is {error}", AGAIN) from error


def _check_whole(record: Any) -> None:
    """Refuse a record that ends too soon, or of which bytes were altered."""
    stream = record.raw_stream
    while stream.read(STEP):
        pass
    if stream.limit:
        raise ReadError("", "ends before its end", AGAIN)
    if any(problem.startswith(ALTERED) for problem in record.digest_checker.problems):
        raise ReadError("", "was altered: it does not have its digest", AGAIN)


def _is_packed(raw: bytes) -> bool:
    """Tell whether bytes still are packed: a page begins with its markup, or is text throughout."""
    return not raw.lstrip(BLANKS).startswith(b"<")


def _read(stream: Any, max_bytes: int) -> bytes:
    out = bytearray()
    while chunk := stream.read(STEP):
        out += chunk
        if len(out) > max_bytes:
            raise _too_large(max_bytes)
    return bytes(out)


def _too_large(max_bytes: int) -> ReadError:
    return ReadError("", f"is larger than {max_bytes / 1_000_000:g} MB", "name the article itself")
