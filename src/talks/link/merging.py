"""Groups of clues that are merged, the most alike first, unless something tells them apart."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter
from typing import Final

from talks.link.bundles import Bundle, Find, Verdicts, agree_on_place, share_a_figure
from talks.link.judging import SURE
from talks.link.reports import Clue

__all__ = ["Edge", "Group", "Merging"]

SHARED: Final = 0.5  # part of the articles from which two groups are told apart by those that tell of both

Group = tuple[Clue, ...]
Edge = tuple[Clue, Clue, float]  # two clues, in the order of their signs, and how much joins them


class Merging:
    """Merges groups of the clues of a board, of which `articles` tells by what articles they are given."""

    def __init__(self, articles: Find) -> None:
        self._articles = articles
        self._cores: dict[Clue, tuple[Verdicts, Bundle]] = {}  # by their first clue

    def merge(self, groups: Iterable[Iterable[Clue]], edges: Iterable[Edge]) -> dict[Clue, Group]:
        """Return each clue with its group, once all are merged that edges join and that can be one."""
        verdicts = Verdicts()
        bundles = {clue: bundle for bundle in map(verdicts.bundle, groups) for clue in bundle.clues}
        rank = {clue: n for n, clue in enumerate(sorted(bundles, key=attrgetter("sign")))}
        for a, b, points in sorted(edges, key=lambda edge: (-edge[2], rank[edge[0]], rank[edge[1]])):
            one, two = bundles[a], bundles[b]
            two_homes = not a.fixed and one.placed and two.placed
            if one is not two and not two_homes and self._fit(verdicts, one, two, points):
                fewer, more = sorted((one, two), key=lambda bundle: len(bundle.clues))
                more.absorb(fewer)
                bundles.update(dict.fromkeys(fewer.clues, more))
        merged = {bundle: tuple(sorted(bundle.clues, key=rank.__getitem__)) for bundle in bundles.values()}
        return {clue: merged[bundle] for clue, bundle in bundles.items()}

    def fits(self, clue: Clue, core: Group, points: float) -> bool:
        """Tell whether a loose clue can be of the happening of some fixed ones, which so many points say."""
        if core[0] not in self._cores:
            verdicts = Verdicts()
            self._cores[core[0]] = verdicts, verdicts.bundle(core)
        verdicts, bundle = self._cores[core[0]]
        return self._fit(verdicts, verdicts.bundle((clue,)), bundle, points)

    def _fit(self, verdicts: Verdicts, one: Bundle, two: Bundle, points: float) -> bool:
        """Tell whether two groups can be one, by all that is in them."""
        terms, fixed = bool(one.first.file.terms), one.first.fixed
        if verdicts.are_apart(one, two, figures=terms or not share_a_figure(one, two)):
            return False
        placed = agree_on_place(one, two)
        if terms and not fixed and not placed and one.is_special != two.is_special:
            return False  # truces that are not both placed by their days are of one place, or of one sort
        if points >= SURE:
            return True
        return placed is not False and not self._told_apart(one, two, SHARED if fixed else 0.0)

    def _told_apart(self, one: Bundle, two: Bundle, part: float) -> bool:
        """Tell whether articles that tell of both groups, as of two, are many among their articles."""
        first, second = one.articles(self._articles), two.articles(self._articles)
        return len(first & second) > part * min(len(first), len(second))
