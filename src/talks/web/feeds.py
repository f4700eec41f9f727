"""Feeds as lists of pages: which addresses one names, each once, and a digest of what it says of each."""

from __future__ import annotations

import hashlib
from codecs import BOM_UTF8
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from talks.errors import ReadError
from talks.readers import Source
from talks.readers.feed import SNIFF, line_of, open_feed
from talks.store.pages import Listed
from talks.web.addresses import join_address
from talks.web.pages import clean_address

__all__ = ["Feed", "is_feed", "read_feed"]

HEAD: Final = 4096  # bytes by which a feed is told


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed says of itself, and the pages that it names; `unnamed` counts entries without address."""

    title: str | None
    site: str | None
    pages: tuple[Listed, ...]
    unnamed: int = 0


def is_feed(source: Source) -> bool:
    """Tell by its first bytes whether something is a feed."""
    return SNIFF.match(source.data[:HEAD].removeprefix(BOM_UTF8)) is not None


def read_feed(source: Source) -> Feed:
    """Read a feed that was fetched; raise `ReadError` if it is none."""
    if not is_feed(source):
        raise ReadError(source.locator, "answers with what is no feed", "add it again by its site")
    found, _ = open_feed(source)
    if not found.version and not found.entries:
        raise ReadError(
            source.locator, "holds nothing of a feed", "open it in a browser, and look for another"
        )
    entries = [listed for entry in found.entries if (listed := _listed(entry, source.locator))]
    site = str(found.feed.get("link") or "")
    return Feed(
        title=line_of(found.feed.get("title")) or None,
        site=join_address(source.locator, site) if site else None,
        pages=tuple(_distinct(entries)),
        unnamed=len(found.entries) - len(entries),
    )


def _listed(entry: Mapping[str, Any], base: str) -> Listed | None:
    """Return the page that an entry names; None if it has no address on the web."""
    written = str(entry.get("link") or "").strip()
    link = join_address(base, written) if written else None
    if link is None:
        return None
    said = [str(entry.get(name) or "") for name in ("title", "updated", "published", "summary")]
    said += [str(content.get("value") or "") for content in entry.get("content", ())]
    stamp = hashlib.sha256("\0".join(said).encode("utf-8", "replace")).hexdigest()[:16]
    guid = str(entry.get("id") or "").strip() or None
    return Listed(clean_address(link), link, stamp, guid, line_of(entry.get("title")) or None)


def _distinct(pages: Iterable[Listed]) -> Iterator[Listed]:
    """Yield each page once: by its address, or by what the feed calls it.

    A name that stands for entries with other headlines is none: some feeds call them all by one.
    """
    found = list(pages)
    headlines: dict[str | None, set[str | None]] = defaultdict(set)
    for page in found:
        headlines[page.guid].add(page.title)
    seen: set[str] = set()
    for page in found:
        guid = page.guid if len(headlines[page.guid]) == 1 else None
        if page.url not in seen and guid not in seen:
            yield Listed(page.url, page.link, page.stamp, guid, page.title)
        seen.update(filter(None, (page.url, guid)))
