"""The store as it would have answered on a day of the past: by the reports that had been published."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Final, Unpack

from talks.errors import UnknownRecordError
from talks.models import Article, Event, Mention, Statement, When
from talks.paging import paged
from talks.store import Choice, Store
from talks.store.listings import ArticleFilters, EventFilters, MentionFilters, Range, StatementFilters
from talks.terms import REAL, SETTLED
from talks.views.knowledge import known_at

__all__ = ["History", "Past", "as_of", "base_of", "fits"]

PAGE: Final = 200  # statements whose articles are looked up together, and events whose reports are
Values = Callable[[Event], tuple[str | None, ...]]

FIELDS: Final[dict[str, Values]] = {
    "ids": lambda event: (event.id,),
    "kind": lambda event: (event.kind,),
    "status": lambda event: (event.status,),
    "place": lambda event: (event.place,),
    "party": lambda event: event.parties,
    "person": lambda event: event.people,
}


@dataclass(slots=True)
class Past:
    """What a store knew at the end of a day; asked like the store."""

    store: Store
    day: dt.date
    _told: dict[str, Event | None] = field(default_factory=dict)

    def events(self, **filters: Unpack[EventFilters]) -> Iterator[Event]:
        """List events as they were known, by date as it was known; see `Store.events`."""
        if self.store.links_stale:  # an event may have values of reports that are gone
            keys = self.store.reported_by(self.day)
        else:
            keys = self.store.reported_by(self.day, **_widened(filters))
        self._tell([key for key in keys if key not in self._told])
        known = (event for key in keys if (event := self._told[key]) and fits(event, filters))
        return islice(sorted(known, key=_order), filters.get("limit"))

    def _tell(self, keys: Sequence[str]) -> None:
        """Keep events as they were known: what is asked once is often asked again."""
        self._told |= dict.fromkeys(keys)
        for page in paged(keys, PAGE):
            found = known_at(self.store, self.day, self.store.events(ids=page))
            self._told |= {event.id: event for event in found}

    def event(self, key: str) -> Event:
        """Return an event as it was known; raise `UnknownRecordError` if nobody had reported it."""
        for event in known_at(self.store, self.day, [self.store.event(key)]):
            return event
        what = f"no report of it had been published by {self.day}"
        raise UnknownRecordError(key, what, "ask for a later day")

    def statements(self, **filters: Unpack[StatementFilters]) -> Iterator[Statement]:
        """List what was said, by articles that had been published."""
        asked: dict[str, Any] = dict(filters)
        limit = asked.pop("limit", None)
        return islice(self._published(self.store.statements(**asked)), limit)

    def _published(self, statements: Iterator[Statement]) -> Iterator[Statement]:
        for page in paged(statements, PAGE):
            known = self.store.published_by(self.day, {statement.article for statement in page})
            yield from (statement for statement in page if statement.article in known)

    def mentions(self, **filters: Unpack[MentionFilters]) -> Iterator[Mention]:
        """List mentions; those of events as they were known are of the time."""
        return self.store.mentions(**filters)

    def articles(self, **filters: Unpack[ArticleFilters]) -> Iterator[Article]:
        """List articles, of whatever day."""
        return self.store.articles(**filters)

    def last_published(self) -> dt.date:
        """Return the day up to which reports tell."""
        return self.day

    def recall(self, key: str) -> str | None:
        """Return a note of the program."""
        return self.store.recall(key)


History = Store | Past


def as_of(store: Store, day: dt.date | None) -> History:
    """Return what is to be asked: the store, or what it knew at the end of a day."""
    return store if day is None else Past(store, day)


def base_of(history: History) -> Store:
    """Return the store itself, with what it learned later."""
    return history.store if isinstance(history, Past) else history


def fits(event: Event, filters: EventFilters) -> bool:
    """Tell whether an event is asked for, as listings of the store choose it."""
    asked: dict[str, Any] = dict(filters)
    chosen = {name: values for name, values in FIELDS.items() if asked.get(name) is not None}
    if not all(_has(values(event), asked[name]) for name, values in chosen.items()):
        return False
    dates = Range(filters.get("since"), filters.get("until"), filters.get("undated"))
    return _within(event.when, dates)


def _widened(filters: EventFilters) -> EventFilters:
    """Ask for what is told as held, too, where plans are asked for: told before its day, it was a plan."""
    wanted = filters.get("status")
    told = {wanted} if isinstance(wanted, str) else set(wanted or ())
    return {**filters, "status": sorted(told | REAL)} if told & SETTLED else filters


def _has(values: tuple[str | None, ...], wanted: Choice) -> bool:
    return (
        bool({wanted} & set(values)) if isinstance(wanted, str) else not set(wanted or ()).isdisjoint(values)
    )


def _within(when: When, dates: Range) -> bool:
    if when.earliest is None or when.latest is None:
        return dates.undated_too
    first, last = dates.edges
    return dates.dated_too and when.earliest.isoformat() <= last and when.latest.isoformat() >= first


def _order(event: Event) -> tuple[dt.date, dt.date, str]:
    """Order by date as listings do: the undated last, by id."""
    return (event.when.earliest or dt.date.max, event.when.latest or dt.date.max, event.id)
