"""What is new: events, and what new reports changed of events that were known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from talks.models import Count, Event, Mention
from talks.paging import paged
from talks.store import Store
from talks.views.claims import Voice
from talks.views.conflicts import Point, points_of
from talks.views.knowledge import told_by
from talks.views.timeline import Asked, Told, rules_of
from talks.views.voices import Readings, read_reports

__all__ = [
    "EVER",
    "By",
    "Change",
    "Figure",
    "arrived_since",
    "last_look",
    "list_changes",
    "mark_look",
    "published_since",
]

By = Literal["arrival", "published"]

NOTE: Final = "last look"
PAGE: Final = 200  # events whose reports are looked up together
TICK: Final = dt.timedelta(microseconds=1)
EVER: Final = dt.datetime.min.replace(tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that was not known before, the others of the same that were, and who gives it."""

    count: Count
    before: tuple[Count, ...]
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """An event with new reports; `before` is what the reports before told of it, None if there were none."""

    told: Told
    before: Event | None
    fresh: tuple[Voice, ...]
    figures: tuple[Figure, ...] = ()
    points: tuple[Point, ...] = ()  # disagreements that are new

    @property
    def event(self) -> Event:
        """The event as it is told now."""
        return self.told.event

    @property
    def status(self) -> bool:
        """Whether its status is another."""
        return self.before is not None and self.before.status is not self.event.status

    @property
    def when(self) -> bool:
        """Whether its date is another."""
        return self.before is not None and self.before.when.edtf != self.event.when.edtf

    @property
    def place(self) -> bool:
        """Whether its place is another."""
        return self.before is not None and self.before.place != self.event.place

    @property
    def round(self) -> bool:
        """Whether the number of its round is another."""
        return self.before is not None and self.before.round != self.event.round

    @property
    def parties(self) -> bool:
        """Whether others take part."""
        return self.before is not None and set(self.before.parties) != set(self.event.parties)

    @property
    def only_reports(self) -> bool:
        """Whether it is known, and only more reports tell of it."""
        told = (self.status, self.when, self.place, self.round, self.parties, self.figures, self.points)
        return self.before is not None and not any(told)


def arrived_since(store: Store, day: dt.date) -> list[str]:
    """List the articles that came on a day or later; days are those of UTC."""
    midnight = dt.datetime.combine(day, dt.time(), dt.UTC)
    return store.arrived_after(max(midnight, EVER + TICK) - TICK)


def published_since(store: Store, day: dt.date) -> list[str]:
    """List the articles that were published on a day or later, or may have been."""
    return store.published_from(day)


def last_look(store: Store) -> dt.datetime | None:
    """Return when what had been looked at had come: the last of it."""
    note = store.recall(NOTE)
    return dt.datetime.fromisoformat(note) if note else None


def mark_look(store: Store, moment: dt.datetime) -> None:
    """Note that all was looked at that had come by a moment."""
    store.remember(NOTE, moment.isoformat())


def list_changes(
    store: Store, articles: Collection[str], asked: Asked, *, named: Collection[str] = ()
) -> Iterator[Change]:
    """List the events that some articles tell of, by date, with what is new by these articles."""
    fresh = frozenset(articles)
    if not fresh:
        return
    ids = {event for _, event in store.linked_mentions(article=fresh) if event}
    found = store.events(ids=ids, kind=asked.kinds or None, party=asked.parties or None)
    for page in paged(found, PAGE):
        readings = read_reports(store, page)
        rules = rules_of(store, [event for event in page if event.kind in named])
        yield from (_change(Told(event, rules.get(event.id)), readings, fresh) for event in page)


def _change(told: Told, readings: Readings, fresh: frozenset[str]) -> Change:
    event = told.event
    mentions = readings.mentions(event)
    new = sorted((m for m in mentions if m.article in fresh), key=lambda m: _published(m, readings))
    old = [mention for mention in mentions if mention.article not in fresh]
    reports = [readings.reports[mention.id] for mention in mentions]
    before = told_by(event, reports, [readings.reports[mention.id] for mention in old])
    return Change(
        told=told,
        before=before,
        fresh=tuple(readings.voice(mention.id) for mention in new),
        figures=tuple(_figures(new, old, readings)) if before else (),
        points=tuple(point for point in points_of(event, readings) if _is_new(point, fresh)),
    )


def _published(mention: Mention, readings: Readings) -> tuple[dt.date, str]:
    return (readings.articles[mention.article].published.earliest or dt.date.max, mention.id)


def _figures(new: Sequence[Mention], old: Sequence[Mention], readings: Readings) -> Iterator[Figure]:
    """Yield the figures that no report before gave, each with those who give it."""
    before = tuple(dict.fromkeys(count for mention in old for count in mention.counts))
    known = {(count.of, count.n) for count in before}
    for count in dict.fromkeys(count for mention in new for count in mention.counts):
        if (count.of, count.n) not in known:
            tellers = [mention.id for mention in new if count in mention.counts]
            alike = tuple(other for other in before if other.of == count.of)
            yield Figure(count, alike, tuple(readings.voice(key, count.n) for key in tellers))


def _is_new(point: Point, fresh: frozenset[str]) -> bool:
    """Tell whether a value is, and with it the disagreement."""
    known = (any(voice.article.id not in fresh for voice in value.voices) for value in point.values)
    return not all(known)
