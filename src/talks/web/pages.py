"""A page as a source: what was fetched, under the address that it can be found by again."""

from __future__ import annotations

from dataclasses import replace
from http import HTTPStatus
from typing import Final
from urllib.parse import urldefrag

from talks.errors import ReadError
from talks.readers.sources import Source
from talks.store import Fetched, KeptFetch, Store, last_fetch, load_body
from talks.web.fetching import Fetcher

__all__ = ["clean_address", "open_page", "page_of", "renewed"]

EMPTY: Final = "holds nothing"


def open_page(fetcher: Fetcher, url: str, store: Store | None = None) -> Source | ReadError:
    """Fetch a page; what can't be fetched is returned as the error that says why.

    With a store, the server is asked only for what is new: if that is nothing, the page is what was kept.
    """
    last = last_fetch(store, url) if store else None
    try:
        # A redirect may lead elsewhere by now, where what has not changed is not what was kept.
        found = fetcher.fetch(url, last.conditions, of=last.url) if last else fetcher.fetch(url)
        if store and last and found.status == HTTPStatus.NOT_MODIFIED:
            found = renewed(found, last, store)
    except ReadError as error:
        return error
    return page_of(found)


def renewed(found: Fetched, last: KeptFetch, store: Store) -> Fetched:
    """Give an answer that nothing has changed what was kept of the page."""
    return replace(found, data=load_body(store, last.sha256), media=last.media, charset=last.charset)


def page_of(found: Fetched) -> Source | ReadError:
    """Make a source of a page that was fetched."""
    if not found.data.strip():
        return ReadError(found.url, EMPTY, "open it in a browser, and save the page from there")
    return Source(
        clean_address(found.url), found.data, media=found.media, charset=found.charset, fetched=found
    )


def clean_address(url: str) -> str:
    """Write an address without what only tells where its reader came from: one page is one locator."""
    from courlan import normalize_url  # comes with trafilatura; slow to import

    try:
        page = urldefrag(url).url
    except ValueError:  # it is no address, e.g. with a bracket that is never closed
        return url
    return str(normalize_url(page)) or page
