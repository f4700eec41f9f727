"""The timeline: events by month, with the statements of record between them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from heapq import merge
from itertools import groupby
from typing import TYPE_CHECKING, Final

from talks.edtf import read_edtf
from talks.models import Event, Precision, Statement, When
from talks.paging import paged
from talks.views.frames import Frame, load_frames
from talks.views.outcomes import Overdue, find_overdue
from talks.views.record import of_record

if TYPE_CHECKING:  # the past brings all of linking, which the present does without
    from talks.views.past import History

__all__ = [
    "Asked",
    "Entry",
    "Month",
    "Told",
    "by_first_report",
    "list_months",
    "list_undated",
    "report_dates",
    "reported",
    "rules_of",
    "was_reported",
]

PAGE: Final = 200  # events whose reports are looked up together
COARSE: Final = frozenset({Precision.MONTH, Precision.SEASON})


@dataclass(frozen=True, slots=True)
class Asked:
    """What of the timeline is wanted; an empty choice wants all."""

    since: dt.date | None = None
    until: dt.date | None = None
    kinds: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    statements: bool = True


@dataclass(frozen=True, slots=True)
class Told:
    """An event, and the rule that most of its reports were found by.

    `overdue` tells that its day is over, though no report says what came of it.
    """

    event: Event
    rule: str | None = None
    overdue: Overdue | None = None


Entry = Told | Statement


@dataclass(frozen=True, slots=True)
class Month:
    """What begins in a month, in order; or what is known only to lie in a year."""

    first: dt.date
    whole_year: bool = False
    entries: list[Entry] = field(default_factory=list)


def list_months(store: History, asked: Asked, *, named: Collection[str] = ()) -> Iterator[Month]:
    """List what has a date, month by month; of kinds in `named` the rule is told, too."""
    frames = load_frames(store)
    events: Iterable[Entry] = _events(store, asked, named, undated=False)
    streams = [events, *(_statements(store, asked, frame) for frame in frames if asked.statements)]
    for first, entries in groupby(merge(*streams, key=_begins), key=_month):
        yield from _split(first, list(entries))


def list_undated(store: History, asked: Asked, *, named: Collection[str] = ()) -> Iterator[Told]:
    """List the events without a date that were, or may have been, reported in the range, by id."""
    found = _events(store, asked, named, undated=True)
    return (told for told in found if was_reported(told.event, asked))


def reported(event: Event) -> When:
    """Return when an event was first reported, as finely as that is known."""
    return min(report_dates(event), key=lambda when: (when.earliest, when.latest), default=When.unknown())


def by_first_report(events: Iterable[Told]) -> list[Told]:
    """Put events in order of the first report of each; those of which none has a date stand first."""
    return sorted(
        events,
        key=lambda told: (reported(told.event).earliest or dt.date.min, told.event.kind, told.event.id),
    )


def report_dates(event: Event) -> Iterator[When]:
    """Yield when an event was reported, as finely as that is known."""
    return (read_edtf(step.reported) for step in event.history if step.reported)


def was_reported(event: Event, asked: Asked) -> bool:
    """Tell whether an event was, or may have been, reported in the range that is asked for."""
    if asked.since is None and asked.until is None:
        return True
    return any(falls_in(when, asked) for when in report_dates(event))


def falls_in(when: When, asked: Asked) -> bool:
    """Tell whether a date is, or may be, in the range that is asked for."""
    first, last = asked.since or dt.date.min, asked.until or dt.date.max
    return (when.earliest or dt.date.min) <= last and (when.latest or dt.date.max) >= first


def _events(store: History, asked: Asked, named: Collection[str], *, undated: bool) -> Iterator[Told]:
    found = store.events(
        since=None if undated else asked.since,
        until=None if undated else asked.until,
        undated=undated,
        kind=asked.kinds or None,
        status=asked.statuses or None,
        party=asked.parties or None,
        place=asked.places or None,
    )
    last = store.last_published()
    for page in paged(found, PAGE):
        rules = rules_of(store, [event for event in page if event.kind in named])
        overdue = find_overdue(store, page, last)
        yield from (Told(event, rules.get(event.id), overdue.get(event.id)) for event in page)


def rules_of(store: History, events: Sequence[Event]) -> dict[str, str]:
    """Return the rule that most reports of each event were found by."""
    owners = {mention: event.id for event in events for mention in event.mentions}
    found: dict[str, list[str]] = {}
    for mention in store.mentions(ids=list(owners)) if owners else ():
        found.setdefault(owners[mention.id], []).append(mention.evidence[0].rule)
    return {event: max(sorted(rules), key=rules.count) for event, rules in found.items()}


def _statements(store: History, asked: Asked, frame: Frame) -> Iterator[Statement]:
    """List the statements of record; there are none of a kind, a status or a place."""
    wanted = [party for party in frame.parties if not asked.parties or party in asked.parties]
    if not wanted or asked.kinds or asked.statuses or asked.places:
        return iter(())
    said = store.statements(
        since=asked.since, until=asked.until, undated=False, party=wanted, dossier=frame.dossier
    )
    return of_record(said, frame)


def _begins(entry: Entry) -> dt.date:
    when = entry.event.when if isinstance(entry, Told) else entry.when
    return when.earliest or dt.date.min


def _month(entry: Entry) -> dt.date:
    return _begins(entry).replace(day=1)


def _split(first: dt.date, entries: list[Entry]) -> Iterator[Month]:
    """Set apart what is known only by its year, and put what is known by its month last."""
    years = [entry for entry in entries if _precision(entry) is Precision.YEAR]
    rest = [entry for entry in entries if _precision(entry) is not Precision.YEAR]
    if years:
        yield Month(first, whole_year=True, entries=years)
    if rest:
        yield Month(first, entries=sorted(rest, key=_order))


def _precision(entry: Entry) -> Precision:
    return (entry.event if isinstance(entry, Told) else entry).when.precision


def _order(entry: Entry) -> tuple[bool, dt.date, bool, bool]:
    """Sort stably: coarse dates last; of a day what happened, what was said, then what only began."""
    precision = _precision(entry)
    return (precision in COARSE, _begins(entry), precision is not Precision.DAY, isinstance(entry, Statement))
