"""The state of a negotiation on a day: the last round, the next step, what is owed, who stands where."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from talks.kinds import traits_of
from talks.models import Event, Precision, When
from talks.terms import REAL
from talks.views.agenda import Agenda, Item
from talks.views.conflicts import Dispute
from talks.views.positions import Table
from talks.views.promises import Promise, State

__all__ = ["OWED", "Situation", "find_situation"]

LONGEST: Final = (
    7  # days of a round; what is told to have gone on for longer was over on no day that is known
)
FINE: Final = frozenset({Precision.DAY, Precision.SPAN})
OWED: Final = frozenset({State.PARTLY, State.OPEN, State.OVERDUE})  # promised, and not delivered in full


@dataclass(frozen=True, slots=True)
class Situation:
    """How things stand at the end of a day; what is not known is None, or empty.

    `last` is the last round of talks between the sides, which surely took place or is under way; `ahead` is
    what has the nearest date of all that is planned, agreed or proposed. `owed` begins with what was promised
    last, `disputes` with what happened last.
    """

    day: dt.date
    last: Event | None
    ahead: tuple[Item, ...]
    agenda: Agenda
    owed: tuple[Promise, ...]
    table: Table | None
    disputes: tuple[Dispute, ...]

    @property
    def days_since(self) -> int | None:
        """How many days ago the last round was over; None if that is not known to the day."""
        when = self.last.when if self.last else When.unknown()
        if when.precision not in FINE or when.earliest is None or when.latest is None:
            return None
        return (self.day - when.latest).days if (when.latest - when.earliest).days < LONGEST else None


def find_situation(
    agenda: Agenda,
    *,
    sides: Sequence[str],
    events: Iterable[Event],
    promises: Iterable[Promise],
    table: Table | None,
    disputes: Iterable[Dispute],
) -> Situation:
    """Tell how things stand on the day of an agenda, by what is known of the events up to then."""
    owed = [promise for promise in promises if promise.state in OWED]
    return Situation(
        day=agenda.day,
        last=_last_round(events, sides, agenda.day),
        ahead=_nearest(agenda),
        agenda=agenda,
        owed=tuple(sorted(owed, key=_promised, reverse=True)),
        table=table,
        disputes=tuple(sorted(disputes, key=_happened, reverse=True)),
    )


def _last_round(events: Iterable[Event], sides: Sequence[str], day: dt.date) -> Event | None:
    """Return the talks with both sides that began last, of those that were surely over by a day."""
    held = (
        event
        for event in events
        if traits_of(event.kind).rounds and event.status in REAL and set(sides) <= set(event.parties)
    )
    over = [event for event in held if event.when.latest and event.when.latest <= day]
    return max(over, key=lambda event: (event.when.earliest, event.when.latest, event.id), default=None)


def _nearest(agenda: Agenda) -> tuple[Item, ...]:
    """Return what is ahead on the nearest date of all."""
    first = next(iter(agenda.dated), None)
    return tuple(item for item in agenda.dated if first and item.when == first.when)


def _promised(promise: Promise) -> tuple[dt.date, str]:
    return promise.term.agreed or dt.date.min, promise.event.id


def _happened(dispute: Dispute) -> tuple[dt.date, str]:
    event = dispute.told.event
    return event.when.latest or dt.date.min, event.id
