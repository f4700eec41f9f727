"""A page as a source: what was fetched, under the address that it can be found by again."""

from __future__ import annotations

from typing import Final
from urllib.parse import urldefrag

from talks.errors import ReadError
from talks.readers.sources import Source
from talks.web.fetching import Fetcher

__all__ = ["clean_address", "open_page"]

EMPTY: Final = "holds nothing"


def open_page(fetcher: Fetcher, url: str) -> Source | ReadError:
    """Fetch a page; what can't be fetched is returned as the error that says why."""
    try:
        found = fetcher.fetch(url)
    except ReadError as error:
        return error
    if not found.data.strip():
        return ReadError(found.url, EMPTY, "open it in a browser, and save the page from there")
    return Source(clean_address(found.url), found.data, media=found.media, charset=found.charset)


def clean_address(url: str) -> str:
    """Write an address without what only tells where its reader came from: one page is one locator."""
    from courlan import normalize_url  # comes with trafilatura; slow to import

    page = urldefrag(url).url
    return str(normalize_url(page)) or page
