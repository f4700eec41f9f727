"""What a page says of itself to machines: title, outlet, byline, address and language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from talks.readers.fields import Fields, language_code
from talks.readers.webpage.headline import split_title
from talks.readers.webpage.jsonld import ARTICLE, OTHER, Node, find_nodes, name_of, rank
from talks.readers.webpage.tree import squeeze, words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["Head", "describe", "read_head"]

NAMES = ("property", "name", "itemprop", "http-equiv")
OUTLET_METAS = ("og:site_name", "application-name", "dc.publisher", "publisher")
BYLINE_METAS = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl")
BYLINE_CLASS = re.compile(r"(?:^|[\s_-])(?:by|by-?line|authors?)(?:\s|$)", re.IGNORECASE)
BY = re.compile(r"^(?:(?:written|text) by|by|text)\b:?\s*", re.IGNORECASE)
LONGEST_BYLINE = 80  # characters


@dataclass(frozen=True, slots=True)
class Head:
    """The machine-readable part of a page."""

    metas: dict[str, list[str]]  # contents by lower-case name, in order
    nodes: list[Node]  # of JSON-LD, articles first
    title: str  # as in <title>
    canonical: str | None
    language: str | None

    def meta(self, *names: str) -> Iterator[str]:
        """Yield the contents of the metas of these names, in the order of the names."""
        for name in names:
            yield from self.metas.get(name, ())

    def said(self, key: str, *, until: int = ARTICLE) -> Iterator[object]:
        """Yield what the nodes say under a key, articles first."""
        return (node[key] for node in self.nodes if rank(node) <= until and node.get(key))

    @property
    def is_article(self) -> bool:
        """Tell whether the page calls itself an article."""
        return "article" in self.meta("og:type") or any(self.said("@type"))


def read_head(root: HtmlElement) -> Head:
    """Collect what a page says of itself, before anything is pruned."""
    metas: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        content = squeeze(meta.get("content"))
        for name in filter(None, map(meta.get, NAMES)):
            if content:
                metas.setdefault(name.strip().lower(), []).append(content)
    canonical = next((link.get("href") for link in root.iter("link") if link.get("rel") == "canonical"), None)
    title = next((words(title) for title in root.iter("title")), "")
    language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    return Head(metas, find_nodes(root), title, canonical, language)


def describe(head: Head, root: HtmlElement, headline: HtmlElement | None) -> Fields:
    """State title, outlet, byline, address and language, as far as the page tells."""
    fields: Fields = {}
    if outlet := _outlet(head, root, headline):
        fields["outlet"] = outlet
    if title := _title(head, headline, outlet):
        fields["title"] = title
    if byline := _byline(head, root):
        fields["byline"] = byline
    if url := _url(head):
        fields["url"] = url
    if language := _language(head):
        fields["language"] = language
    return fields


def _title(head: Head, headline: HtmlElement | None, outlet: str | None) -> str | None:
    heading = words(headline) if headline is not None else None
    stated = (*head.meta("og:title"), *map(name_of, head.said("headline")))
    for title in filter(None, stated):
        rest, name = split_title(title)
        return rest if name and outlet and _is_same(name, outlet) else squeeze(title)
    return heading or split_title(head.title)[0] or None


def _is_same(name: str, outlet: str) -> bool:
    name, outlet = name.casefold(), outlet.casefold()
    return name in outlet or outlet in name


def _outlet(head: Head, root: HtmlElement, headline: HtmlElement | None) -> str | None:
    published_by = (name_of(value, head.nodes) for value in head.said("publisher", until=OTHER))
    sites = (name_of(node.get("name")) for node in head.nodes if node.get("@type") == "WebSite")
    stated = (*head.meta("og:site_name"), *published_by, *sites, *head.meta(*OUTLET_METAS))
    return next(filter(None, stated), None) or _outlet_in_title(head, root, headline)


def _outlet_in_title(head: Head, root: HtmlElement, headline: HtmlElement | None) -> str | None:
    """Return the name after the headline in `<title>`, unless it is that of a section."""
    rest, name = split_title(head.title)
    if not name or (headline is not None and words(headline) == head.title):
        return None
    sections = (link for link in root.iter("a") if words(link) == name)
    return None if not rest or any(_has_path(link.get("href", "")) for link in sections) else name


def _has_path(address: str) -> bool:
    """Tell whether an address leads on from the home page, or from that of a language."""
    try:
        return len(urlsplit(address).path.strip("/")) > len("eng")
    except ValueError:
        return False


def _byline(head: Head, root: HtmlElement) -> str | None:
    authors = filter(None, (name_of(value, head.nodes) for value in head.said("author")))
    metas = (author for author in head.meta(*BYLINE_METAS) if not author.startswith(("http:", "https:")))
    return _first(authors) or _first(metas) or _first(_printed_bylines(root))


def _printed_bylines(root: HtmlElement) -> Iterator[str]:
    for element in root.iter("p", "div", "span", "a", "address"):
        if element.get("rel") == "author" or BYLINE_CLASS.search(element.get("class", "")):
            text = BY.sub("", words(element)).split(" | ")[0]
            if 0 < len(text) <= LONGEST_BYLINE:
                yield text


def _url(head: Head) -> str | None:
    stated = (head.canonical, *head.meta("og:url"), *head.said("url"))
    return _first(
        address for address in stated if isinstance(address, str) and address.startswith(("http:", "https:"))
    )


def _language(head: Head) -> str | None:
    stated = filter(
        None, (head.language, *head.meta("content-language", "language", "dc.language", "og:locale"))
    )
    return _first(filter(None, map(language_code, stated)))


def _first(values: Iterable[str]) -> str | None:
    return next(iter(values), None)
