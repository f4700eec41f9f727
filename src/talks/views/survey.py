"""All that is known of one negotiation, gathered once: what a report of it shows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from talks.models import Article, Event, Statement
from talks.store import Store
from talks.views import conflicts, positions, promises, swaps, timeline
from talks.views.agenda import Agenda, Item, draw_up
from talks.views.conflicts import Dispute
from talks.views.frames import Frame, load_frames
from talks.views.pages import EventPage, event_pages
from talks.views.past import History, as_of
from talks.views.promises import Promise
from talks.views.stages import Related, Stages, find_stages
from talks.views.state import Situation, find_situation
from talks.views.swaps import Book
from talks.views.timeline import Entry, Month, Told, falls_in, was_reported

__all__ = ["Asked", "Survey", "find_survey", "told_of"]

STEP: Final = 100  # events after which it is told how many were looked up
Watch = Callable[[int, int], None]  # is told how many events were looked up, of how many


@dataclass(frozen=True, slots=True)
class Asked:
    """Which negotiation is wanted, and what of it; `as_of`: as known at the end of that day."""

    frame: Frame
    since: dt.date | None = None
    until: dt.date | None = None
    as_of: dt.date | None = None

    @property
    def range(self) -> timeline.Asked:
        """The range of dates, as timelines are asked."""
        return timeline.Asked(since=self.since, until=self.until)


@dataclass(frozen=True, slots=True)
class Survey:
    """One negotiation: its timeline, ledgers, positions and disputes, and a page for each event in them.

    `months` and `undated` are the timeline; `pages` are those of all events that anything here refers to, by
    id; `articles` are those that anything here rests on, by id; `read` counts the articles that were read.
    """

    asked: Asked
    day: dt.date
    months: tuple[Month, ...]
    undated: tuple[Told, ...]
    pages: dict[str, EventPage]
    books: tuple[Book, ...]
    promises: tuple[Promise, ...]
    lines: tuple[positions.Line, ...]
    disputes: tuple[Dispute, ...]
    situation: Situation
    articles: dict[str, Article]
    read: int

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What the timeline lists, what has no date last."""
        return (*(entry for month in self.months for entry in month.entries), *self.undated)

    @property
    def listed(self) -> frozenset[str]:
        """The ids of the events that the timeline lists."""
        return frozenset(entry.event.id for entry in self.entries if isinstance(entry, Told))

    @property
    def own_sides(self) -> tuple[str, ...]:
        """The sides of the negotiation, in the order of its ledger."""
        own = set(self.asked.frame.sides)
        return next((book.sides for book in self.books if set(book.sides) == own), ())


def told_of(store: Store) -> list[Frame]:
    """Return the negotiations that any article tells of."""
    return [frame for frame in load_frames(store) if any(store.articles(dossier=frame.dossier, limit=1))]


def find_survey(
    store: Store, asked: Asked, *, named: Collection[str] = (), watch: Watch = lambda _done, _all: None
) -> Survey | None:
    """Gather what is known of a negotiation; None if no report of it has a date, and no day is asked for.

    Without a day it is that of the last report of this negotiation. `named` are the kinds whose events are
    called by the rule that found them.
    """
    scope = _Scope.of(store, asked.frame)
    day = asked.as_of or scope.last_day
    if day is None:
        return None
    return _Gathering(store, as_of(store, asked.as_of), asked, scope, day).survey(named, watch)


@dataclass(frozen=True, slots=True)
class _Scope:
    """What belongs to a negotiation: all there is, if no article tells of another."""

    articles: frozenset[str] | None
    events: frozenset[str] | None
    sides: tuple[str, ...]
    last_day: dt.date | None  # of the last dated report

    @classmethod
    def of(cls, store: Store, frame: Frame) -> _Scope:
        if told_of(store) == [frame]:
            return cls(None, None, frame.sides, store.last_published())
        dates = {article.id: article.published.earliest for article in store.articles(dossier=frame.dossier)}
        linked = store.linked_mentions(dossier=frame.dossier)
        events = frozenset(event for _, event in linked if event)
        last = max((day for day in dates.values() if day), default=None)
        return cls(frozenset(dates), events, frame.sides, last)

    def has(self, event: Event) -> bool:
        return self.events is None or event.id in self.events

    def tells(self, statement: Statement) -> bool:
        return self.articles is None or statement.article in self.articles

    def has_entry(self, entry: Entry) -> bool:
        return self.has(entry.event) if isinstance(entry, Told) else self.tells(entry)

    def has_book(self, book: Book) -> bool:
        return self.events is None or bool(set(book.sides) & set(self.sides))


