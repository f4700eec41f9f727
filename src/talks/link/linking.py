"""Which reports tell of one happening.

Fixed clues come together first: those that a chain of likeness joins are merged, the most alike first,
unless something tells them apart. A loose clue then finds its home: the one group of fixed clues that speaks
for it, or the next of its series. Loose clues come together last, with or without a home, but never two
homes. Each step looks only at what the step before made of the neighbourhood, so that the group of a report
can be worked out without the rest of the database.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from math import inf
from typing import Final

from talks.link.apart import are_at_one
from talks.link.board import Board
from talks.link.judging import ENOUGH, SURE, likeness
from talks.link.loose import attraction, ended_by, follows, is_usual, is_wish, outlasts, pull
from talks.link.merging import Edge, Group, Merging
from talks.link.relations import same_round, share_figure, start
from talks.link.reports import Clue, Report
from talks.link.telling import tell
from talks.link.wishes import ends_between
from talks.models import Event

__all__ = ["Linker", "link"]

NEVER: Final = inf
MARGIN: Final = 0.25  # points by which the best of several groups must win

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
        self._near: dict[Clue, list[tuple[Clue, float]]] = {}
        self._chains: dict[Clue, Group] = {}
        self._cores: dict[Clue, Group] = {}
        self._homes: dict[Clue, Group] = {}
        self._speaking: dict[Clue, list[Group]] = {}
        self._found: dict[Clue, Group] = {}
        self._groups: dict[Clue, Group] = {}
        self._ended: dict[Clue, float] = {}
        self._merging = Merging(board.articles)

    def events(self, clues: Iterable[Clue]) -> Iterator[Event]:
        """Yield the events that some clues are of, each once."""
        groups = {group[0]: group for group in map(self.group, clues)}
        for group in groups.values():
            yield tell(report for clue in group for report in self.board.reports(clue))

    def group(self, clue: Clue) -> Group:
        """Return all clues of the happening of one."""
        if clue not in self._groups:
            found = (clue,) if clue.fixed else self.found(clue)
            fixed = next((other for other in found if other.fixed), None)
            group = self._whole(self.core(fixed)) if fixed else found
            self._groups.update(dict.fromkeys(group, group))
        return self._groups[clue]

    def _whole(self, core: Group) -> Group:
        """Return the fixed clues of a happening with the loose ones that join them."""
        near = {loose for fixed in core for loose in self.board.neighbours(fixed, fixed=False)}
        joining = {loose for loose in near if self._joins(loose, core)}
        return tuple(
            self.board.ordered({*core, *(other for loose in joining for other in self.found(loose))})
        )

    def _joins(self, loose: Clue, core: Group) -> bool:
        """Tell whether a core is the home of a loose clue, which is found out only where it may be."""
        known = loose in self._homes
        return (known or any(_may_join(loose, fixed) for fixed in core)) and self.home(loose) == core

    def touched(self, changed: Iterable[Clue]) -> list[Clue]:
        """Return all clues whose group can be another, once some are new or had a neighbour that is lost."""
        changed = list(changed)
        fixed = {other for clue in changed if clue.fixed for other in self.chain(clue)}
        loose = {clue for clue in changed if not clue.fixed}
        loose |= {wish for clue in loose for beside in self.board.wishes_beside(clue) for wish in beside}
        for clue in fixed:
            loose.update(self._borne_upon(clue, loose))
        return self.board.ordered(fixed.union(*(self.chain(clue) for clue in loose)))

    def _borne_upon(self, fixed: Clue, known: Iterable[Clue]) -> Iterator[Clue]:
        """Yield the loose clues, other than known ones, whose group may be another without a fixed one."""
        parting = fixed.real or fixed.settled
        for loose in self.board.neighbours(fixed, fixed=False).difference(known):
            parted = parting and (is_usual(loose, fixed) or self._is_parted(loose, fixed))
            if parted or _may_join(loose, fixed):
                yield loose
        for beside in self.board.wishes_beside(fixed):
            yield from beside

    def _is_parted(self, loose: Clue, fixed: Clue) -> bool:
        """Tell whether what a fixed clue places parts a plan from one that is like it."""
        if loose.real or not fixed.days:
            return False
        due = fixed.days
        before, after = ended_by(loose, fixed) is not None, start(loose) > due[1]
        return any(
            (start(other) > due[1] if before else ended_by(other, fixed) is not None)
            and attraction(loose, other) >= ENOUGH
            for other in (self.board.neighbours(loose, fixed=False) if before or after else ())
        )

    def chain(self, clue: Clue) -> Group:
        """Return all clues, fixed or loose as it is, that a chain of likeness joins to one."""
        if clue not in self._chains:
            chain = tuple(self.board.ordered(self._reached(clue, ENOUGH)))
            self._chains.update(dict.fromkeys(chain, chain))
        return self._chains[clue]

    def _reached(self, clue: Clue, least: float) -> set[Clue]:
        """Return the clues that are joined to one, and by others to it, by so many points or more."""
        found, new = {clue}, [clue]
        while new:
            near = self._onward(new.pop(), found, least)
            found.update(near)
            new += near
        return found

    def _onward(self, clue: Clue, found: set[Clue], least: float) -> list[Clue]:
        """Return the clues near one that are not found yet: only these are compared with it."""
        if clue.fixed or clue in self._near:
            return [other for other, points in self.near(clue) if points >= least and other not in found]
        others = self.board.neighbours(clue, fixed=False) - found
        near = [other for other in others if self._joined(clue, other) >= least]
        return near + [other for other in self._renewed(clue) if other not in found and other not in near]

    def near(self, clue: Clue) -> list[tuple[Clue, float]]:
        """Return the clues, fixed or loose as it is, that are like one, and how much."""
        if clue not in self._near:
            score: Score = likeness if clue.fixed else self._joined
            others = self.board.neighbours(clue, fixed=clue.fixed)
            near = [(other, points) for other in others if (points := score(clue, other)) >= ENOUGH]
            self._near[clue] = [*near, *((other, SURE) for other in self._renewed(clue))]
        return self._near[clue]

    def _joined(self, one: Clue, two: Clue) -> float:
        """Return how much joins two loose clues, if that is enough; 0 also when something parts them."""
        points = attraction(one, two)
        return points if points >= ENOUGH and not self._parted(one, two) else 0.0

    def _parted(self, one: Clue, two: Clue) -> bool:
        """Tell whether a plan came about before another was told of: no number or figure makes them one."""
        if one.real or two.real or share_figure(one, two) or same_round(one, two):
            return False
        first, second = sorted((one, two), key=start)
        if first not in self._ended:
            days = (ended_by(first, fixed) for fixed in self.board.neighbours(first, fixed=True))
            self._ended[first] = min((day for day in days if day is not None), default=NEVER)
        return self._ended[first] < start(second)

    def _renewed(self, clue: Clue) -> Iterator[Clue]:
        """Yield the wishes for a meeting of the two leaders of one, next to it, however long the silence."""
        if not is_wish(clue):
            return
        before, after = self.board.wishes_beside(clue)
        yield from (wish for wish in before if self._renews(wish, clue))
        yield from (wish for wish in after if self._renews(clue, wish))

    def _renews(self, one: Clue, two: Clue) -> bool:
        """Tell whether the second of two wishes renews the first: none had met, or fixed a day, meanwhile."""
        return outlasts(one, two) and not ends_between(one, two, self.board.seek)

    def core(self, clue: Clue) -> Group:
        """Return the fixed clues of the happening of one."""
        if clue not in self._cores:
            chain = self.chain(clue)
            edges = ((a, b, points) for a in chain for b, points in self.near(a) if a.sign < b.sign)
            self._cores.update(self._merging.merge([(other,) for other in chain], edges))
        return self._cores[clue]

    def home(self, clue: Clue) -> Group:
        """Return the fixed clues that a loose one joins; none when none speaks for it, or several do.

        Of several, a plan joins the one that plans like it join, if they all join that one.
        """
        if clue not in self._homes:
            speaking = self._speaking_for(clue)
            if len(speaking) > 1 and not clue.real:
                others = [self._speaking_for(other) for other, _ in self.near(clue)]
                joined = {other[0][0] for other in others if len(other) == 1}
                speaking = [group for group in speaking if group[0] in joined]
            self._homes[clue] = speaking[0] if len(speaking) == 1 else ()
        return self._homes[clue]

    def _speaking_for(self, clue: Clue) -> list[Group]:
        if clue not in self._speaking:
            self._speaking[clue] = self._choose(clue) or self._next(clue)
        return self._speaking[clue]

    def found(self, clue: Clue) -> Group:
        """Return the loose clues that come together with one, and the fixed ones that they join, if any."""
        if clue not in self._found:
            chain = self.chain(clue)
            free = [other for other in chain if not self.home(other)]
            if len(free) == len(chain) and self._is_one(chain):
                self._found.update(dict.fromkeys(chain, chain))
            else:
                self._found.update(self._come_together(chain, free))
        return self._found[clue]

    def _is_one(self, chain: Group) -> bool:
        """Tell whether loose clues are one in whatever order they are merged."""
        alike = not chain[0].file.terms and len({clue.real for clue in chain}) == 1
        return alike and are_at_one(chain) and len(self._reached(chain[0], SURE)) == len(chain)

    def _come_together(self, chain: Group, free: list[Clue]) -> dict[Clue, Group]:
        """Return each clue of a chain, some of which have homes, with those that it comes together with."""
        homed: dict[Clue, list[Clue]] = {}
        for other in chain:
            if core := self.home(other):
                homed.setdefault(core[0], [*core]).append(other)
        groups = self._merging.merge([*((other,) for other in free), *homed.values()], self._edges(free))
        return {other: group for other, group in groups.items() if not other.fixed}

    def _edges(self, free: list[Clue]) -> Iterator[Edge]:
        """Yield what joins loose clues, of which two with homes come together by these only."""
        homeless = set(free)
        for one in free:
            for two, points in self.near(one):
                a, b = (one, two) if one.sign < two.sign else (two, one)
                if (a is one or a not in homeless) and not self._is_guess(a, b, points):
                    yield a, b, points

    def _is_guess(self, one: Clue, two: Clue, points: float) -> bool:
        """Tell whether there is little to join two clues, one of which could be of several groups."""
        return points < SURE and any(not self.home(clue) and self._speaking_for(clue) for clue in (one, two))

    def _choose(self, clue: Clue) -> list[Group]:
        """Return the fixed clues that speak for a loose one more than any others do; all that are equal."""
        points: dict[Clue, float] = {}
        for fixed in self.board.neighbours(clue, fixed=True):
            found = pull(clue, fixed)
            if found >= ENOUGH:
                first = self.core(fixed)[0]
                points[first] = max(found, points.get(first, 0.0))
        cores = ((most, self.core(first)) for first, most in points.items())
        fitting = [(most, core) for most, core in cores if self._merging.fits(clue, core, most)]
        best = max((most for most, _ in fitting), default=0.0)
        return [core for most, core in fitting if most > best - MARGIN]

    def _next(self, clue: Clue) -> list[Group]:
        """Return the next of a series, for which a loose clue is a plan; all that may be it."""
        others = self.board.neighbours(clue, fixed=True)
        near = [fixed for fixed in others if follows(clue, fixed)]
        least = (
            SURE if any(is_usual(clue, fixed) for fixed in others) else ENOUGH
        )  # the usual place is no other plan: the next may be held elsewhere
        coming: dict[Clue, Group] = {}
        last = clue.reach[1] if clue.reach else 0
        for day, fixed in groupby(sorted(near, key=_first_day), key=_first_day):
            cores = {core[0]: core for core in map(self.core, fixed)}
            coming |= {first: core for first, core in cores.items() if self._merging.fits(clue, core, least)}
            if coming and day > last:
                break
        return list(coming.values())


def _may_join(loose: Clue, fixed: Clue) -> bool:
    """Tell whether a fixed clue speaks for a loose one."""
    return follows(loose, fixed) or pull(loose, fixed) >= ENOUGH


def _first_day(clue: Clue) -> int:
    return clue.days[0] if clue.days else 0
