"""Wishes for a meeting of two leaders, in the order in which they were told: one may renew the one before."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Collection, Iterator

from talks.link.loose import is_wish, outlasts
from talks.link.relations import end, start
from talks.link.reports import Clue

__all__ = ["Wishes"]


class Wishes:
    """All that is known of the meetings of two leaders: the wishes, and the days on which one is due."""

    def __init__(self, loose: Collection[Clue], fixed: Collection[Clue]) -> None:
        self.known = bool(loose or fixed)
        self._wishes = sorted(filter(is_wish, loose), key=_order)
        self._due = sorted(clue.days for clue in fixed if clue.days and (clue.real or clue.settled))

    def next_to(self, wish: Clue) -> Iterator[Clue]:
        """Yield the wish that one renews, and that which renews it: none had met, or fixed a day, between."""
        at = bisect(self._wishes, _order(wish), key=_order)
        for one, two in ((at - 2, at - 1), (at - 1, at)):
            if one >= 0 and two < len(self._wishes) and self._renews(self._wishes[one], self._wishes[two]):
                yield self._wishes[one if two == at - 1 else two]

    def around(self, day: int) -> list[Clue]:
        """Return the wishes between which a day stands."""
        at = bisect(self._wishes, day, key=start)
        return self._wishes[max(0, at - 1) : at + 1]

    def _renews(self, one: Clue, two: Clue) -> bool:
        if not outlasts(one, two):
            return False
        later = self._due[bisect(self._due, end(one), key=lambda days: days[0]) :]
        return not any(days[1] < start(two) for days in later)


def _order(wish: Clue) -> tuple[int, int, str]:
    return start(wish), end(wish), wish.sign
