"""Whether one text was taken from another: by the runs of words that they share.

What counts as enough of them is for those who ask; the figures behind it stand in docs/sources.md.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Set
from typing import Final, TypeVar

__all__ = ["Forest", "alike", "runs_of", "words_of"]

WORD: Final = re.compile(r"\w+")
T = TypeVar("T", bound=Hashable)
R = TypeVar("R", bound=Hashable)


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text as they are compared: without case and signs."""
    return tuple(WORD.findall(text.casefold()))


def runs_of(words: tuple[str, ...], length: int) -> frozenset[tuple[str, ...]]:
    """Return the runs of so many words."""
    return frozenset(words[n : n + length] for n in range(len(words) - length + 1))


def alike(
    runs: Mapping[T, Set[R]], part: float, *, least: int, fits: Callable[[T, T], bool] | None = None
) -> Iterator[tuple[T, T]]:
    """Yield pairs of texts that share a part of the runs of the shorter one, and at least so many.

    Only texts that share something are compared, so that many different ones cost little.
    """
    held: defaultdict[R, list[T]] = defaultdict(list)
    for key, own in runs.items():
        shared: defaultdict[T, int] = defaultdict(int)
        for run in own:
            for other in held[run]:
                shared[other] += 1
            held[run].append(key)
        for other, number in shared.items():
            enough = max(least, part * min(len(own), len(runs[other])))
            if number >= enough and (fits is None or fits(other, key)):
                yield other, key


class Forest:
    """Puts together what pairs join; the order of the pairs changes nothing."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def root(self, node: str) -> str:
        """Return what is equal for all that is joined: the smallest of them."""
        while (above := self._above.get(node, node)) != node:
            node = above
        return node

    def join(self, one: str, two: str) -> None:
        """Join two."""
        first, second = sorted((self.root(one), self.root(two)))
        self._above[second] = first

    def groups(self, nodes: Iterable[str]) -> dict[str, list[str]]:
        """Return nodes by their root, in the order given."""
        out: dict[str, list[str]] = {}
        for node in nodes:
            out.setdefault(self.root(node), []).append(node)
        return out
