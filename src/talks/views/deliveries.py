"""What was delivered of a promise, and by which events.

Delivery is the same event, once it is reported as held or under way (a document that is under way is not
delivered yet); else the stages of it (see `stages`); else, of swaps and repatriations, the one event of the
same parties that was carried out in the time agreed for it (two days late at most), or within 45 days where
no time was, with the same figure for one side at least and a larger one for none. What else was carried out
in that time, and is not larger, may be of it: it is told, and never counted.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from talks.edtf import read_edtf
from talks.kinds import traits_of
from talks.models import HistoryStep, Mention, Precision, Status, When
from talks.terms import REAL
from talks.views.amounts import Amount, Flows, Way, are_near
from talks.views.exchanges import Line, nest, what_counts
from talks.views.stages import FAR, LATE, PROMISED, Stages, agreed_on, same_parties

__all__ = ["Deliveries", "Term", "arrived", "delivered"]

SOON: Final = dt.timedelta(days=45)  # in which what was agreed without a date comes about
DAY: Final = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Term:
    """When a promise was first reported, by when it is to be kept, and the reports that say something new."""

    agreed: dt.date | None
    due: dt.date | None
    reported: When  # as finely as is known
    news: tuple[Mention, ...]

    @classmethod
    def of(cls, line: Line) -> Term:
        """Return the term of a promise by its reports, in the order in which they were surely out."""
        by_id = {mention.id: mention for mention in line.mentions}
        steps = sorted((step for step in line.event.history if step.mention in by_id), key=_out)
        told = [by_id[step.mention] for step in steps]
        agreed = agreed_on(line.event)
        ends = [end for mention in told if (end := _end(mention)) and end >= (agreed or end)]
        first = next((step.reported for step in steps if step.status in PROMISED and step.reported), None)
        reported = read_edtf(first) if first else When.unknown()
        return cls(agreed, ends[-1] if ends else None, reported, tuple(_news(told)))

    @property
    def last(self) -> dt.date:
        """The last day on which what was promised is looked for."""
        if self.agreed is None:
            return dt.date.min
        return min(self.due + LATE, self.agreed + FAR) if self.due else self.agreed + SOON


def _out(step: HistoryStep) -> dt.date:
    """Return the day by which a report was surely out; undated ones come last."""
    return (read_edtf(step.reported).latest if step.reported else None) or dt.date.max


def _end(mention: Mention) -> dt.date | None:
    """Return the last day that a plan names: of a truce of so many days, when they are over; "soon" is none.

    An agreement has the day on which it was reached, and no other.
    """
    when = mention.when
    if mention.status not in PROMISED or traits_of(mention.kind).agreeing or when.latest is None:
        return None
    if when.precision is Precision.APPROX:
        return None
    days = [count.n for count in mention.counts if count.of == "days" and when.precision is Precision.DAY]
    left = dt.date.max - LATE - when.latest  # an article may tell of a truce of a million days
    return when.latest + min(max(days, default=0), left.days) * DAY


def _news(told: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the reports that give another status than the one before."""
    last = None
    for mention in told:
        if mention.status is not last:
            yield mention
        last = mention.status


class Deliveries:
    """What was carried out, by the days on which it began."""

    def __init__(self, lines: Sequence[Line], stages: Stages) -> None:
        nested = {line.event.id: line for line in nest(lines, stages)}
        self._lines = {line.event.id: nested.get(line.event.id, line) for line in lines}
        self._stages = stages
        self._by_day: defaultdict[dt.date, list[Line]] = defaultdict(list)
        for line in nested.values():
            first = line.event.when.earliest
            if first and _is_carried_out(line) and line.whole is None:
                self._by_day[first].append(line)

    def of(self, promise: Line, term: Term) -> list[Line]:
        """Return what was delivered: the thing itself, its stages, or the one event that fulfils it."""
        event = promise.event
        if event.status is Status.HELD or (
            event.status is Status.ONGOING and not traits_of(event.kind).drawn_up
        ):
            return [self._lines[event.id]]
        parts = [self._lines[key] for key in self._stages.stages_of.get(event.id, ())]
        done = [line for line in parts if line.event.status in REAL]
        if done:
            return done
        same = [line for line in self._since(promise, term) if _fulfils(line, promise)]
        return same if len(same) == 1 else []

    def perhaps(self, promise: Line, term: Term) -> list[Line]:
        """Return what was carried out in the time of a promise, and may be of it."""
        return [line for line in self._since(promise, term) if not _exceeds(line, promise)]

    def _since(self, promise: Line, term: Term) -> Iterator[Line]:
        event = promise.event
        if not traits_of(event.kind).ledger or term.agreed is None:
            return
        for n in range((term.last - term.agreed).days + 1):
            for line in self._by_day.get(term.agreed + n * DAY, ()):
                alike = line.event.kind == event.kind and same_parties(event, line.event)
                if alike and (_groups(line) & _groups(promise) or not (line.told and promise.told)):
                    yield line


def arrived(came: Flows, way: Way) -> Amount | None:
    """Return how much of a promised figure came; of one without a way, if as many came to each side."""
    group, side = way
    sides = {amount for (of, to), amount in came.items() if of == group and to is not None}
    if side is None and way not in came and len(sides) == 1:
        return sides.pop()
    return came.get(way)


def _is_carried_out(line: Line) -> bool:
    return line.event.status in REAL and bool(traits_of(line.event.kind).ledger)


def _groups(line: Line) -> set[str]:
    return {group for group, _ in line.told}


def delivered(done: Iterable[Line]) -> Flows:
    """Add up what went which way."""
    out: dict[Way, Amount] = {}
    for line in done:
        for way, amount in what_counts(line).amounts.items():
            out[way] = out[way] + amount if way in out else amount
    return out


def _fulfils(line: Line, promise: Line) -> bool:
    """Tell whether figures are those of a promise: near for one way, and for none clearly more."""
    ways = line.told.keys() & promise.told.keys()
    return not _exceeds(line, promise) and any(
        are_near(line.told[way].amount, promise.told[way].amount) for way in ways
    )


def _exceeds(line: Line, promise: Line) -> bool:
    pairs = [
        (line.told[way].amount, promise.told[way].amount) for way in line.told.keys() & promise.told.keys()
    ]
    return any(
        came.least > most.top and not are_near(came, most) for came, most in pairs if most.most is not None
    )
