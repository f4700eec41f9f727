"""Which reports tell of one happening.

Fixed clues come together first: those that a chain of likeness joins are merged, the most alike first,
unless something tells them apart. A loose clue then joins the one group that speaks for it, if there is
one; and what is left over comes together among itself. Each step looks only at what the step before made
of the neighbourhood, so that the group of a report can be worked out without the rest of the database.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from talks.link.board import Board
from talks.link.judging import ENOUGH, SURE, are_apart, attraction, fit_places, likeness, pull
from talks.link.reports import Clue, Report
from talks.link.telling import tell
from talks.models import Event

__all__ = ["Linker", "link"]

SHARED: Final = 0.5  # part of the articles from which two groups are told apart by those that tell of both
MARGIN: Final = 0.25  # points by which the best of several groups must win

Group = tuple[Clue, ...]
Score = Callable[[Clue, Clue], float]


def link(reports: Iterable[Report]) -> list[Event]:
    """Return the events that the reports tell of; the order of the reports changes nothing."""
    board = Board(reports)
    events = Linker(board).events(board.clues())
    return sorted(events, key=lambda event: (event.when.date or "9999", event.kind, event.id))


class Linker:
    """Works out groups from the clues of a board, each once."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self._chains: dict[Clue, Group] = {}
        self._cores: dict[Clue, Group] = {}
        self._homes: dict[Clue, Group | None] = {}
        self._left: dict[Clue, Group] = {}

    def events(self, clues: Iterable[Clue]) -> Iterator[Event]:
        """Yield the events that some clues are of, each once."""
        for group in dict.fromkeys(map(self.group, clues)):
            yield tell(report for clue in group for report in self.board.reports(clue))

    def group(self, clue: Clue) -> Group:
        """Return all clues of the happening of one."""
        core = self.core(clue) if clue.fixed else self.home(clue)
        if core is None:
            return self.left(clue)
        near = {loose for fixed in core for loose in self.board.neighbours(fixed, fixed=False)}
        return (*core, *self.board.ordered(loose for loose in near if self.home(loose) == core))

    def touched(self, changed: Iterable[Clue]) -> list[Clue]:
        """Return all clues whose group can be another, once some are new or had a neighbour that is lost."""
        changed = list(changed)
        fixed = {other for clue in changed if clue.fixed for other in self.chain(clue)}
        loose = {clue for clue in changed if not clue.fixed}
        loose |= {other for clue in fixed for other in self.board.neighbours(clue, fixed=False)}
        return self.board.ordered(fixed | {other for clue in loose for other in self.chain(clue)})

    def chain(self, clue: Clue) -> Group:
        """Return all clues, fixed or loose as it is, that a chain of likeness joins to one."""
        if clue not in self._chains:
            found, new = {clue}, [clue]
            while new:
                near = [other for other, _ in self._alike(new.pop()) if other not in found]
                found.update(near)
                new += near
            chain = tuple(self.board.ordered(found))
            self._chains.update(dict.fromkeys(chain, chain))
        return self._chains[clue]

    def core(self, clue: Clue) -> Group:
        """Return the fixed clues of the happening of one."""
        if clue not in self._cores:
            self._cores.update(self._merge(self.chain(clue)))
        return self._cores[clue]

    def home(self, clue: Clue) -> Group | None:
        """Return the fixed clues that a loose one joins; None when none speaks for it, or several do."""
        if clue not in self._homes:
            self._homes[clue] = self._choose(clue)
        return self._homes[clue]

    def left(self, clue: Clue) -> Group:
        """Return the loose clues that come together with one which no fixed clues speak for."""
        if clue not in self._left:
            self._left.update(self._merge([c for c in self.chain(clue) if self.home(c) is None]))
        return self._left[clue]

    def _alike(self, clue: Clue) -> Iterator[tuple[Clue, float]]:
        score: Score = likeness if clue.fixed else attraction
        for other in self.board.neighbours(clue, fixed=clue.fixed):
            points = score(clue, other)
            if points >= ENOUGH:
                yield other, points

    def _merge(self, clues: Iterable[Clue]) -> dict[Clue, Group]:
        """Merge clues, the most alike first, unless something tells their groups apart."""
        groups: dict[Clue, Group] = {clue: (clue,) for clue in clues}
        edges = [(-points, a.sign, b.sign, a, b) for a in groups for b, points in self._alike(a)]
        for points, first, second, a, b in sorted(edges, key=lambda edge: edge[:3]):
            apart = first < second and b in groups and groups[a] != groups[b]
            if apart and self._fit(groups[a], groups[b], -points):
                merged = tuple(self.board.ordered((*groups[a], *groups[b])))
                groups.update(dict.fromkeys(merged, merged))
        return groups

    def _fit(self, one: Group, two: Group, points: float) -> bool:
        """Tell whether two groups can be one, by all that is in them."""
        pairs = [(a, b) for a in one for b in two]
        if any(are_apart(a, b) for a, b in pairs):
            return False
        places = [fit for fit in (fit_places(a, b) for a, b in pairs) if fit is not None]
        if points < SURE and places and not any(places):
            return False
        return not self._told_apart(one, two)

    def _told_apart(self, one: Group, two: Group) -> bool:
        """Tell whether articles that tell of both groups, as of two, are many among their articles."""
        first, second = self.board.articles(one), self.board.articles(two)
        return len(first & second) > SHARED * min(len(first), len(second))

    def _choose(self, clue: Clue) -> Group | None:
        points: dict[Group, float] = {}
        for fixed in self.board.neighbours(clue, fixed=True):
            found = pull(clue, fixed)
            if found >= ENOUGH:
                core = self.core(fixed)
                points[core] = max(found, points.get(core, 0.0))
        fitting = [(most, core) for core, most in points.items() if self._fit((clue,), core, most)]
        best = max((most for most, _ in fitting), default=0.0)
        chosen = [core for most, core in fitting if most > best - MARGIN]
        return chosen[0] if len(chosen) == 1 else None
