"""Link all mentions into events, in one transaction."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from urllib.parse import urlsplit

from talks.codebook import Codebook
from talks.link import Report, link
from talks.models import Article
from talks.store import Store

__all__ = ["origin_of", "relink"]

NOWHERE: frozenset[str] = frozenset()


def relink(store: Store, codebook: Codebook) -> bool:
    """Link anew if articles have changed since the last time; tell whether that was so."""
    if not store.links_stale:
        return False
    with store.transaction():
        store.save_events(link(_reports(store, codebook)))
    return True


def origin_of(article: Article) -> str:
    """Return what is equal for articles of one origin: the outlet, else the site, else the article."""
    host = urlsplit(article.url or "").hostname or ""
    return (article.outlet or host.removeprefix("www.") or article.id).casefold()


def _reports(store: Store, codebook: Codebook) -> Iterator[Report]:
    known: dict[str, tuple[dt.date | None, str]] = {
        article.id: (article.published.earliest, origin_of(article)) for article in store.articles()
    }
    around = _around(codebook)
    for mention in store.mentions(order="article"):
        published, origin = known[mention.article]
        yield Report(mention, published, origin, around.get(mention.place or "", NOWHERE))


def _around(codebook: Codebook) -> dict[str, frozenset[str]]:
    """Return what holds each place: of a building its city, of a city its region and country."""
    places = (place for world in codebook.worlds for place in world.places.values())
    return {p.name: frozenset(filter(None, (p.within, p.region, p.country))) for p in places}
