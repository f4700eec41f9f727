"""Feeds that were saved to a file (RSS, RDF, Atom): each entry is an article, as far as the feed has it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from talks.errors import ReadError
from talks.models import Basis, When
from talks.piece import Piece
from talks.readers.encodings import decode
from talks.readers.extras import need, one_line
from talks.readers.fields import language_code
from talks.readers.sources import Source, is_url
from talks.readers.webpage import text_of
from talks.readers.written_dates import doubt_of_date, read_date

__all__ = ["MEDIA_TYPES", "SNIFF", "SUFFIXES", "line_of", "open_feed", "read"]

SUFFIXES = (".rss", ".atom", ".rdf", ".xml")
MEDIA_TYPES = ("application/rss+xml", "application/atom+xml", "application/rdf+xml")
ROOT: Final = rb"(?:rss|feed|rdf:RDF)\b"
SNIFF = re.compile(
    # A comment ends where it first can: else many of them can be divided in ever more ways.
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:(?><!--.*?-->)\s*|<\?[^>]*>\s*)*+(?:<!DOCTYPE[^>\[]*>\s*)?<" + ROOT,
    re.DOTALL,
)
ENTITY: Final = "<!ENTITY"
CHARSET: Final = re.compile(rb"""<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]+)""")
HEAD: Final = 4096  # bytes among which a feed shows that it is one
# When an entry appeared, the best first; a feed that only says when it was updated means that.
DATES: Final = ("published", "created", "updated")


def read(source: Source) -> Iterator[Piece | ReadError]:
    """Yield a piece for each entry, numbered from 0, and an error for each that has no words."""
    feed, encoding = open_feed(source)
    for part, entry in enumerate(feed.entries):
        where = f"{source.locator}: entry {part + 1}"
        words = _text(entry)
        if not words:
            yield ReadError(where, "holds no text", "save the article that it links to")
            continue
        fields = _fields(entry, feed.feed)
        yield Piece(source.locator, words, part=part, encoding=encoding, **fields)


def open_feed(source: Source) -> tuple[Any, str]:
    """Return a feed as feedparser reads it, however broken, and the encoding of its bytes.

    What is no feed, and one that declares entities, is refused.
    """
    if not SNIFF.match(source.data[:HEAD].removeprefix(b"\xef\xbb\xbf")):
        raise ReadError(source.locator, "is XML, but no feed", "save the article as HTML or text")
    charset = CHARSET.search(source.data[:HEAD])
    text, encoding = decode(source.data, charset[1].decode("ascii") if charset else source.charset)
    if ENTITY in text:  # not before it is decoded: there are charsets that write it otherwise
        raise ReadError(source.locator, "is a feed that declares entities", "save its articles as HTML")
    return _parsed(source.locator, text), encoding


def _parsed(locator: str, text: str) -> Any:
    library = need(locator, "a feed", "feedparser")
    declaration = text.find("?>") + 2 if text.lstrip("\ufeff\n ").startswith("<?xml") else 0
    base = {"content-location": locator} if is_url(locator) else {}  # from which its links count
    try:  # the text is decoded already: what the declaration says of its bytes no longer holds
        data = text[declaration:].strip().encode("utf-8", "replace")
        return library.parse(data, sanitize_html=False, response_headers=base)
    except Exception as error:  # it raises what its own parsers do
        raise ReadError(
            locator, f"is a broken feed ({one_line(error)})", "save its articles as HTML"
        ) from error


def _text(entry: Mapping[str, Any]) -> str:
    """Return the title of an entry, and below it the longest text that it carries."""
    bodies = [content.get("value") or "" for content in entry.get("content", ())]
    body = max((*bodies, entry.get("summary") or ""), key=len)
    words = text_of(f"<html><body>{body}</body></html>").strip() if body else ""
    title = line_of(entry.get("title"))
    if not words:
        return title
    return words if words.startswith(title) else f"{title}\n\n{words}"


def _fields(entry: Mapping[str, Any], feed: Mapping[str, Any]) -> dict[str, Any]:
    published, doubt = _published(entry)
    source = entry.get("source") or {}
    found = {
        "title": line_of(entry.get("title")),
        "outlet": line_of(source.get("title")) or line_of(feed.get("title")),
        "byline": line_of(entry.get("author")),
        "url": line_of(entry.get("link")),
        "language": language_code(line_of(feed.get("language"))),
        "published": published,
        "doubt": None if published else doubt,
    }
    return {name: value for name, value in found.items() if value}


def _published(entry: Mapping[str, Any]) -> tuple[When | None, str | None]:
    written = [entry[name] for name in DATES if entry.get(name)]
    found = next(filter(None, (read_date(value, Basis.METADATA) for value in written)), None)
    return found, next(filter(None, map(doubt_of_date, written)), None)


def line_of(value: object) -> str:
    """Write a title as one line, without its markup."""
    text = str(value or "")
    if "<" in text:
        text = text_of(f"<html><body><p>{text}</p></body></html>")
    return " ".join(text.split())
