"""Find the day a page says it was published on; never the day it was changed.

In this order: JSON-LD, `<meta>`, elements marked as the date of publication, `<time>` at the article's head.
A date that is only printed is read later, from the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from talks.models import Basis, When
from talks.readers.webpage.jsonld import PAGE
from talks.readers.webpage.metadata import Head
from talks.readers.webpage.tree import squeeze
from talks.readers.written_dates import read_date

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["find_published"]

METAS = tuple(
    """
    article:published_time og:article:published_time og:published_time article:published article.published
    datepublished parsely-pub-date sailthru.date dc.date.issued dcterms.issued dc.issued rnews:datepublished
    publication_date publication-date publicationdate publish-date publish_date publishdate published-date
    published_time published pubdate pub_date pub-date originalpublicationdate article_date_original
    cxenseparse:recs:publishtime citation_publication_date displaydate article:created article_date
    dc.date.created dcterms.created dcterms.date dc.date date
    """.split()  # noqa: SIM905  # forty strings in quotation marks are no easier to read
)
# Words near a date that make it another one.
OTHER_DATE = re.compile(r"updat|modif|edit|correct|revis|last|latest|crawl|expire", re.IGNORECASE)
REPEATED = 3  # times of one make are those of entries or teasers
HEAD_SIZE = 800  # characters of text after the headline in which the date stands, if it does


def find_published(head: Head, body: HtmlElement, headline: HtmlElement | None) -> When | None:
    """Return the day of publication; `body` is free of chrome."""
    for value in _stated(head, body, headline):
        if when := read_date(value, Basis.METADATA):
            return when
    return None


def _stated(head: Head, body: HtmlElement, headline: HtmlElement | None) -> Iterator[object]:
    yield from head.said("datePublished", until=PAGE)
    yield from head.meta(*METAS)
    for element in _single(element for element in body.iter() if _is_marked(element)):
        yield element.get("datetime") or element.get("content") or squeeze(element.text_content())
    first_words = set(_first_words(body, headline))
    for time in _single(body.iter("time")):
        if time in first_words and not OTHER_DATE.search(_words_near(time)):
            yield time.get("datetime", "")


def _is_marked(element: HtmlElement) -> bool:
    return "datepublished" in element.get("itemprop", "").lower().split() or "pubdate" in element.attrib


def _single(elements: Iterable[HtmlElement]) -> list[HtmlElement]:
    """Leave out elements of a make that is repeated: they stand in entries or teasers."""
    found = list(elements)
    makes = Counter(map(_make, found))
    return [element for element in found if makes[_make(element)] < REPEATED]


def _first_words(body: HtmlElement, headline: HtmlElement | None) -> Iterator[HtmlElement]:
    """Yield the elements before the headline and around the first words after it."""
    passed = 0
    begun = headline is None
    for element in body.iter():
        begun = begun or element is headline
        if begun:
            passed += len(squeeze(element.text)) + len(squeeze(element.tail))
        if passed > HEAD_SIZE:
            return
        yield element


def _make(element: HtmlElement) -> tuple[tuple[str, str], ...]:
    """Describe an element by tags and classes, its own and those of what it stands in."""
    chain = (element, *islice(element.iterancestors(), 3))
    return tuple((link.tag, link.get("class", "")) for link in chain)


def _words_near(time: HtmlElement) -> str:
    """Return what is written or named just around a time: classes, its words and those before it."""
    parent, previous = time.getparent(), time.getprevious()
    before = parent.text if previous is None else previous.tail
    if previous is not None and previous.tag != "time" and not squeeze(before):
        before = previous.text_content()
    named = (time.get("class"), time.get("itemprop"), parent.get("class") if len(parent) == 1 else None)
    return " ".join(filter(None, (*named, time.text, (before or "")[-40:])))
