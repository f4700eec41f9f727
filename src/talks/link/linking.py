"""Which reports tell of one happening.

Fixed clues come together first: those that a chain of likeness joins are merged, the most alike first,
unless something tells them apart. A loose clue then finds its home: the one group of fixed clues that speaks
for it, or the next of its series. Loose clues come together last, with or without a home, but never two
homes. Each step looks only at what the step before made of the neighbourhood, so that the group of a report
can be worked out without the rest of the database.
"""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import Final

from talks.link.apart import are_apart
from talks.link.board import Board
from talks.link.judging import ENOUGH, SURE, likeness
from talks.link.loose import attraction, follows, is_usual, is_wish, outlasts, parts, pull
from talks.link.relations import end, fit_places, same_round, share_figure, start
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
        self._likes: dict[Clue, list[tuple[Clue, float]]] = {}
        self._near: dict[Clue, list[tuple[Clue, float]]] = {}
        self._chains: dict[Clue, Group] = {}
        self._cores: dict[Clue, Group] = {}
        self._homes: dict[Clue, Group] = {}
        self._speaking: dict[Clue, list[Group]] = {}
        self._found: dict[Clue, Group] = {}
        self._pairs: dict[tuple[str, frozenset[str]], tuple[list[Clue], list[Clue]]] = {}

    def events(self, clues: Iterable[Clue]) -> Iterator[Event]:
        """Yield the events that some clues are of, each once."""
        for group in dict.fromkeys(map(self.group, clues)):
            yield tell(report for clue in group for report in self.board.reports(clue))

    def group(self, clue: Clue) -> Group:
        """Return all clues of the happening of one."""
        found = (clue,) if clue.fixed else self.found(clue)
        fixed = next((other for other in found if other.fixed), None)
        if fixed is None:
            return found
        core = self.core(fixed)
        near = {loose for other in core for loose in self._may_join(other)}
        joining = {other for loose in near if self.home(loose) == core for other in self.found(loose)}
        return tuple(self.board.ordered(joining.union(core)))

    def touched(self, changed: Iterable[Clue]) -> list[Clue]:
        """Return all clues whose group can be another, once some are new or had a neighbour that is lost."""
        changed = list(changed)
        fixed = {other for clue in changed if clue.fixed for other in self.chain(clue)}
        loose = {clue for clue in changed if not clue.fixed}
        loose |= {other for clue in fixed for other in self._borne_upon(clue)}
        return self.board.ordered(fixed | {other for clue in loose for other in self.chain(clue)})

    def _may_join(self, fixed: Clue) -> Iterator[Clue]:
        """Yield the loose clues for which a fixed one speaks."""
        for loose in self.board.neighbours(fixed, fixed=False):
            if follows(loose, fixed) or pull(loose, fixed) >= ENOUGH:
                yield loose

    def _borne_upon(self, fixed: Clue) -> Iterator[Clue]:
        """Yield the loose clues whose group may be another without a fixed one."""
        yield from self._may_join(fixed)
        parting = fixed.real or fixed.settled
        for loose in self.board.neighbours(fixed, fixed=False) if parting else ():
            parted = not loose.real and any(parts(loose, other, fixed) for other, _ in self._alike(loose))
            if parted or is_usual(loose, fixed):
                yield loose
        if parting and fixed.days:
            wishes, _ = self._pair(fixed)
            at = bisect(wishes, fixed.days[0], key=start)
            yield from wishes[max(0, at - 1) : at + 1]  # between which it stands

    def chain(self, clue: Clue) -> Group:
        """Return all clues, fixed or loose as it is, that a chain of likeness joins to one."""
        if clue not in self._chains:
            found, new = {clue}, [clue]
            while new:
                near = [other for other, _ in self.near(new.pop()) if other not in found]
                found.update(near)
                new += near
            chain = tuple(self.board.ordered(found))
            self._chains.update(dict.fromkeys(chain, chain))
        return self._chains[clue]

    def near(self, clue: Clue) -> list[tuple[Clue, float]]:
        """Return the clues, fixed or loose as it is, that are like one, and how much."""
        if clue.fixed or clue.real:
            return self._alike(clue)
        if clue not in self._near:
            near = [pair for pair in self._alike(clue) if not self._parted(clue, pair[0])]
            self._near[clue] = [*near, *((other, SURE) for other in self._renewed(clue))]
        return self._near[clue]

    def _renewed(self, clue: Clue) -> Iterator[Clue]:
        """Yield the wishes for a meeting of the two leaders of one, next to it, however long the silence."""
        if not is_wish(clue):
            return
        wishes, fixed = self._pair(clue)
        at = wishes.index(clue)
        if at > 0 and outlasts(wishes[at - 1], clue, fixed):
            yield wishes[at - 1]
        if at + 1 < len(wishes) and outlasts(clue, wishes[at + 1], fixed):
            yield wishes[at + 1]

    def _pair(self, clue: Clue) -> tuple[list[Clue], list[Clue]]:
        """Return the wishes for a meeting of the two leaders of a clue, in order, and its fixed clues."""
        key = clue.kind, clue.people
        if key not in self._pairs:
            loose, fixed = self.board.pair(clue)
            wishes = sorted(filter(is_wish, loose), key=lambda wish: (start(wish), end(wish), wish.sign))
            self._pairs[key] = wishes, fixed
        return self._pairs[key]

    def _alike(self, clue: Clue) -> list[tuple[Clue, float]]:
        if clue not in self._likes:
            score: Score = likeness if clue.fixed else attraction
            others = self.board.neighbours(clue, fixed=clue.fixed)
            self._likes[clue] = [(o, points) for o in others if (points := score(clue, o)) >= ENOUGH]
        return self._likes[clue]

    def _parted(self, one: Clue, two: Clue) -> bool:
        """Tell whether a plan came about before another was told of: no number or figure makes them one."""
        if one.real or two.real or share_figure(one, two) or same_round(one, two):
            return False
        first = min(one, two, key=start)
        return any(parts(one, two, fixed) for fixed in self.board.neighbours(first, fixed=True))

    def core(self, clue: Clue) -> Group:
        """Return the fixed clues of the happening of one."""
        if clue not in self._cores:
            groups: dict[Clue, Group] = {other: (other,) for other in self.chain(clue)}
            self._merge(groups)
            self._cores.update(groups)
        return self._cores[clue]

    def home(self, clue: Clue) -> Group:
        """Return the fixed clues that a loose one joins; none when none speaks for it, or several do.

        Of several, a plan joins the one that plans like it join, if they all join that one.
        """
        if clue not in self._homes:
            speaking = self._speaking_for(clue)
            if len(speaking) > 1 and not clue.real:
                others = [self._speaking_for(other) for other, _ in self.near(clue)]
                joined = {other[0] for other in others if len(other) == 1}
                speaking = [group for group in speaking if group in joined]
            self._homes[clue] = speaking[0] if len(speaking) == 1 else ()
        return self._homes[clue]

    def _speaking_for(self, clue: Clue) -> list[Group]:
        if clue not in self._speaking:
            self._speaking[clue] = self._choose(clue) or self._next(clue)
        return self._speaking[clue]

    def found(self, clue: Clue) -> Group:
        """Return the loose clues that come together with one, and the fixed ones that they join, if any."""
        if clue not in self._found:
            homed: defaultdict[Group, list[Clue]] = defaultdict(list)
            for other in self.chain(clue):
                homed[self.home(other)].append(other)
            groups: dict[Clue, Group] = {other: (other,) for other in homed.pop((), ())}
            for core, joining in homed.items():
                groups.update(dict.fromkeys(joining, (*core, *joining)))
            self._merge(groups)
            self._found.update((other, group) for other, group in groups.items() if not other.fixed)
        return self._found[clue]

    def _merge(self, groups: dict[Clue, Group]) -> None:
        """Merge groups of clues, the most alike first, unless something tells them apart."""
        edges = [(-points, a.sign, b.sign, a, b) for a in groups for b, points in self.near(a)]
        for points, first, second, a, b in sorted(edges, key=lambda edge: edge[:3]):
            if (
                first < second
                and b in groups
                and groups[a] != groups[b]
                and (a.fixed or not self._is_guess(a, b, -points))
            ):
                two_homes = not a.fixed and _is_placed(groups[a]) and _is_placed(groups[b])
                if not two_homes and self._fit(groups[a], groups[b], -points):
                    merged = tuple(self.board.ordered((*groups[a], *groups[b])))
                    groups.update(dict.fromkeys(merged, merged))

    def _is_guess(self, one: Clue, two: Clue, points: float) -> bool:
        """Tell whether there is little to join two clues, one of which could be of several groups."""
        return points < SURE and any(not self.home(clue) and self._speaking_for(clue) for clue in (one, two))

    def _fit(self, one: Group, two: Group, points: float) -> bool:
        """Tell whether two groups can be one, by all that is in them."""
        pairs = [(a, b) for a in one for b in two]
        figures = one[0].file.terms or not any(share_figure(a, b) for a, b in pairs)
        if any(are_apart(a, b, figures=figures) for a, b in pairs):
            return False
        if not one[0].fixed and not _of_one_scope(one, two):
            return False
        places = [fit for fit in (fit_places(a, b) for a, b in pairs) if fit is not None]
        if points < SURE and places and not any(places):
            return False
        return points >= SURE or not self._told_apart(one, two, SHARED if one[0].fixed else 0.0)

    def _told_apart(self, one: Group, two: Group, part: float) -> bool:
        """Tell whether articles that tell of both groups, as of two, are many among their articles."""
        first, second = self.board.articles(one), self.board.articles(two)
        return len(first & second) > part * min(len(first), len(second))

    def _choose(self, clue: Clue) -> list[Group]:
        """Return the fixed clues that speak for a loose one more than any others do; all that are equal."""
        points: dict[Group, float] = {}
        for fixed in self.board.neighbours(clue, fixed=True):
            found = pull(clue, fixed)
            if found >= ENOUGH:
                core = self.core(fixed)
                points[core] = max(found, points.get(core, 0.0))
        fitting = [(most, core) for core, most in points.items() if self._fit((clue,), core, most)]
        best = max((most for most, _ in fitting), default=0.0)
        return [core for most, core in fitting if most > best - MARGIN]

    def _next(self, clue: Clue) -> list[Group]:
        """Return the next of a series, for which a loose clue is a plan; all that may be it."""
        others = self.board.neighbours(clue, fixed=True)
        near = [fixed for fixed in others if follows(clue, fixed)]
        least = (
            SURE if any(is_usual(clue, fixed) for fixed in others) else ENOUGH
        )  # the usual place is no other plan: the next may be held elsewhere
        coming: list[Group] = []
        last = clue.reach[1] if clue.reach else 0
        for day, fixed in groupby(sorted(near, key=_first_day), key=_first_day):
            cores = {core for core in map(self.core, fixed) if self._fit((clue,), core, least)}
            coming += cores.difference(coming)
            if coming and day > last:
                break
        return coming


def _is_placed(group: Group) -> bool:
    return any(clue.fixed for clue in group)


def _of_one_scope(one: Group, two: Group) -> bool:
    """Tell whether truces that are not both placed by their days are of one place, or of one sort at all."""
    if not one[0].file.terms or any(fit_places(a, b) for a in one for b in two):
        return True
    return _is_special(one) == _is_special(two)


def _is_special(group: Group) -> bool:
    return 2 * sum(bool(clue.sorts) for clue in group) >= len(group)


def _first_day(clue: Clue) -> int:
    return clue.days[0] if clue.days else 0
