"""Where a report comes from: the agency that is credited, else the outlet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final
from urllib.parse import urlsplit

from talks.codebook import Codebook
from talks.models import Article, Mention, Statement

__all__ = ["find_agencies", "origin_of", "origins_of"]

DATELINE: Final = 300  # characters of a text among which its agency is named
CREDIT: Final = re.compile(r"[(/\[]\s*([^()/\[\]\n]{2,40}?)\s*[)/\]]")  # (Reuters), /TASS/
WORDS: Final = re.compile(r"[,;|/]|\band\b", re.IGNORECASE)  # between the names of a byline

Agencies = Mapping[str, str]  # by any way to write it, in lower case, the name


def find_agencies(codebook: Codebook) -> Agencies:
    """Return the agencies of all dossiers."""
    dossiers = (world.dossier for world in codebook.worlds if world.dossier)
    agencies = [outlet for dossier in dossiers for outlet in dossier.outlet if outlet.kind == "agency"]
    return {alias.casefold(): outlet.name for outlet in agencies for alias in (outlet.name, *outlet.aliases)}


def origin_of(article: Article, agencies: Agencies | None = None) -> str:
    """Return what is equal for articles of one origin: the agency, else the outlet, the site, the article."""
    host = urlsplit(article.url or "").hostname or ""
    outlet = article.outlet or host.removeprefix("www.") or article.id
    return (_agency(article, agencies or {}) or outlet).casefold()


def _agency(article: Article, agencies: Agencies) -> str | None:
    """Return the agency that an article names as its author, in the byline or at the head of the text."""
    byline = (name.strip() for name in WORDS.split(article.byline or ""))
    credited = (match[1] for match in CREDIT.finditer(article.text[:DATELINE]))
    named = (agencies.get(name.casefold()) for name in (article.outlet or "", *byline, *credited))
    return next(filter(None, named), None)


def origins_of(
    article: Article, mentions: Iterable[Mention], statements: Iterable[Statement], agencies: Agencies
) -> dict[str, str]:
    """Return the origin of each mention: whom the article credits with its words, else the article's own."""
    own = origin_of(article, agencies)
    credited = [statement for statement in statements if statement.via]
    return {mention.id: _credit(mention, credited, agencies) or own for mention in mentions}


def _credit(mention: Mention, credited: Iterable[Statement], agencies: Agencies) -> str | None:
    """Return who is credited with the words that a mention was read from, or with the claim that it is."""
    words = mention.evidence[0].span
    for statement in credited:
        said = statement.evidence.span
        if statement.id == mention.according_to or (said.start < words.end and words.start < said.end):
            via = statement.via or ""
            return agencies.get(via.casefold(), via).casefold()
    return None
