"""Exchanges, releases and repatriations as lines of a ledger: their figures by way, with their stages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from typing import Final

from talks.kinds import kinds_where, traits_of
from talks.models import Event, Mention, Status
from talks.store import Store
from talks.terms import REAL
from talks.views.accounts import Told, sides_of, weigh
from talks.views.amounts import Amount, Sides, Way
from talks.views.frames import load_frames
from talks.views.knowledge import reports_of
from talks.views.stages import Stages, find_stages

__all__ = ["Line", "Total", "kinds_added", "nest", "read_lines", "what_counts"]

MAIN: Final = "people"  # of whom figures are where a kind does not say


@dataclass(frozen=True, slots=True)
class Total:
    """What adds up, by way, and how many exchanges are missing from each sum, as their size is unknown."""

    amounts: Mapping[Way, Amount] = field(default_factory=dict)
    missing: Mapping[Way, int] = field(default_factory=dict)

    def __add__(self, other: Total) -> Total:
        """Add up."""
        amounts = dict(self.amounts)
        for way, amount in other.amounts.items():
            amounts[way] = amounts[way] + amount if way in amounts else amount
        ways = [*self.missing, *(way for way in other.missing if way not in self.missing)]
        missing = {way: self.missing.get(way, 0) + other.missing.get(way, 0) for way in ways}
        return Total(amounts, missing)


@dataclass(frozen=True, slots=True)
class Line:
    """An exchange with its stages, what its reports say went which way, and what of it is added up."""

    event: Event
    sides: Sides
    told: Mapping[Way, Told]
    mentions: tuple[Mention, ...] = ()
    stages: tuple[Line, ...] = ()
    whole: str | None = None
    counts: Total | None = None  # None for what is not added up
    so_far: Total = Total()  # with all that came before
    carried_out: tuple[Line, ...] = ()  # of what was only agreed: the events that fulfil it

    @property
    def all_stages(self) -> Iterator[Line]:
        """All stages, those of stages after these."""
        for stage in self.stages:
            yield stage
            yield from stage.all_stages

    @property
    def main(self) -> str:
        """What its kind is mostly of: people or bodies."""
        return traits_of(self.event.kind).ledger or MAIN


def kinds_added() -> tuple[str, ...]:
    """Name the kinds whose figures a ledger adds up."""
    return kinds_where(lambda traits: traits.ledger)


def read_lines(store: Store, events: Iterable[Event]) -> tuple[list[Line], Stages]:
    """Return events with what their reports say went which way, and which are stages of which."""
    known, frames = list(events), load_frames(store)
    reports = reports_of(store, known)
    mentions = {event.id: [report.mention for report in reports[event.id]] for event in known}
    lines = [_line(event, mentions[event.id], sides_of(event, frames)) for event in known]
    return lines, find_stages(known, mentions)


def _line(event: Event, mentions: Sequence[Mention], sides: Sides) -> Line:
    told = weigh(event, mentions, sides) if traits_of(event.kind).ledger else {}
    return Line(event, sides, told, mentions=tuple(mentions))


def nest(lines: Sequence[Line], stages: Stages) -> list[Line]:
    """Put stages into their wholes; those of what was only agreed stand for themselves."""
    by_id = {line.event.id: replace(line, whole=stages.whole_of.get(line.event.id)) for line in lines}
    inner = {key for key, line in by_id.items() if _is_within(line, by_id)}
    return [_filled(line, by_id, stages, inner) for key, line in by_id.items() if key not in inner]


def _is_within(line: Line, by_id: Mapping[str, Line]) -> bool:
    """Tell whether a stage and its whole have both come about, or neither has."""
    whole = by_id.get(line.whole or "")
    return whole is not None and (line.event.status in REAL) == (whole.event.status in REAL)


def _filled(line: Line, by_id: Mapping[str, Line], stages: Stages, inner: Set[str]) -> Line:
    keys = [key for key in stages.stages_of.get(line.event.id, ()) if key in inner]
    parts = (_filled(by_id[key], by_id, stages, inner) for key in keys)
    return replace(line, stages=tuple(_with_way(part, line) for part in parts))


def _with_way(stage: Line, whole: Line) -> Line:
    """Give bodies or people that were returned the one way of their whole that is wide enough for them."""
    if traits_of(stage.event.kind).mutual:
        return stage
    told = dict(stage.told)
    for group in [group for group, side in told if side is None]:
        least = told[group, None].amount.least
        wide = [
            way for way, one in whole.told.items() if way[0] == group and way[1] and one.amount.top >= least
        ]
        if len(wide) == 1:
            told[wide[0]] = told.pop((group, None))
    return replace(stage, told=told)


def what_counts(line: Line) -> Total:
    """Return what a line adds: its own figures, those of its stages where it has none or an open one.

    What is under way may be all that is told of it, or less.
    """
    amounts = {way: told.amount for way, told in line.told.items()}
    if line.event.status is Status.ONGOING:
        amounts = {way: Amount(0, amount.most) for way, amount in amounts.items()}
    parts = Total()
    for stage in line.stages:
        parts += Total(what_counts(stage).amounts)
    groups = {group for group, _ in amounts}
    for way, amount in parts.amounts.items():
        if way in amounts:
            amounts[way] = _finer(amounts[way], amount, done=line.event.status is not Status.ONGOING)
        elif way[0] not in groups:
            amounts[way] = Amount(amount.least, None)
    return Total(amounts, _missing(line, amounts))


def _finer(whole: Amount, parts: Amount, *, done: bool) -> Amount:
    """Raise the least of an open number to that of its known stages, where it may be so much."""
    open_ended = not done or whole.most is None
    fits = whole.most is None or parts.least <= whole.most
    return replace(whole, least=max(whole.least, parts.least)) if open_ended and fits else whole


def _missing(line: Line, amounts: Mapping[Way, Amount]) -> dict[Way, int]:
    """Tell which ways of an exchange are unknown: a swap has two, a handover one at least."""
    group = line.main
    sides = line.sides or (None,)
    if not amounts:
        return {(group, side): 1 for side in sides}
    one_way = traits_of(line.event.kind).mutual and any(side for _, side in amounts)
    return {(group, side): 1 for side in sides if one_way and (group, side) not in amounts}
