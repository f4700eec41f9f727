"""What was known on a day: events as told by the reports that had been published by then."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final

from talks.link import Report, in_time, tell
from talks.models import Event, When
from talks.paging import paged
from talks.store import Store

__all__ = ["Around", "keep_around", "known_at", "reports_of", "retold", "told_by", "was_out"]

NOTE: Final = "places around"
PAGE: Final = 200  # events whose reports are looked up together
NOWHERE: Final[frozenset[str]] = frozenset()

Around = Mapping[str, frozenset[str]]  # by place, what holds it


def keep_around(store: Store, around: Around) -> None:
    """Note what holds each place, as screens tell events anew without the codebook, which loads slowly."""
    told = {place: sorted(wider) for place, wider in sorted(around.items()) if wider}
    note = json.dumps(told, ensure_ascii=False)
    if store.recall(NOTE) != note:
        store.remember(NOTE, note)


def _load_around(store: Store) -> Around:
    known = json.loads(store.recall(NOTE) or "{}")
    return {place: frozenset(wider) for place, wider in known.items()}


def known_at(store: Store, day: dt.date | None, events: Iterable[Event] | None = None) -> Iterator[Event]:
    """Yield events as they were known at the end of a day, without those that nobody had reported.

    Which reports tell of one happening is not asked again: it stays as all that is stored shows it. A report
    without a date was not known on any day. Without a day, or where nothing has been added since, an event
    is yielded as it is. An event keeps its id, whichever of its reports were there. Order stays.
    """
    found = store.events() if events is None else events
    if day is None:
        yield from found
        return
    for page in paged(found, PAGE):
        reports = reports_of(store, page)
        told = (retold(event, reports[event.id], day) for event in page)
        yield from (event for event in told if event)


def retold(event: Event, reports: Collection[Report], day: dt.date) -> Event | None:
    """Return an event as the reports published by a day tell it; None if there are none."""
    return told_by(event, reports, [report for report in reports if was_out(report.published, day)])


def told_by(event: Event, reports: Collection[Report], some: Collection[Report]) -> Event | None:
    """Return an event as some of its reports tell it; None if these are none."""
    if not some:
        return None
    return event if len(some) == len(reports) else tell(some).model_copy(update={"id": event.id})


def was_out(published: When, day: dt.date) -> bool:
    """Tell whether a report had surely been published by the end of a day."""
    return published.latest is not None and published.latest <= day


def reports_of(store: Store, events: Collection[Event]) -> dict[str, list[Report]]:
    """Return the reports of events, by the id of the event, in the order of its mentions.

    Those of articles that were superseded, and not linked anew since, are left out. What a report can't have
    known as held, it is not taken to say (`talks.link.in_time`).
    """
    keys = [mention for event in events for mention in event.mentions]
    around, kept = _load_around(store), {row.mention: row for row in store.linkable(keys)}
    found = {mention.id: mention for mention in store.mentions(ids=keys)} if keys else {}
    out: dict[str, list[Report]] = {}
    for event in events:
        own = ((found[key], kept[key]) for key in event.mentions if key in found and key in kept)
        told = [
            Report(
                mention,
                row.published,
                row.origin,
                around.get(mention.place or "", NOWHERE),
                row.sketch,
                row.outlet,
            )
            for mention, row in own
        ]
        out[event.id] = in_time(told)
    return out
