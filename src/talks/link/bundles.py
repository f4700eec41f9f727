"""Groups of clues while they are merged: what is asked of all clues of two is asked of each pair once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from typing import Final

from talks.link.apart import Facet, Reported, are_unlike, facet_of
from talks.link.reports import Clue

__all__ = ["Bundle", "Find", "Verdicts", "agree_on_place", "share_a_figure"]

Find = Callable[[Iterable[Clue]], set[str]]

sign_of: Final = attrgetter("sign")


class Bundle:
    """A group of clues, with what is asked of all of them together."""

    def __init__(self, clues: Iterable[Clue]) -> None:
        self.clues = list(clues)
        self.first = self.clues[0]  # by which the group is told: what it is of, and whether it is fixed
        self.least = min(self.clues, key=sign_of)
        self.placed = any(clue.fixed for clue in self.clues)
        self.facets = 0  # a bit for each, as `Verdicts` counts them
        self.counts = {count for clue in self.clues for count in clue.counts}
        self.figures = {count for clue in self.clues if clue.file.figured for count in clue.counts}
        self.places = {clue.place for clue in self.clues if clue.place is not None}
        self.around = {name for clue in self.clues if clue.place is not None for name in clue.around}
        self.sorted = sum(bool(clue.sorts) for clue in self.clues)
        self.reported = Reported(self.clues)
        self._articles: set[str] | None = None  # once they are asked for

    @property
    def is_special(self) -> bool:
        """Whether half of its clues, or more, are of a special sort."""
        return 2 * self.sorted >= len(self.clues)

    def articles(self, find: Find) -> set[str]:
        """Return the articles that give any of its clues, which `find` finds."""
        if self._articles is None:
            self._articles = find(self.clues)
        return self._articles

    def absorb(self, other: Bundle) -> None:
        """Take in all of another."""
        self.clues += other.clues
        self.first = self.least = min(self.least, other.least, key=sign_of)
        self.placed = self.placed or other.placed
        self.facets |= other.facets
        self.counts |= other.counts
        self.figures |= other.figures
        self.places |= other.places
        self.around |= other.around
        self.sorted += other.sorted
        self.reported.absorb(other.reported)
        if self._articles is not None and other._articles is not None:
            self._articles |= other._articles
        else:
            self._articles = None


def share_a_figure(one: Bundle, two: Bundle) -> bool:
    """Tell whether clues of both have a figure in common that tells happenings of their kind apart."""
    return not one.figures.isdisjoint(two.counts)


def agree_on_place(one: Bundle, two: Bundle) -> bool | None:
    """Tell whether any two of their places are one, or hold each other; None when one names none."""
    if not one.places or not two.places:
        return None
    met = not one.places.isdisjoint(two.places)
    return met or not one.places.isdisjoint(two.around) or not two.places.isdisjoint(one.around)


class Verdicts:
    """Whether clues of two bundles are apart: of each two facets, that is found out once at most."""

    def __init__(self) -> None:
        self._clues: list[Clue] = []  # one for each facet; its place there is the bit of the facet
        self._bits: dict[Facet, int] = {}
        self._rows: dict[tuple[int, bool, bool], tuple[int, int]] = {}  # which were asked; which are apart
        self._known: dict[tuple[int, int, bool], bool] = {}  # of the facets of two bundles

    def bundle(self, clues: Iterable[Clue]) -> Bundle:
        """Return a bundle of clues that can be compared with others made here."""
        bundle = Bundle(clues)
        for clue in bundle.clues:
            bundle.facets |= 1 << self._bit(clue)
        return bundle

    def are_apart(self, one: Bundle, two: Bundle, *, figures: bool) -> bool:
        """Tell whether any clue of one is apart from any of the other (`talks.link.apart`)."""
        asked = one.facets, two.facets, figures
        if asked not in self._known:
            self._known[asked] = self._are_unlike(one.facets, two.facets, figures=figures)
        return self._known[asked] or one.reported.is_apart(two.reported)

    def _are_unlike(self, one: int, two: int, *, figures: bool) -> bool:
        turned = one.bit_count() > two.bit_count()
        few, many = (two, one) if turned else (one, two)
        return any(self._is_apart(bit, many, figures=figures, turned=turned) for bit in _bits(few))

    def _bit(self, clue: Clue) -> int:
        bit = self._bits.setdefault(facet_of(clue), len(self._clues))
        if bit == len(self._clues):
            self._clues.append(clue)
        return bit

    def _is_apart(self, bit: int, others: int, *, figures: bool, turned: bool) -> bool:
        asked, apart = self._rows.get((bit, figures, turned), (0, 0))
        if not apart & others:
            for other in _bits(others & ~asked):
                pair = self._clues[bit], self._clues[other]
                asked |= 1 << other
                if are_unlike(*(reversed(pair) if turned else pair), figures=figures):
                    apart |= 1 << other
                    break
            self._rows[bit, figures, turned] = asked, apart
        return bool(apart & others)


def _bits(mask: int) -> Iterator[int]:
    """Yield the places of the bits that are set."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low
