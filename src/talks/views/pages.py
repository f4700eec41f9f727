"""One record with all that belongs to it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Final

from talks.link.origins import Origin, find_origins
from talks.models import Article, Event, Evidence, Mention, Precision, Statement
from talks.paging import paged
from talks.store import Capture, Store
from talks.views.chains import UNTOLD, Chain, chain_of_statement, chains_of
from talks.views.claims import Voice
from talks.views.conflicts import Point, points_of
from talks.views.groups import Copy, group_of
from talks.views.outcomes import Overdue, find_overdue
from talks.views.past import History, Past
from talks.views.sayings import copies_of
from talks.views.stages import Related, stages_around
from talks.views.steps import Step, find_steps
from talks.views.voices import Readings, read_reports

__all__ = [
    "ArticlePage",
    "EventPage",
    "Report",
    "StatementPage",
    "article_page",
    "event_page",
    "event_pages",
    "statement_page",
]

MOST_SAID: Final = 12  # statements of the day that a page shows
LONGEST: Final = 7  # days that an event may last for "that day" to mean anything
PAGE: Final = 200  # events whose reports are looked up together
DATED: Final = frozenset({Precision.DAY, Precision.SPAN})


@dataclass(frozen=True, slots=True)
class Report(Voice):
    """Who says what a report tells, and through whom it came."""

    chain: Chain = UNTOLD


@dataclass(frozen=True, slots=True)
class EventPage:
    """An event, its reports by date, and what was said that day; `more` was said than is listed.

    `day` is that of the past on which it is looked at; `overdue` tells that its own day is over, though no
    report says what came of it; `related` are the whole that it is a stage of, and its
    own stages; `origins` tells which reports count as one source.
    """

    event: Event
    reports: tuple[Report, ...]
    steps: tuple[Step, ...] = ()
    points: tuple[Point, ...] = ()
    said: tuple[Statement, ...] = ()
    more: bool = False
    day: dt.date | None = None
    overdue: Overdue | None = None
    related: Related = field(default_factory=Related)
    origins: tuple[Origin, ...] = ()

    @property
    def rule(self) -> str | None:
        """The rule that most of the reports were found by."""
        rules = sorted(report.mention.evidence[0].rule for report in self.reports)
        return max(rules, key=rules.count, default=None)


@dataclass(frozen=True, slots=True)
class StatementPage:
    """A statement, its article, by whom it came there, and where else it is told."""

    statement: Statement
    article: Article
    chain: Chain = UNTOLD
    copies: tuple[tuple[Statement, Article], ...] = ()


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """An article with its captures and records; `event_of` maps mentions to events.

    `copies` are the articles that are of one text with it, and count with it as one source.
    """

    article: Article
    captures: tuple[Capture, ...]
    superseded_by: str | None
    dossier: str | None
    mentions: tuple[Mention, ...]
    statements: tuple[Statement, ...]
    event_of: dict[str, str]
    copies: tuple[Copy, ...] = ()


def event_page(store: History, key: str) -> EventPage:
    """Load an event by its whole id."""
    event = store.event(key)
    said = list(islice(_said_then(store, event), MOST_SAID + 1))
    (page,) = event_pages(store, [event])
    return replace(
        page,
        said=tuple(said[:MOST_SAID]),
        more=len(said) > MOST_SAID,
        related=stages_around(store, event),
    )


def event_pages(store: History, events: Iterable[Event]) -> Iterator[EventPage]:
    """Load many events at once, in their order; what was said that day, and stages, are left out."""
    day, last = store.day if isinstance(store, Past) else None, store.last_published()
    for page in paged(events, PAGE):
        readings = read_reports(store, page)
        chains = chains_of(store, [m for event in page for m in readings.mentions(event)], readings)
        overdue = find_overdue(store, page, last)
        for event in page:
            yield replace(_page(event, readings, chains), day=day, overdue=overdue.get(event.id))


def _page(event: Event, readings: Readings, chains: Mapping[str, Chain]) -> EventPage:
    """Put together what the reports of an event say."""
    mentions = readings.mentions(event)
    reports = [
        Report(m, readings.articles[m.article], readings.claims.get(m.id), chain=chains[m.id])
        for m in mentions
    ]
    own = [readings.reports[m.id] for m in mentions]
    return EventPage(
        event=event,
        reports=tuple(sorted(reports, key=lambda report: (_published(report.article), report.mention.id))),
        steps=find_steps(event, own),
        points=points_of(event, readings),
        origins=tuple(find_origins(own)),
    )


def statement_page(store: Store, key: str) -> StatementPage:
    """Load a statement by its whole id."""
    statement = store.statement(key)
    article = store.article(statement.article)
    copies = [copy for copy in copies_of(store, statement) if copy.article != article.id]
    articles = {a.id: a for a in store.articles(ids={copy.article for copy in copies})} if copies else {}
    told = tuple((copy, articles[copy.article]) for copy in copies)
    return StatementPage(statement, article, chain_of_statement(store, statement, article), told)


def article_page(store: Store, key: str) -> ArticlePage:
    """Load an article by its whole id."""
    extraction = store.extraction(key)
    linked = store.linked_mentions(article=key, order="article")
    return ArticlePage(
        article=extraction.article,
        captures=tuple(store.captures(article=key)),
        superseded_by=store.superseded_by(key),
        dossier=extraction.dossier,
        mentions=extraction.mentions,
        statements=extraction.statements,
        event_of={mention.id: event for mention, event in linked if event},
        copies=group_of(store, key),
    )


def evidence_of(page: ArticlePage) -> list[Evidence]:
    """List the evidence of all records of an article, in the order of the text."""
    found = [e for mention in page.mentions for e in mention.evidence]
    found += [statement.evidence for statement in page.statements]
    return sorted(found, key=lambda e: (e.span.start, -e.span.end))


def _said_then(store: History, event: Event) -> Iterator[Statement]:
    """List what was said on the day of an event, or on the few days it took."""
    first, last = event.when.earliest, event.when.latest
    if first is None or last is None or event.when.precision not in DATED or (last - first).days >= LONGEST:
        return iter(())
    said = store.statements(since=first, until=last, undated=False)
    return (s for s in said if s.when.precision is Precision.DAY)


def _published(article: Article) -> dt.date:
    return article.published.earliest or dt.date.max
