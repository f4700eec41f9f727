"""Which events are stages of which whole.

A stage and its whole are of one kind (a swap, a repatriation, talks) and of the same parties: all of the one
are parties of the other, and two at least. One of these holds, too:

* Both have come about, or both are agreed or planned; the whole is told from day to day, over a month at
  most, and the stage has fewer days, all within these. Rounds agree where both have them; so do the places
  of talks.
* The whole is agreed or planned for a time, and not reported as carried out; the stage was carried out after
  the agreement was first reported, and no later than two days after that time; and both have a figure.

Figures decide where both have them: a stage is clearly smaller than its whole (less than nine tenths), and
all stages together are not clearly larger than it. What could be a stage of several wholes is one of the
shortest if its days lie within those of all others, else of none: what is ambiguous is no relation. A whole
may itself be a stage of a longer one.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from talks.edtf import read_edtf
from talks.kinds import traits_of
from talks.models import Event, Mention, Precision, Status, When
from talks.terms import REAL
from talks.views.amounts import NEAR, find_flows, size_of
from talks.views.knowledge import reports_of
from talks.views.past import History, base_of

__all__ = [
    "FAR",
    "LATE",
    "PROMISED",
    "Related",
    "Stages",
    "agreed_on",
    "find_stages",
    "same_parties",
    "stages_around",
]

LONGEST: Final = 31  # days of a whole that is told from day to day
LATE: Final = dt.timedelta(days=2)  # after the time it was agreed for, as in linking
FAR: Final = dt.timedelta(days=366)  # after an agreement nothing is looked for that was agreed then
AROUND: Final = dt.timedelta(days=3 * LONGEST)  # in which an event of days, and all that rivals it, lies
PAIR: Final = 2
PROMISED: Final = frozenset({Status.AGREED, Status.PLANNED})
STATUSES: Final = PROMISED | REAL  # of wholes and stages
FINE: Final = frozenset({Precision.DAY, Precision.SPAN})

Days = tuple[dt.date, dt.date]
Sizes = dict[str, int]
Table = dict[dt.date, dict[str, Event]]  # by day, the events by their ids


@dataclass(frozen=True, slots=True)
class Stages:
    """The whole of each stage, and the stages of each whole in the order of their days."""

    whole_of: dict[str, str] = field(default_factory=dict)
    stages_of: dict[str, tuple[str, ...]] = field(default_factory=dict)


def find_stages(events: Iterable[Event], mentions: Mapping[str, Sequence[Mention]] | None = None) -> Stages:
    """Find the stages among events; their order changes nothing.

    With the mentions of events by their ids, the days of a whole are those of all its reports together.
    """
    fit = (event for event in events if traits_of(event.kind).staged and event.status in STATUSES)
    ordered = sorted(fit, key=lambda e: (str(e.when.earliest), e.id))
    known = _Known.of(ordered, mentions or {})
    candidates = {event.id: _wholes(event, known) for event in ordered}
    chosen: defaultdict[str, list[Event]] = defaultdict(list)
    for event in ordered:
        whole = _only(candidates[event.id])
        if whole:
            chosen[whole.id].append(event)
    kept = {key: stages for key, stages in chosen.items() if _add_up(known.sizes, key, stages)}
    return Stages(
        whole_of={stage.id: key for key, stages in kept.items() for stage in stages},
        stages_of={key: tuple(stage.id for stage in stages) for key, stages in kept.items()},
    )


@dataclass(frozen=True, slots=True)
class _Known:
    """Events by the days on which stages of them can have been, and the sizes of all by their ids."""

    sizes: dict[str, Sizes]
    by_days: Table
    by_agreement: Table

    @classmethod
    def of(cls, events: Sequence[Event], mentions: Mapping[str, Sequence[Mention]]) -> _Known:
        out = cls({event.id: _sizes(event) for event in events}, {}, {})
        for event in events:
            if span := _span(event, mentions.get(event.id, ())):
                _enter(out.by_days, event, span)
            time = _time_agreed(event)
            if time and out.sizes[event.id]:
                _enter(out.by_agreement, event, time)
        return out


def _span(event: Event, mentions: Sequence[Mention]) -> Days | None:
    """Return the days of what is told from day to day: by all reports together, else by most."""
    told = [days for m in mentions if m.status in REAL and (days := _fine_days(m.when))]
    own = _days(event)
    hull = (min(first for first, _ in told), max(last for _, last in told)) if told else own
    spans = (days for days in (hull, own) if days and 0 < (days[1] - days[0]).days < LONGEST)
    return next(spans, None)


def _time_agreed(event: Event) -> Days | None:
    """Return the days in which what was only agreed, for a time that was named, may come about."""
    agreed, due = agreed_on(event), event.when.latest
    if event.status not in PROMISED or agreed is None or due is None:
        return None
    if event.when.precision is Precision.APPROX:  # "soon" is no time
        return None
    return agreed, min(due + LATE, agreed + FAR)


def _enter(table: Table, event: Event, days: Days) -> None:
    for n in range((days[1] - days[0]).days + 1):
        table.setdefault(days[0] + dt.timedelta(days=n), {})[event.id] = event


def _over(table: Table, days: Days) -> list[Event]:
    """Return the events that are entered for both the first and the last of some days."""
    last = table.get(days[1], {})
    return [event for key, event in table.get(days[0], {}).items() if key in last]


@dataclass(frozen=True, slots=True)
class Related:
    """Of an event, the whole that it is a stage of, and the stages that it has."""

    whole: Event | None = None
    stages: tuple[Event, ...] = ()


def stages_around(store: History, event: Event) -> Related:
    """Return of an event the whole that it is a stage of, and the stages that it has."""
    if not traits_of(event.kind).staged or event.status not in STATUSES or not event.when.known:
        return Related()
    known = {other.id: other for other in _around(store, event)}
    reports = reports_of(base_of(store), list(known.values()))
    found = find_stages(known.values(), {key: [r.mention for r in told] for key, told in reports.items()})
    stages = (known[key] for key in found.stages_of.get(event.id, ()))
    return Related(known.get(found.whole_of.get(event.id, "")), tuple(stages))


def _around(store: History, event: Event) -> Iterator[Event]:
    """Yield what can be a whole or a stage of an event, and all that rivals it.

    What was agreed is looked for far around; what came about only if it can be of what was agreed.
    """
    near = AROUND
    if traits_of(event.kind).ledger:
        promised = list(_within(store, event, PROMISED, FAR + AROUND))
        terms = [time for other in promised if (time := _time_agreed(other))]
        days = _days(event)
        covered = days is not None and any(first <= days[0] and days[1] <= last for first, last in terms)
        near = FAR + AROUND if covered or event.status in PROMISED else AROUND
        yield from promised
    yield from _within(store, event, STATUSES, near)


def _within(store: History, event: Event, statuses: Iterable[Status], near: dt.timedelta) -> Iterator[Event]:
    """Yield what is of the kind of an event and some statuses, within a time before and after it."""
    earliest, latest = event.when.earliest or dt.date.min, event.when.latest or dt.date.max
    first, last = max(earliest, dt.date.min + near), min(latest, dt.date.max - near)
    told = sorted(status.value for status in statuses)
    return store.events(kind=event.kind, status=told, since=first - near, until=last + near)


def same_parties(one: Event, two: Event) -> bool:
    """Tell whether all parties of one event, two at least, are parties of another."""
    shared = set(one.parties) & set(two.parties)
    return len(shared) >= PAIR and len(shared) == min(len(one.parties), len(two.parties))


def agreed_on(event: Event) -> dt.date | None:
    """Return the first day on which an event was reported as agreed or planned."""
    told = (read_edtf(step.reported) for step in event.history if step.status in PROMISED and step.reported)
    return min((when.earliest for when in told if when.earliest), default=None)


def _wholes(event: Event, known: _Known) -> list[Event]:
    """Return the wholes of which an event can be a stage: by their days, else by what was agreed."""
    days = _days(event)
    if days is None:
        return []
    sharing = _over(known.by_days, days)
    within = [whole for whole in sharing if _days(whole) != days and _both_real_or_not(event, whole)]
    within = [whole for whole in within if _alike(event, whole, known.sizes)]
    if within or event.status not in REAL or not known.sizes[event.id]:
        return within
    return [whole for whole in _over(known.by_agreement, days) if _alike(event, whole, known.sizes)]


def _alike(stage: Event, whole: Event, all_sizes: dict[str, Sizes]) -> bool:
    """Tell whether two events can be stage and whole by anything but their days."""
    if stage is whole or stage.kind != whole.kind or not same_parties(stage, whole):
        return False
    if any(a and b and a != b for a, b in _told_apart(stage, whole)):
        return False
    sizes, limits = all_sizes[stage.id], all_sizes[whole.id]
    return all(sizes[group] < NEAR * limits[group] for group in sizes.keys() & limits.keys())


def _both_real_or_not(stage: Event, whole: Event) -> bool:
    return (stage.status in REAL) == (whole.status in REAL)


def _told_apart(stage: Event, whole: Event) -> Iterator[tuple[object, object]]:
    """Yield what must agree; an exchange in stages may well cross the border at several places."""
    yield stage.round, whole.round
    if not traits_of(stage.kind).ledger:
        yield stage.place, whole.place


def _sizes(event: Event) -> Sizes:
    return size_of(find_flows(event.counts, tuple(sorted(event.parties))))


def _days(event: Event) -> Days | None:
    return _fine_days(event.when)


def _fine_days(when: When) -> Days | None:
    first, last = when.earliest, when.latest
    return (first, last) if first and last and when.precision in FINE else None


def _only(wholes: Sequence[Event]) -> Event | None:
    """Return the one whole, or the one whose days lie within those of all others; else None."""
    if len(wholes) < PAIR:
        return wholes[0] if wholes else None
    spans = sorted(((days, event) for event in wholes if (days := _days(event))), key=_length)
    days, shortest = spans[0] if len(spans) == len(wholes) else (None, None)
    outer = [other for other, _ in spans[1:]]
    fits = days and all(other[0] <= days[0] and days[1] <= other[1] and other != days for other in outer)
    return shortest if fits else None


def _length(pair: tuple[Days, Event]) -> tuple[dt.timedelta, str]:
    (first, last), event = pair
    return last - first, event.id


def _add_up(all_sizes: dict[str, Sizes], whole: str, stages: Iterable[Event]) -> bool:
    """Tell whether stages together are not clearly more than their whole."""
    sums: Counter[str] = Counter()
    for stage in stages:
        sums.update(all_sizes[stage.id])
    limits = all_sizes[whole]
    return all(NEAR * sums[group] <= limits[group] for group in sums.keys() & limits.keys())
