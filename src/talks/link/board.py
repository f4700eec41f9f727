"""Reports by what they can be looked up by."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from itertools import chain, combinations
from math import log
from operator import attrgetter
from typing import Final, NamedTuple

from talks.link.judging import LATE
from talks.link.loose import AFTER, FRESH, NEXT
from talks.link.relations import NEAR, PAIR
from talks.link.reports import WIDE, Clue, Report, clue_of
from talks.link.wishes import Key, Seek, in_order, wishes_beside

__all__ = ["Board", "Key", "keys_of"]

Fetch = Callable[[list[Key], Collection[str]], Iterable[Report]]  # of keys, less the mentions already known

FAR: Final = AFTER + 1  # days within which reports of one round, figure or sort can be of one happening
STEP: Final = -log(NEAR)


def keys_of(report: Report) -> tuple[Key, ...]:
    """Return what a report is looked up by; all reports that can come together share a key."""
    return _keys(clue_of(report)).all


class Keys(NamedTuple):
    """What a clue is looked up by; not all of it is of use among fixed clues, or among loose ones."""

    near: tuple[Key, ...]
    plans: tuple[Key, ...] = ()  # by which a plan finds other plans, and what came of it
    steps: tuple[Key, ...] = ()  # by which a plan finds what came of it, of about its figure
    order: tuple[Key, ...] = ()  # among the wishes of two leaders to meet

    @property
    def all(self) -> tuple[Key, ...]:
        """All of them, each once."""
        return (*self.near, *self.plans, *self.steps, *self.order)

    def towards(self, clue: Clue, *, fixed: bool) -> tuple[Key, ...]:
        """Return those by which a clue that has them finds others, fixed or loose."""
        if clue.fixed and fixed:
            return self.near
        if clue.fixed or fixed:
            return (*self.near, *self.plans, *self.steps)
        return (*self.near, *self.plans)


def _keys(clue: Clue) -> Keys:
    if clue.reach is None or clue.reach[1] - clue.reach[0] > WIDE:
        return Keys(_written(_reference(clue)))
    known = ((clue.kind, *name, span) for name in _known(clue) for span in _spans(clue.reach, FAR))
    pairs = _pairs(sorted(clue.parties)) if _needs_parties(clue) else ()
    plans = ((clue.kind, "parties", pair, span) for pair in pairs for span in _spans(clue.reach, NEXT))
    figures = {(of, step) for of, n in clue.counts for step in _steps(n)} if clue.file.series else ()
    steps = ((clue.kind, "about", *figure, span) for figure in figures for span in _spans(clue.reach, NEXT))
    return Keys(
        _written(chain(_reference(clue), _days(clue), _news(clue), known)),
        _written(plans),
        _written(steps),
        _written(in_order(clue)),
    )


def _written(keys: Iterable[tuple[object, ...]]) -> tuple[Key, ...]:
    return tuple(sorted({"|".join(map(str, key)) for key in keys}))


def _reference(clue: Clue) -> Iterator[tuple[object, ...]]:
    if clue.reference:
        yield (clue.family, "reference", clue.reference)


def _days(clue: Clue) -> Iterator[tuple[object, ...]]:
    if clue.days:
        late = LATE if clue.file.encounter and not clue.real else 0
        yield from ((clue.family, "day", day) for day in range(clue.days[0], clue.days[1] + late + 1))


def _news(clue: Clue) -> Iterator[tuple[object, ...]]:
    """Yield the days on which an encounter that is told without one can have been held as news."""
    if clue.file.encounter and clue.real and not clue.days and clue.reach and clue.parties:
        first, last = clue.reach
        yield from ((clue.family, "day", day) for day in range(first - FRESH, last + 1))


def _known(clue: Clue) -> Iterator[tuple[object, ...]]:
    """Yield what tells a happening from others for a while."""
    if clue.round:
        yield ("round", clue.round)
    if clue.file.figured:
        yield from (("figure", *figure) for figure in clue.counts)
    if len(clue.people) > 1:
        yield ("people", "+".join(sorted(clue.people)))
    if not clue.file.encounter:
        yield from (("sort", sort) for sort in clue.sorts)
    if clue.file.terms:
        yield from (("place", place) for place in {clue.place, *clue.around} - {None})


def _needs_parties(clue: Clue) -> bool:
    """Tell whether it can be a plan, or what came of one, that nothing but the parties tells from others."""
    deal = clue.file.handover
    if clue.fixed:
        return not clue.file.terms
    return not (deal and clue.counts) and (not clue.real or (deal and clue.under_way))


def _pairs(parties: list[str]) -> Iterable[str]:
    if len(parties) in (2, 3, 4):
        return ("+".join(pair) for pair in combinations(parties, PAIR))
    return ("+".join(parties),) if parties else ()


def _steps(figure: int) -> set[int]:
    """Return steps of a scale of which figures that are near to each other share one."""
    step = int(log(max(figure, 1)) / STEP)
    return {step, step + 1}


def _spans(edges: Iterable[int], length: int) -> set[int]:
    """Return spans of time of which clues that are not too far from each other share one."""
    return {day // length + step for day in edges for step in (0, 1)}


class Board:
    """Reports by clue and by key; with `fetch` and `seek`, they come as their keys are looked up."""

    def __init__(
        self, reports: Iterable[Report] = (), fetch: Fetch | None = None, seek: Seek | None = None
    ) -> None:
        self._fetch, self._seek = fetch, seek
        self._fetched: set[Key] = set()
        self._keyed: defaultdict[Key, tuple[list[Clue], list[Clue]]] = defaultdict(lambda: ([], []))
        self._clues: dict[
            str, Clue
        ] = {}  # by sign: of equal clues there is one, so that they are told by identity
        self._keys: dict[Clue, Keys] = {}
        self._reports: dict[Clue, dict[str, Report]] = {}
        self._mentions: set[str] = set()
        self._order: list[Key] = []  # the keys that are sought in their order
        self._next: dict[Key, tuple[Key | None, Key | None]] = {}
        for report in reports:
            self.put(report)

    def put(self, report: Report) -> Clue:
        """Add a report, and return its clue."""
        clue = clue_of(report)
        known = self._clues.get(clue.sign)
        if known is None:
            keys = _keys(clue)
            if not keys.all:
                clue = replace(clue, alone=report.mention.id)
            known = self._clues.setdefault(clue.sign, clue)
            if known is clue:
                self._keys[clue] = keys
                self._reports[clue] = {}
                for key in keys.order:
                    insort(self._order, key)
                for key in keys.all:
                    self._keyed[key][clue.fixed].append(clue)
        self._reports[known][report.mention.id] = report
        self._mentions.add(report.mention.id)
        return known

    def clues(self) -> list[Clue]:
        """Return all clues, in the order of their signs."""
        return self.ordered(self._reports)

    def ordered(self, clues: Iterable[Clue]) -> list[Clue]:
        """Return clues in an order that depends on nothing but them."""
        return sorted(clues, key=attrgetter("sign"))

    def reports(self, clue: Clue) -> list[Report]:
        """Return the reports that give a clue."""
        self._look_up(self._keys[clue].all[:1])  # equal clues have all their keys in common
        return list(self._reports[clue].values())

    def articles(self, clues: Iterable[Clue]) -> set[str]:
        """Return the articles that give any of some clues."""
        return {report.mention.article for clue in clues for report in self.reports(clue)}

    def neighbours(self, clue: Clue, *, fixed: bool) -> set[Clue]:
        """Return the other clues, fixed or loose, that share a key with one."""
        keys = self._keys[clue].towards(clue, fixed=fixed)
        self._look_up(keys)
        found = {other for key in keys for other in self._keyed[key][fixed]}
        found.discard(clue)
        return found

    def wishes_beside(self, clue: Clue) -> tuple[list[Clue], list[Clue]]:
        """Return the last wish before a wish, or before a day that is due, and the first after it."""
        for key in self._keys[clue].order:
            if key not in self._next:
                self._next[key] = wishes_beside(key, self.seek)
            before, after = map(self._wishes, self._next[key])
            same = self._wishes(None if clue.fixed else key)
            at = same.index(clue) if same else 0
            return [*before, *same[:at]][-1:], [*same[at + 1 :], *after][:1]
        return [], []

    def _wishes(self, key: Key | None) -> list[Clue]:
        """Return the wishes that have a key, in the order of their signs."""
        if key is None:
            return []
        self._look_up([key])
        return self.ordered(self._keyed[key][False])

    def seek(self, first: Key, last: Key, back: bool = False) -> Key | None:
        """Return the first key from one up to another, or else the last: of wishes, and of days due."""
        if self._seek:
            return self._seek(first, last, back)
        at = bisect_left(self._order, last) - 1 if back else bisect_left(self._order, first)
        return self._order[at] if 0 <= at < len(self._order) and first <= self._order[at] < last else None

    def _look_up(self, keys: Iterable[Key]) -> None:
        if self._fetch is None:
            return
        wanted = [key for key in keys if key not in self._fetched]
        if wanted:
            self._fetched.update(wanted)
            for report in list(self._fetch(wanted, self._mentions)):
                self.put(report)
