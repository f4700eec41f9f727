"""Where a report comes from: the agency that is credited, else the outlet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from talks.codebook.credits import load_credits
from talks.codebook.outlets import load_imprint
from talks.models import Article, Mention, Span, Statement

if TYPE_CHECKING:
    from talks.codebook import Codebook

__all__ = [
    "Agencies",
    "Credit",
    "credit_of",
    "credit_of_statement",
    "find_agencies",
    "origin_of",
    "origins_of",
    "outlet_of",
]

HEAD: Final = 300  # characters of a text among which its agency is named
FOOT: Final = 160  # characters at its end, among which it may be
# Between two places of one sentence it does not end; short words before a dot are mostly titles and initials.
BREAK: Final = re.compile(r"(?:[a-z\d]{3}|[)\]\"”’])[.!?…][\"”’)]*\s+(?=[\"“«(]?[A-ZÀ-Þ])|\n")
SEEN: Final = 3  # characters by which a pattern looks beyond the place
AGENCY: Final = "agency"
SOCIAL: Final = "platform"  # on which speakers publish themselves: it is no origin


@dataclass(frozen=True, slots=True)
class Credit:
    """An outlet that is credited, and the words that credit it."""

    name: str
    words: str
    span: Span
    rank: int = 0  # of several in one sentence that of the lowest goes furthest back: X reports, citing Y


@dataclass(frozen=True)
class Agencies:
    """The outlets that can be credited: for each its name, its kind, and other ways to write it."""

    outlets: tuple[tuple[str, str, tuple[str, ...]], ...] = ()

    @cached_property
    def _names(self) -> dict[str, str]:
        return {way: name for name, kind, ways in self.outlets if kind != SOCIAL for way in (name, *ways)}

    @cached_property
    def _folded(self) -> dict[str, str]:
        return {way.casefold(): name for way, name in self._names.items()}

    @cached_property
    def _agencies(self) -> list[str]:
        return [way for name, kind, ways in self.outlets if kind == AGENCY for way in (name, *ways)]

    @cached_property
    def _patterns(self) -> dict[str, re.Pattern[str] | None]:
        ways, own = load_credits(), self._agencies
        by_line = re.compile(rf"(?<!\w)(?P<name0>{'|'.join(map(re.escape, own))})(?!\w)") if own else None
        return {
            "head": ways.naming("head", own),
            "foot": ways.naming("foot", own),
            "inside": ways.naming("inside", self._names),
            "byline": by_line,
        }

    def called(self, name: str) -> str:
        """Return the name of an outlet, however it is written."""
        return self._folded.get(name.casefold(), name)

    def find(self, text: str, at: str) -> Iterator[Credit]:
        """Yield the credits of a text: in its `head`, its `foot`, a `byline`, or `inside` of sentences."""
        pattern = self._patterns[at]
        for found in pattern.finditer(text) if pattern else ():
            rank, name = next((n, name) for n, name in enumerate(found.groupdict().values()) if name)
            span = Span(start=found.start(), end=found.end())
            yield Credit(self._names[name], found[0].strip(), span, rank)

    def of_article(self, article: Article) -> Credit | None:
        """Return the agency that an article is by: its outlet, or that of its byline, head or foot."""
        if (outlet := article.outlet or "") and self.called(outlet).casefold() in self._agency_names:
            return Credit(self.called(outlet), outlet, Span(start=0, end=0))
        parts = (
            (article.byline or "", "byline"),
            (article.text[:HEAD], "head"),
            (article.text[-FOOT:], "foot"),
        )
        known = next((credit for text, at in parts for credit in self.find(text, at)), None)
        return known or _dateline(article.text[:HEAD])

    @cached_property
    def _agency_names(self) -> frozenset[str]:
        return frozenset(name.casefold() for name, kind, _ in self.outlets if kind == AGENCY)

    def near(self, text: str, span: Span) -> Credit | None:
        """Return who is credited in the sentence of some words."""
        start = text.rfind("\n", 0, span.start) + 1
        end = text.find("\n", span.end)
        line = text[start : end if end >= 0 else len(text)]
        here = Span(start=span.start - start, end=span.end - start)
        found = (credit for credit in self.find(line, "inside") if _in_one_sentence(line, credit.span, here))
        return min(found, key=lambda credit: credit.rank, default=None)


def _dateline(head: str) -> Credit | None:
    """Return an agency that is in no dossier but stands in a dateline: HARVIK (Meridian) -."""
    for line in head.split("\n"):
        if name := load_imprint().name_in(line, "dateline"):
            return Credit(name, name, Span(start=0, end=0))
    return None


def _in_one_sentence(text: str, one: Span, two: Span) -> bool:
    before, after = min(one.end, two.end), max(one.start, two.start)
    return not BREAK.search(text, max(0, before - SEEN), after + SEEN)


def find_agencies(codebook: Codebook) -> Agencies:
    """Return the outlets of all dossiers."""
    dossiers = (world.dossier for world in codebook.worlds if world.dossier)
    found = {outlet.name: outlet for dossier in dossiers for outlet in dossier.outlet}
    return Agencies(tuple((outlet.name, outlet.kind, outlet.aliases) for outlet in found.values()))


def origin_of(article: Article, agencies: Agencies | None = None) -> str:
    """Return what is equal for articles of one origin: the agency, else the outlet, the site, the article."""
    credit = (agencies or Agencies()).of_article(article)
    return credit.name.casefold() if credit else outlet_of(article)


def outlet_of(article: Article) -> str:
    """Return what is equal for articles that one outlet published: its name, else the site, the article."""
    host = urlsplit(article.url or "").hostname or ""
    return (article.outlet or host.removeprefix("www.") or article.id).casefold()


def origins_of(
    article: Article, mentions: Iterable[Mention], statements: Iterable[Statement], agencies: Agencies
) -> dict[str, str]:
    """Return the origin of each mention: whom the article credits with its words, else the article's own."""
    own, said = origin_of(article, agencies), [statement for statement in statements if statement.via]
    credits_of = {mention.id: credit_of(article, mention, said, agencies) for mention in mentions}
    return {key: credit.name.casefold() if credit else own for key, credit in credits_of.items()}


def credit_of(
    article: Article, mention: Mention, statements: Iterable[Statement], agencies: Agencies
) -> Credit | None:
    """Return who is credited with the words that a mention was read from, or with the claim that it is."""
    words = mention.evidence[0].span
    for statement in statements:
        said = statement.evidence.span
        overlaps = said.start < words.end and words.start < said.end
        if statement.via and (statement.id == mention.according_to or overlaps):
            return Credit(agencies.called(statement.via), statement.via, said)
    return agencies.near(article.text, words)


def credit_of_statement(article: Article, statement: Statement, agencies: Agencies) -> Credit | None:
    """Return who is credited with a statement: by its attribution, else in its sentence."""
    said = statement.evidence.span
    if statement.via:
        return Credit(agencies.called(statement.via), statement.via, said)
    return agencies.near(article.text, said)
