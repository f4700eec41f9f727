"""What an article tells of where: the topics of its happenings, by whatever words it calls them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

__all__ = ["Subjects"]


class Subjects:
    """Topics by the tokens at which an article tells of happenings."""

    def __init__(self, topics: Mapping[str, str], told: Sequence[tuple[int, str]]) -> None:
        """Take the topics of the kinds of happenings, and tokens, in order, with the kinds told of there."""
        known = [(at, topics[kind]) for at, kind in told if kind in topics]
        self._tokens = [at for at, _ in known]
        self._topics = [topic for _, topic in known]

    def within(self, first: int, last: int) -> dict[str, None]:
        """Return the topics of what tokens [first, last) tell of, each once, in the order of the text."""
        low = bisect_left(self._tokens, first)
        return dict.fromkeys(self._topics[low : bisect_left(self._tokens, last, low)])
