"""The feeds of a site: those that its page names, else what stands at the places where feeds are kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urljoin, urlsplit

from talks.errors import ReadError
from talks.readers import Source
from talks.readers.encodings import decode
from talks.readers.feed import MEDIA_TYPES
from talks.web.addresses import join_address
from talks.web.feeds import Feed, is_feed, read_feed
from talks.web.fetching import Fetcher
from talks.web.pages import clean_address

__all__ = ["Discovery", "Offer", "discover", "offers"]

PLACES: Final = ("feed", "rss", "feed.xml", "rss.xml", "atom.xml", "index.xml", "feeds/all.xml")
COMMENTS: Final = "comments"  # what readers write; WordPress offers a feed of it beside that of the articles


@dataclass(frozen=True, slots=True)
class Offer:
    """A feed that a page names."""

    url: str
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Discovery:
    """What was found at an address: the feed to follow, if any, and the others that the page names.

    `url` is where the feed stands, or the page if it has none.
    """

    url: str
    feed: Feed | None
    title: str | None = None
    others: tuple[Offer, ...] = ()


def discover(fetcher: Fetcher, url: str, guess: Fetcher | None = None) -> Discovery:
    """Find the feed of an address: the address itself, the first that its page names, or a usual place.

    `guess` asks at the usual places, by its own rules. Raises `ReadError` if the address can't be fetched.
    """
    found = _fetched(fetcher, url)
    if is_feed(found):
        return Discovery(found.locator, read_feed(found))
    named = offers(found)
    for offer in sorted(named, key=_is_of_comments):
        if feed := _feed_at(fetcher, offer.url):
            others = tuple(other for other in named if other is not offer)
            return Discovery(offer.url, feed, offer.title, others)
    for place in _places(found.locator):
        if feed := _feed_at(guess or fetcher, place):
            return Discovery(place, feed)
    return Discovery(clean_address(found.locator), None, _title(found))


def offers(page: Source) -> tuple[Offer, ...]:
    """List the feeds that a page names in its head, in its order, each once."""
    root = _parsed(page)
    if root is None:
        return ()
    bases = root.xpath("//base/@href")
    base = (join_address(page.locator, bases[0].strip()) if bases else None) or page.locator
    found: dict[str, Offer] = {}
    for link in root.iter("link"):
        if "alternate" not in (link.get("rel") or "").lower().split():
            continue
        media = (link.get("type") or "").partition(";")[0].strip().lower()
        href = (link.get("href") or "").strip()
        if media in MEDIA_TYPES and href and (url := join_address(base, href)):
            found.setdefault(url, Offer(url, " ".join((link.get("title") or "").split()) or None))
    return tuple(found.values())


def _fetched(fetcher: Fetcher, url: str) -> Source:
    found = fetcher.fetch(url)
    return Source(found.url, found.data, media=found.media, charset=found.charset)


def _feed_at(fetcher: Fetcher, url: str) -> Feed | None:
    """Return the feed at an address; None if there is none that can be read."""
    try:
        found = _fetched(fetcher, url)
        return read_feed(found) if is_feed(found) else None
    except ReadError:
        return None


def _is_of_comments(offer: Offer) -> bool:
    return COMMENTS in offer.url.lower() or COMMENTS in (offer.title or "").lower()


def _places(url: str) -> Iterator[str]:
    """Yield the usual places, below the page first and then at the top of its site."""
    folder = urljoin(url, ".")
    top = "{0.scheme}://{0.netloc}/".format(urlsplit(url))
    yield from (urljoin(place, name) for place in dict.fromkeys((folder, top)) for name in PLACES)


def _title(page: Source) -> str | None:
    root = _parsed(page)
    found = root.findtext(".//title") if root is not None else None
    return " ".join(found.split()) or None if found else None


def _parsed(page: Source) -> Any:
    """Parse a page; None if it holds nothing."""
    from lxml import etree, html  # slow to import

    text, _ = decode(page.data, page.charset)
    try:
        return html.fromstring(text.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, ValueError):
        return None
