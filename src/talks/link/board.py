"""Reports by what they can be looked up by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from operator import attrgetter
from typing import Final

from talks.link.reports import Clue, Report, clue_of

__all__ = ["Board", "Key", "keys_of"]

Key = str
Fetch = Callable[[list[Key], Collection[str]], Iterable[Report]]  # of keys, less the mentions already known

WIDE: Final = 40  # days beyond which a date says too little to be compared
FAR: Final = 98  # days within which reports of one round, figure or meeting can be of one happening


def keys_of(report: Report) -> tuple[Key, ...]:
    """Return what a report is looked up by; all reports that can come together share a key."""
    return _keys(clue_of(report))


def _keys(clue: Clue) -> tuple[Key, ...]:
    return tuple(sorted({"|".join(map(str, (clue.family, *key))) for key in _parts(clue)}))


def _parts(clue: Clue) -> Iterator[tuple[object, ...]]:
    if clue.reference:
        yield ("reference", clue.reference)
    if clue.pivot is None or len(clue.days) > WIDE:
        return
    for day in clue.days:
        yield ("day", day)
    for known in _known(clue):
        for bucket in _buckets(clue):
            yield (*known, bucket)
    if not clue.fixed and not clue.real and clue.parties:
        yield ("plan", "+".join(sorted(clue.parties)), clue.quarter)


def _known(clue: Clue) -> Iterator[tuple[object, ...]]:
    """Yield what tells a happening from others for a while."""
    if clue.round:
        yield ("round", clue.round)
    if clue.file.figured:
        yield from (("figure", of, n) for of, n in clue.counts)
    if clue.file.rounds and clue.parties:
        yield ("parties", "+".join(sorted(clue.parties)))
    if len(clue.people) > 1:
        yield ("people", "+".join(sorted(clue.people)))


def _buckets(clue: Clue) -> set[int]:
    """Return spans of time of which clues that are not too far from each other share one."""
    edges = clue.reach
    return {day // FAR + step for day in edges for step in (0, 1)}


class Board:
    """Reports by clue and by key; with `fetch`, reports come as their keys are looked up."""

    def __init__(self, reports: Iterable[Report] = (), fetch: Fetch | None = None) -> None:
        self._fetch = fetch
        self._fetched: set[Key] = set()
        self._keyed: defaultdict[Key, dict[Clue, None]] = defaultdict(dict)
        self._keys: dict[Clue, tuple[Key, ...]] = {}
        self._reports: dict[Clue, dict[str, Report]] = {}
        self._mentions: set[str] = set()
        for report in reports:
            self.put(report)

    def put(self, report: Report) -> Clue:
        """Add a report, and return its clue."""
        clue = clue_of(report)
        keys = self._keys.get(clue) or _keys(clue)
        if not keys:
            clue = replace(clue, alone=report.mention.id)
        if clue not in self._keys:
            self._keys[clue] = keys
            self._reports[clue] = {}
            for key in keys:
                self._keyed[key][clue] = None
        self._reports[clue][report.mention.id] = report
        self._mentions.add(report.mention.id)
        return clue

    def clues(self) -> list[Clue]:
        """Return all clues, in the order of their signs."""
        return self.ordered(self._reports)

    def ordered(self, clues: Iterable[Clue]) -> list[Clue]:
        """Return clues in an order that depends on nothing but them."""
        return sorted(clues, key=attrgetter("sign"))

    def reports(self, clue: Clue) -> list[Report]:
        """Return the reports that give a clue."""
        self._look_up(clue)
        return list(self._reports[clue].values())

    def articles(self, clues: Iterable[Clue]) -> set[str]:
        """Return the articles that give any of some clues."""
        return {report.mention.article for clue in clues for report in self.reports(clue)}

    def neighbours(self, clue: Clue, *, fixed: bool) -> list[Clue]:
        """Return the other clues, fixed or loose, that share a key with one."""
        self._look_up(clue)
        near = {other for key in self._keys[clue] for other in self._keyed[key]}
        return self.ordered(other for other in near if other.fixed is fixed and other != clue)

    def _look_up(self, clue: Clue) -> None:
        if self._fetch is None:
            return
        wanted = [key for key in self._keys[clue] if key not in self._fetched]
        if wanted:
            self._fetched.update(wanted)
            for report in list(self._fetch(wanted, self._mentions)):
                self.put(report)
