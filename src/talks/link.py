"""Mentions → events: which reports tell of one happening."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

from talks.models import (
    Bound,
    Conflict,
    Count,
    Event,
    HistoryStep,
    Mention,
    Precision,
    Status,
    When,
    record_id,
)

__all__ = ["Report", "link"]

REAL = frozenset({Status.HELD, Status.ONGOING, Status.PAUSED})
OPEN = frozenset(
    {Status.PROPOSED, Status.UNSCHEDULED, Status.PLANNED, Status.AGREED, Status.REJECTED, Status.CANCELLED}
)
T = TypeVar("T")
NEAR = 0.9  # ratio from which two figures are meant to be one
WINDOW = 45  # days between reports within which two undated plans can be one
FINE = frozenset({Precision.DAY, Precision.SPAN, Precision.WEEK})
RANK = {status: n for n, status in enumerate((
    Status.HELD, Status.ONGOING, Status.PAUSED, Status.CANCELLED, Status.REJECTED,
    Status.AGREED, Status.PLANNED, Status.UNSCHEDULED, Status.PROPOSED,
))}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Report:
    """A mention with what its article says of itself."""

    mention: Mention
    published: dt.date | None
    origin: str  # equal for reports of one origin
    around: frozenset[str] = frozenset()  # places that hold the mention's place: its region, its country


def link(reports: Iterable[Report]) -> list[Event]:
    """Return the events that the reports tell of; the order of the reports changes nothing."""
    groups: list[list[Report]] = []
    index: defaultdict[str, list[int]] = defaultdict(list)
    for report in sorted(reports, key=_specificity):
        fitting = [n for n in index[report.mention.kind] if _fits(report, groups[n])]
        home = max(fitting, key=lambda n: _closeness(report, groups[n]), default=None)
        if home is None:
            index[report.mention.kind].append(len(groups))
            groups.append([report])
        else:
            groups[home].append(report)
    events = [_event(group) for group in groups]
    return sorted(events, key=lambda event: (event.when.date or "9999", event.kind, event.id))


def _specificity(report: Report) -> tuple[object, ...]:
    """Order reports so that the best told happening gathers the vaguer ones."""
    mention = report.mention
    fine = mention.when.precision in FINE
    return (
        mention.reference is None,
        not fine,
        not mention.when.known,
        mention.round is None,
        RANK[mention.status],
        mention.id,
    )


def _fits(report: Report, group: Sequence[Report]) -> bool:
    return all(_same(report, other) for other in group)


def _closeness(report: Report, group: Sequence[Report]) -> tuple[int, int]:
    """Return how well a report fits a group: by status, place, round, figures and days."""
    one = report.mention
    agreed = [(one.status in REAL) == (two.status in REAL) for two in (other.mention for other in group)]
    same = sum(
        (one.place is not None and one.place == two.place)
        + (one.round is not None and one.round == two.round)
        + bool({c.n for c in one.counts} & {c.n for c in two.counts})
        for two in (other.mention for other in group)
    )
    return 2 * any(agreed) + min(same, 2), len(group)


def _same(a: Report, b: Report) -> bool:
    one, two = a.mention, b.mention
    if one.article == two.article:
        return False
    if (one.status is Status.PAUSED) != (two.status is Status.PAUSED):
        return False
    if one.reference and two.reference:
        return one.reference == two.reference
    if one.round and two.round and one.round != two.round:
        return False
    if one.parties and two.parties and not set(one.parties) & set(two.parties):
        return False
    if one.people and two.people and not set(one.people) & set(two.people):
        return False
    if (one.status in REAL) == (two.status in REAL) and not _same_place(a, b):
        return False
    if one.when.known and two.when.known:
        return _overlap(one.when, two.when)
    return _same_open(a, b)


def _same_place(a: Report, b: Report) -> bool:
    one, two = a.mention.place, b.mention.place
    return one is None or two is None or one == two or one in b.around or two in a.around


def _overlap(one: When, two: When) -> bool:
    if one.earliest is None or one.latest is None or two.earliest is None or two.latest is None:
        return False
    return one.earliest <= two.latest and two.earliest <= one.latest


def _same_open(a: Report, b: Report) -> bool:
    """Compare happenings one of which has no date: plans of the same parties, reported within weeks."""
    one, two = a.mention, b.mention
    if one.round != two.round:
        return False
    if (one.status in REAL) != (two.status in REAL) and not one.round:
        return False
    if a.published is None or b.published is None or _is_over(a, b) or _is_over(b, a):
        return False
    if abs((a.published - b.published).days) > WINDOW:
        return False
    return set(one.parties) == set(two.parties) and {c.n for c in one.counts} == {c.n for c in two.counts}


def _is_over(a: Report, b: Report) -> bool:
    """Tell whether the day of a plan had passed when the other, undated one was reported."""
    latest = a.mention.when.latest
    return (
        latest is not None and not b.mention.when.known and b.published is not None and latest < b.published
    )


def _event(group: list[Report]) -> Event:
    mentions = sorted((report.mention for report in group), key=lambda m: m.id)
    best = min(group, key=_specificity).mention
    history = _history(group)
    return Event(
        id=record_id("e", mentions[0].id),
        kind=best.kind,
        status=history[-1].status if history else best.status,
        when=_when(mentions),
        place=_place(group),
        parties=_all(m.parties for m in mentions),
        people=_all(m.people for m in mentions),
        round=_commonest(m.round for m in mentions),
        counts=_counts(mentions),
        reference=_commonest(m.reference for m in mentions),
        history=history,
        conflicts=_conflicts(group),
        mentions=tuple(m.id for m in mentions),
        sources=len({report.origin for report in group}),
    )


def _history(group: list[Report]) -> tuple[HistoryStep, ...]:
    """Return the statuses by report date; undated reports stand first."""
    ordered = sorted(group, key=lambda r: (r.published or dt.date.min, -RANK[r.mention.status], r.mention.id))
    return tuple(
        HistoryStep(
            reported=r.published.isoformat() if r.published else None,
            status=r.mention.status,
            mention=r.mention.id,
        )
        for r in ordered
    )


def _when(mentions: Sequence[Mention]) -> When:
    """Return the date that most reports give, the finest of these."""
    known = [m.when for m in mentions if m.when.known]
    if not known:
        return When.unknown()
    fine = [when for when in known if when.precision in FINE] or known
    counted = Counter((when.earliest, when.latest) for when in fine)
    best = max(
        counted,
        key=lambda pair: (
            counted[pair],
            -((pair[1] or dt.date.max) - (pair[0] or dt.date.min)).days,
            str(pair),
        ),
    )
    chosen = next(when for when in fine if (when.earliest, when.latest) == best)
    return chosen.model_copy(update={"phrase": None})


def _commonest(values: Iterable[T | None]) -> T | None:
    counted = Counter(value for value in values if value is not None)
    return max(counted, key=lambda value: (counted[value], str(value)), default=None)


def _all(values: Iterable[Sequence[str]]) -> tuple[str, ...]:
    counted = Counter(value for row in values for value in row)
    return tuple(sorted(counted, key=lambda value: (-counted[value], value)))


def _counts(mentions: Sequence[Mention]) -> tuple[Count, ...]:
    counted = Counter(count for mention in mentions for count in mention.counts)
    return tuple(sorted(counted, key=lambda c: (-counted[c], -c.n, c.of, str(c))))


def _conflicts(group: Sequence[Report]) -> tuple[Conflict, ...]:
    """Return the fields on which reports disagree: held or not, days, cities."""
    mentions = sorted((report.mention for report in group), key=lambda m: m.id)
    out = []
    for field, values in (
        ("date", _days(mentions)),
        ("place", _places(group)),
        ("held", _held(mentions)),
        ("figures", _figures(mentions)),
    ):
        if len(values) > 1:
            out.append(
                Conflict(
                    field=field, values=tuple(sorted((value, tuple(ids)) for value, ids in values.items()))
                )
            )
    return tuple(out)


def _days(mentions: Sequence[Mention]) -> dict[str, list[str]]:
    out: defaultdict[str, list[str]] = defaultdict(list)
    for mention in mentions:
        if mention.when.precision is Precision.DAY and mention.when.edtf:
            out[mention.when.edtf].append(mention.id)
    return out


def _place(group: Sequence[Report]) -> str | None:
    """Return the place that most reports name, the narrowest of places that hold each other."""
    places = {name: len(ids) for name, ids in _places(group).items()}
    return max(places, key=lambda name: (places[name], name), default=None)


def _places(group: Sequence[Report]) -> dict[str, list[str]]:
    """Return the places that reports name; a country is no other place than its city."""
    out: defaultdict[str, list[str]] = defaultdict(list)
    for report in sorted(group, key=lambda r: r.mention.id):
        if report.mention.place:
            out[report.mention.place].append(report.mention.id)
    wider = {name for report in group for name in report.around}
    return {name: ids for name, ids in out.items() if name not in wider}


def _figures(mentions: Sequence[Mention]) -> dict[str, list[str]]:
    """Return figures so near to each other that they must be one: 1,245 bodies, 1,248 bodies.

    Figures further apart are stages and totals.
    """
    told: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    for mention in mentions:
        for count in mention.counts if mention.status in REAL else ():
            if count.bound is Bound.EXACT:
                told[count.of, count.n].append(mention.id)
    near = [pair for pair in combinations(sorted(told), 2) if _are_near(*pair)]
    shown = sorted({figure for pair in near for figure in pair})
    return {f"{n:,} {of}": told[of, n] for of, n in shown}


def _are_near(one: tuple[str, int], two: tuple[str, int]) -> bool:
    return one[0] == two[0] and min(one[1], two[1]) >= NEAR * max(one[1], two[1])


def _held(mentions: Sequence[Mention]) -> dict[str, list[str]]:
    out: defaultdict[str, list[str]] = defaultdict(list)
    for mention in mentions:
        if mention.status in (Status.HELD, Status.CANCELLED):
            out[mention.status.value].append(mention.id)
    return out
