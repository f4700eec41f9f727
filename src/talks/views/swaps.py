"""The ledger of exchanges: who handed how many people and bodies to whom, added up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from talks.models import Event
from talks.store import Store
from talks.terms import REAL
from talks.views import months
from talks.views.amounts import Sides
from talks.views.deliveries import Deliveries, Term
from talks.views.exchanges import Line, Total, kinds_added, nest, read_lines, what_counts
from talks.views.knowledge import known_at
from talks.views.stages import PROMISED, Stages
from talks.views.timeline import Asked as Range
from talks.views.timeline import falls_in, was_reported

__all__ = ["Asked", "Book", "Month", "find_books", "first_month"]


@dataclass(frozen=True, slots=True)
class Asked:
    """What of the ledger is wanted; an empty choice wants all. `as_of`: as known at the end of that day."""

    since: dt.date | None = None
    until: dt.date | None = None
    kinds: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    as_of: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Month:
    """What was exchanged in a month, or in a year of which no month is known."""

    first: dt.date
    whole_year: bool
    total: Total


@dataclass(frozen=True, slots=True)
class Book:
    """The exchanges between two sides: carried out, without a date, and agreed or planned.

    Those without a date are not added up, as each may be one of the others.
    """

    sides: Sides
    held: tuple[Line, ...]
    undated: tuple[Line, ...] = ()
    ahead: tuple[Line, ...] = ()

    @property
    def total(self) -> Total:
        """What was exchanged."""
        return self.held[-1].so_far if self.held else Total()

    @property
    def months(self) -> Iterator[Month]:
        """What was exchanged, month by month."""
        for (first, whole_year), lines in groupby(sorted(self.held, key=first_month), key=first_month):
            total = Total()
            for line in lines:
                total += line.counts or Total()
            yield Month(first, whole_year, total)


def find_books(store: Store, asked: Asked) -> list[Book]:
    """Find the exchanges that are asked for, by the sides that they are between."""
    lines, stages = read_lines(store, known_at(store, asked.as_of, store.events(kind=kinds_added())))
    chosen = _uncut([line for line in lines if _is_wanted(line.event, asked)], stages, asked)
    deliveries = Deliveries(lines, stages)
    nested = [_delivered(line, deliveries) for line in nest(chosen, stages)]
    pairs = sorted({line.sides for line in nested})
    return [_book(sides, [line for line in nested if line.sides == sides]) for sides in pairs]


def _delivered(line: Line, deliveries: Deliveries) -> Line:
    """Add to what was agreed the events that fulfil it."""
    if line.event.status in REAL:
        return line
    return replace(line, carried_out=tuple(deliveries.of(line, Term.of(line))))


def _is_wanted(event: Event, asked: Asked) -> bool:
    if asked.kinds and event.kind not in asked.kinds:
        return False
    if asked.parties and not set(asked.parties) & set(event.parties):
        return False
    if event.status not in REAL | PROMISED:
        return False
    wanted = Range(since=asked.since, until=asked.until)
    return falls_in(event.when, wanted) if event.when.known else was_reported(event, wanted)


def _uncut(lines: Sequence[Line], stages: Stages, asked: Asked) -> list[Line]:
    """Leave out wholes that the range cuts: of these it is known which stages lie within it."""
    there = {line.event.id for line in lines}
    return [line for line in lines if not (_is_cut(line.event, asked) and _has(line.event, stages, there))]


def _is_cut(event: Event, asked: Asked) -> bool:
    first, last = event.when.earliest, event.when.latest
    if event.status not in REAL:
        return False
    before = asked.since is not None and first is not None and first < asked.since
    return before or (asked.until is not None and last is not None and last > asked.until)


def _has(event: Event, stages: Stages, there: set[str]) -> bool:
    return any(stage in there for stage in stages.stages_of.get(event.id, ()))


def _book(sides: Sides, lines: Sequence[Line]) -> Book:
    real = [line for line in lines if line.event.status in REAL]
    dated = sorted((line for line in real if line.event.when.known), key=_order)
    return Book(
        sides=sides,
        held=tuple(_added_up(dated)),
        undated=tuple(line for line in real if not line.event.when.known),
        ahead=tuple(sorted((line for line in lines if line.event.status in PROMISED), key=_order)),
    )


def _order(line: Line) -> tuple[dt.date, dt.date, str]:
    when = line.event.when
    return when.earliest or dt.date.max, when.latest or dt.date.max, line.event.id


def first_month(line: Line) -> tuple[dt.date, bool]:
    """Return the month in which an exchange began, or the year of one that no month is known of."""
    return months.first_month(line.event.when)


def _added_up(lines: Iterable[Line]) -> Iterator[Line]:
    so_far = Total()
    for line in lines:
        counts = what_counts(line)
        so_far += counts
        yield replace(line, counts=counts, so_far=so_far)
