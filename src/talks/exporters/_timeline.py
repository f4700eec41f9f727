"""What formats that draw up a timeline share: its entries, their words, and the reports behind them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from talks.models import Event, Precision, When
from talks.paging import paged
from talks.render.sentences import headline
from talks.render.wording import named_kinds
from talks.store import Store
from talks.views.claims import claims_of
from talks.views.frames import load_frames
from talks.views.pages import Report
from talks.views.timeline import Asked, Month, Told, list_months, list_undated, report_dates

__all__ = ["EPOCH", "Line", "Timeline", "handle_of", "has_days", "last_told"]

EPOCH: Final = dt.date(1970, 1, 1)  # of an event of which no report is dated
PAGE: Final = 200  # events whose reports are looked up together


@dataclass(frozen=True, slots=True)
class Line:
    """An event, in words, with the reports that tell of it in the order in which they came."""

    event: Event
    words: str
    reports: tuple[Report, ...]


class Timeline:
    """What of the timeline an export is asked for; `left_out` counts what a format has no place for."""

    def __init__(self, store: Store, asked: Asked) -> None:
        self.store = store
        self.asked = asked
        self._sides = [frame.sides for frame in load_frames(store)]
        self._named = named_kinds()
        self.left_out = 0

    def months(self) -> Iterator[Month]:
        """List what has a date, month by month."""
        return list_months(self.store, self.asked, named=self._named)

    def undated(self) -> Iterator[Told]:
        """List the events without a date."""
        return list_undated(self.store, self.asked, named=self._named)

    def events(self) -> Iterator[Told]:
        """List the events that have a date, in order."""
        entries = (entry for month in self.months() for entry in month.entries)
        return (entry for entry in entries if isinstance(entry, Told))

    def fitting(self, fits: Callable[[Event], bool]) -> Iterator[Line]:
        """Yield the events with a date that a format has a place for, in order; the others are left out."""
        yield from self.lines(told for told in self.events() if self._is_kept(fits(told.event)))
        self.left_out += sum(1 for _ in self.undated())

    def _is_kept(self, fits: bool) -> bool:
        self.left_out += not fits
        return fits

    def lines(self, events: Iterable[Told]) -> Iterator[Line]:
        """Yield events in words and with their reports."""
        for page in paged(events, PAGE):
            reports = self._reports([told.event for told in page])
            for told in page:
                found = (reports.get(step.mention) for step in told.event.history)
                yield Line(told.event, self.words(told), tuple(report for report in found if report))

    def words(self, told: Told) -> str:
        """Put an event into one line."""
        return headline(told.event, rule=told.rule, sides=self._sides, overdue=told.overdue)

    def _reports(self, events: Iterable[Event]) -> dict[str, Report]:
        """Load the reports of events, by the mention."""
        mentions = list(self.store.mentions(ids=[key for event in events for key in event.mentions]))
        articles = {a.id: a for a in self.store.articles(ids={mention.article for mention in mentions})}
        claims = claims_of(self.store, mentions)
        return {m.id: Report(m, articles[m.article], claims.get(m.id)) for m in mentions}


def handle_of(event: Event) -> str:
    """Return the name that an event keeps for other programs: the mention that told of it first.

    `talks show event` accepts it, too. It stays the same as reports come in, unless one turns up that was
    published no later than the first; the id of the event may change with any report.
    """
    dated = (step.mention for step in event.history if step.reported)
    return next(dated, event.mentions[0])


def has_days(when: When) -> bool:
    """Tell whether a date is known by its days, the first and the last."""
    fine = when.precision in (Precision.DAY, Precision.SPAN)
    return fine and when.date is not None and len(when.date) == len("2025-06-02")


def last_told(event: Event) -> dt.date:
    """Return the day from which the last report of an event may be."""
    return max((when.earliest for when in report_dates(event) if when.earliest), default=EPOCH)
