"""How an event came to be what it is: each day on which what was known of it became something else."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from talks.link import Report
from talks.models import Event, Status
from talks.views.knowledge import retold

__all__ = ["Step", "find_steps"]

NEVER: Final = dt.date.max


@dataclass(frozen=True, slots=True)
class Step:
    """A status that an event came to, and the mention that first said so.

    `changed` tells whether it was what was known then, or one report's word against the others; `more` is the
    number of reports that said the same until it changed again.
    """

    status: Status
    mention: str
    changed: bool = True
    more: int = 0


def find_steps(event: Event, reports: Iterable[Report]) -> tuple[Step, ...]:
    """Return what an event came to, in the order in which it was reported; then what else was told of it."""
    ordered = sorted(reports, key=_when)
    told = [*_changes(event, ordered)]
    known = {report.mention.status for report in told}
    others = {report.mention.status: report for report in reversed(ordered)}
    rest = sorted((report for status, report in others.items() if status not in known), key=_when)
    more = Counter(_told_by(report, [*told, *rest]) for report in ordered)
    return tuple(
        Step(report.mention.status, report.mention.id, n < len(told), more[report.mention.id] - 1)
        for n, report in enumerate((*told, *rest))
    )


def _told_by(report: Report, steps: Sequence[Report]) -> str:
    """Return the mention of the last step that a report repeats; of the first, if it was out before."""
    same = [step for step in steps if step.mention.status is report.mention.status]
    before = [step for step in same if _when(step) <= _when(report)]
    return (before or same[:1])[-1].mention.id


def _changes(event: Event, ordered: Sequence[Report]) -> Iterator[Report]:
    """Yield the reports by which what was known changed; those without a date stand last."""
    state: Status | None = None
    for day, group in groupby(ordered, key=lambda report: report.published.latest):
        told = list(group)
        if all(report.mention.status is state for report in told):
            continue  # what only repeats what is known changes nothing
        seen = retold(event, ordered, day) if day else event
        if seen and seen.status is not state:
            state = seen.status
            yield _witness(state, told, ordered)


def _witness(status: Status, told: Sequence[Report], ordered: Sequence[Report]) -> Report:
    """Return the first report of the day that says so, else the last before it."""
    new = [report for report in told if report.mention.status is status]
    known = [report for report in ordered if report.mention.status is status]
    return new[0] if new else [report for report in known if _when(report) <= _when(told[-1])][-1]


def _when(report: Report) -> tuple[dt.date, str]:
    return (report.published.latest or NEVER, report.mention.id)