@dataclass(frozen=True, slots=True)
class _Gathering:
    store: Store
    history: History
    asked: Asked
    scope: _Scope
    day: dt.date

    def survey(self, named: Collection[str], watch: Watch) -> Survey:
        """Ask every view, then look up all that they refer to."""
        events = {event.id: event for event in self.history.events() if self.scope.has(event)}
        draft = self._draft(named, events.values())
        pages = self._pages([events[key] for key in dict.fromkeys(_referred(draft)) if key in events], watch)
        articles = self._articles(pages.values(), draft)
        return replace(draft, pages=pages, articles=articles)

    def _draft(self, named: Collection[str], events: Iterable[Event]) -> Survey:
        """Ask every view."""
        disputes = [d for d in self._disputes(named) if self.scope.has(d.told.event)]
        promised = self._promises()
        situation = find_situation(
            self._agenda(named),
            sides=self.asked.frame.sides,
            events=events,
            promises=promised,
            table=self._table(),
            disputes=disputes,
        )
        undated = timeline.list_undated(self.history, self.asked.range, named=named)
        return Survey(
            asked=self.asked,
            day=self.day,
            months=tuple(self._months(named)),
            undated=tuple(told for told in undated if self.scope.has(told.event)),
            pages={},
            books=tuple(self._books()),
            promises=tuple(promise for promise in promised if self._in_range(promise.event)),
            lines=tuple(self._lines()),
            disputes=tuple(dispute for dispute in disputes if self._in_range(dispute.told.event)),
            situation=situation,
            articles={},
            read=self._read(),
        )

    def _read(self) -> int:
        """Count the articles of the negotiation, of the past those that were out."""
        dossier = None if self.scope.articles is None else self.asked.frame.dossier
        keys = {article.id for article in self.store.articles(dossier=dossier)}
        return len(self.store.published_by(self.asked.as_of, keys) if self.asked.as_of else keys)

    def _months(self, named: Collection[str]) -> Iterator[Month]:
        for month in timeline.list_months(self.history, self.asked.range, named=named):
            entries = [entry for entry in month.entries if self.scope.has_entry(entry)]
            if entries:
                yield replace(month, entries=entries)

    def _disputes(self, named: Collection[str]) -> Iterator[Dispute]:
        return conflicts.list_disputes(self.history, timeline.Asked(), named=named)

    def _promises(self) -> list[Promise]:
        found = promises.find_promises(self.store, promises.Asked(as_of=self.asked.as_of, day=self.day))
        return [promise for promise in found if self.scope.has(promise.event)]

    def _agenda(self, named: Collection[str]) -> Agenda:
        agenda = draw_up(self.history, self.day, timeline.Asked(), named=named)
        return replace(
            agenda,
            dated=self._own(agenda.dated),
            undated=self._own(agenda.undated),
            unscheduled=self._own(agenda.unscheduled),
            overdue=self._own(agenda.overdue),
            lapsed=self._own(agenda.lapsed),
        )

    def _own(self, items: Iterable[Item]) -> tuple[Item, ...]:
        return tuple(item for item in items if self.scope.has(item.told.event))

    def _books(self) -> Iterator[Book]:
        asked = swaps.Asked(since=self.asked.since, until=self.asked.until, as_of=self.asked.as_of)
        own = set(self.scope.sides)
        books = [book for book in swaps.find_books(self.store, asked) if self.scope.has_book(book)]
        return iter(sorted(books, key=lambda book: set(book.sides) != own))

    def _lines(self) -> Iterator[positions.Line]:
        asked = positions.Asked(since=self.asked.since, until=self.asked.until, as_of=self.asked.as_of)
        own = (self.asked.frame.dossier, None) if self.scope.articles is None else (self.asked.frame.dossier,)
        return (line for line in positions.lines(self.store, asked) if line.dossier in own)

    def _table(self) -> positions.Table | None:
        found = positions.tables(self.store, positions.Asked(as_of=self.asked.as_of))
        return next((table for table in found if table.dossier == self.asked.frame.dossier), None)

    def _in_range(self, event: Event) -> bool:
        asked = self.asked.range
        return falls_in(event.when, asked) if event.when.known else was_reported(event, asked)

    def _pages(self, events: list[Event], watch: Watch) -> dict[str, EventPage]:
        pages: dict[str, EventPage] = {}
        for page in event_pages(self.history, events):
            pages[page.event.id] = page
            if len(pages) % STEP == 0:
                watch(len(pages), len(events))
        mentions = {key: [report.mention for report in page.reports] for key, page in pages.items()}
        known = {event.id: event for event in events}
        stages = find_stages(events, mentions)
        return {key: replace(page, related=_related(key, stages, known)) for key, page in pages.items()}

    def _articles(self, pages: Iterable[EventPage], draft: Survey) -> dict[str, Article]:
        found = {report.article.id: report.article for page in pages for report in page.reports}
        for line in draft.lines:
            found |= line.articles
        said = [entry for entry in draft.entries if isinstance(entry, Statement)]
        table = draft.situation.table
        said += [stand.latest.statement for stand in table.stands.values()] if table else []
        missing = {statement.article for statement in said} - found.keys()
        return found | {a.id: a for a in self.store.articles(ids=missing)} if missing else found


def _related(key: str, stages: Stages, known: dict[str, Event]) -> Related:
    whole = known.get(stages.whole_of.get(key, ""))
    return Related(whole, tuple(known[stage] for stage in stages.stages_of.get(key, ())))


def _referred(survey: Survey) -> Iterator[str]:
    """Yield the ids of all events that anything refers to, those of the timeline first."""
    yield from (entry.event.id for entry in survey.entries if isinstance(entry, Told))
    for book in survey.books:
        yield from _referred_by(book)
    for promise in (*survey.promises, *survey.situation.owed):
        yield promise.event.id
        yield from (line.event.id for line in (*promise.deliveries, *promise.perhaps))
    yield from (dispute.told.event.id for dispute in (*survey.disputes, *survey.situation.disputes))
    agenda, last = survey.situation.agenda, survey.situation.last
    for item in (*agenda.dated, *agenda.undated, *agenda.unscheduled, *agenda.overdue, *agenda.lapsed):
        yield from (item.told.event.id, *(event.id for event in item.compare))
    yield from [last.id] if last else []


def _referred_by(book: Book) -> Iterator[str]:
    for line in (*book.held, *book.undated, *book.ahead):
        yield from (line.event.id, *(stage.event.id for stage in line.all_stages))
        yield from (done.event.id for done in line.carried_out)
