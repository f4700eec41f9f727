"""Reports of one happening → its event: what they say together, and on what they disagree."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final, TypeVar

from talks.link.conflicts import find_conflicts, name_places
from talks.link.origins import count_origins
from talks.link.reports import Report
from talks.models import Count, Event, HistoryStep, Mention, Precision, Status, When, record_id
from talks.terms import REAL

__all__ = ["in_time", "tell"]

T = TypeVar("T")
FINE: Final = frozenset({Precision.DAY, Precision.SPAN, Precision.WEEK})
FEW: Final = 0.25  # part of the articles that must name who took part
RANK: Final = {status: n for n, status in enumerate((
    Status.HELD, Status.ONGOING, Status.PAUSED, Status.CANCELLED, Status.REJECTED,
    Status.AGREED, Status.PLANNED, Status.UNSCHEDULED, Status.PROPOSED,
))}  # fmt: skip


def tell(reports: Iterable[Report]) -> Event:
    """Return the event of reports; what was held is told by those who say that it was."""
    group = in_time(sorted(reports, key=lambda report: report.mention.id))
    mentions = [report.mention for report in group]
    kind = min(mentions, key=_weight).kind
    history = _history(group)
    status = _status(history)
    witnesses = _witnesses(group, status)
    seen = [report.mention for report in witnesses]
    return Event(
        id=record_id("e", mentions[0].id),
        kind=kind,
        status=status,
        when=_first_known(_when(m for m in part if m.kind == kind) for part in (seen, mentions)),
        place=_place(witnesses),
        parties=_named((m.article, m.parties) for m in seen),
        people=_named((m.article, m.people) for m in seen),
        round=_commonest(m.round for m in mentions),
        counts=_counts(seen),
        reference=_commonest(m.reference for m in mentions),
        history=history,
        conflicts=find_conflicts(group, witnesses),
        mentions=tuple(m.id for m in mentions),
        sources=count_origins(group),
    )


def in_time(group: Sequence[Report]) -> list[Report]:
    """Return the reports of an event as what they can tell: none can know as held what came later.

    One that gives no day, and was out before the day that the others give, tells of what was agreed or
    planned.
    """
    dated = [r.mention for r in group if r.mention.status in REAL and r.mention.when.precision in FINE]
    day = _when(dated).earliest
    status = Status.AGREED if any(r.mention.status is Status.AGREED for r in group) else Status.PLANNED
    return [_as(report, status) if day and _is_early(report, day) else report for report in group]


def _is_early(report: Report, day: dt.date) -> bool:
    """Tell a report that speaks of something without its day as held, and was published before that day."""
    published, mention = report.published.latest, report.mention
    return mention.status in REAL and not mention.when.known and published is not None and published < day


def _as(report: Report, status: Status) -> Report:
    return replace(report, mention=report.mention.model_copy(update={"status": status}))


def _weight(mention: Mention) -> tuple[object, ...]:
    """Order mentions so that the one that tells its happening best comes first."""
    return (
        mention.reference is None,
        mention.when.precision not in FINE,
        not mention.when.known,
        mention.round is None,
        RANK[mention.status],
        mention.id,
    )


def _history(group: Sequence[Report]) -> tuple[HistoryStep, ...]:
    """Return the statuses by report date, each as finely as it is known; undated reports stand first."""
    ordered = sorted(
        group, key=lambda r: (r.published.earliest or dt.date.min, -RANK[r.mention.status], r.mention.id)
    )
    return tuple(
        HistoryStep(
            reported=r.published.edtf,
            status=r.mention.status,
            mention=r.mention.id,
        )
        for r in ordered
    )


def _status(history: Sequence[HistoryStep]) -> Status:
    """Return the last status; what took place can't be planned again, and is called off only by more."""
    told = Counter(step.status for step in history)
    if told[Status.HELD] and told[Status.HELD] >= told[Status.CANCELLED]:
        return Status.HELD
    last = history[-1].status
    if told[Status.ONGOING] and last not in (Status.CANCELLED, Status.REJECTED):
        return Status.ONGOING
    return last


def _witnesses(group: Sequence[Report], status: Status) -> list[Report]:
    """Return the reports that say of an event what it has come to: held, or anything short of it."""
    return [report for report in group if (report.mention.status in REAL) == (status in REAL)]


def _first_known(dates: Iterable[When]) -> When:
    return next((when for when in dates if when.known), When.unknown())


def _when(mentions: Iterable[Mention]) -> When:
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


def _place(group: Sequence[Report]) -> str | None:
    """Return the place that most reports name, the narrowest of places that hold each other."""
    places = {name: len(ids) for name, ids in name_places(group).items()}
    return max(places, key=lambda name: (places[name], name), default=None)


def _commonest(values: Iterable[T | None]) -> T | None:
    counted = Counter(value for value in values if value is not None)
    return max(counted, key=lambda value: (counted[value], str(value)), default=None)


def _named(rows: Iterable[tuple[str, Sequence[str]]]) -> tuple[str, ...]:
    """Return who is named, the most often named first; who is named by few of many articles is left out."""
    articles: defaultdict[str, set[str]] = defaultdict(set)
    for article, names in rows:
        for name in names:
            articles[name].add(article)
    telling = len(set().union(*articles.values())) if articles else 0
    often = {name: len(found) for name, found in articles.items() if len(found) >= FEW * telling}
    return tuple(sorted(often, key=lambda name: (-often[name], name)))


def _counts(mentions: Sequence[Mention]) -> tuple[Count, ...]:
    counted = Counter(count for mention in mentions for count in mention.counts)
    return tuple(sorted(counted, key=lambda c: (-counted[c], -c.n, c.of, str(c))))
