"""How many heads of state take part in an encounter, named or not."""

from __future__ import annotations

from collections.abc import Sequence, Set

from talks.names import Actor
from talks.reading import Reading

__all__ = ["count_leaders"]

PAIR = 2  # for whom a plural stands: the leaders
OF_TWO = 5  # tokens behind them that can name two sides: of Norland and of Sudria


def count_leaders(
    reading: Reading,
    spans: Sequence[tuple[int, int]],
    actors: Sequence[Actor],
    people: Sequence[Actor],
    words: Set[str],
) -> int:
    """Return how many lead of the `actors`, among them `people`, told of in the `words` of `spans`."""
    heads = sum(map(reading.cast.leads, people))
    lesser = words & reading.codebook.grammar.words["lesser"] or _are_received(reading, spans)
    if heads or not people:  # "their leaders, Ekre and Delgast", are heads of delegations
        heads += PAIR * bool(words & reading.codebook.naming.leaders and not lesser)
    elif not lesser and any(_leads_several(reading, span) for span in spans):
        heads = PAIR
    return heads + sum(_is_unnamed_leader(reading, actor) for actor in actors)


def _are_received(reading: Reading, spans: Sequence[tuple[int, int]]) -> bool:
    """Tell one side's leaders whom others' envoys meet: negotiators met Sudrian leaders.

    Leaders meet "and their delegations", and those of two sides do in the presence of officials.
    """
    lowers, words = reading.tokens.lowers, reading.codebook.grammar.words
    serving = (s for s in spans if lowers[s[1] - 1] in words["serving"])
    several = (s for s in spans if _leads_several(reading, s))
    both = any(len(reading.cast.names_in(end, end + OF_TWO)) >= PAIR for _, end in several)
    return not both and any(lowers[start] not in words["theirs"] for start, _ in serving)


def _leads_several(reading: Reading, span: tuple[int, int]) -> bool:
    """Tell "the leaders of Norland and Sudria", whom somebody who leads neither meets."""
    lowers, end = reading.tokens.lowers, span[1]
    return lowers[end - 1] in reading.codebook.naming.leaders and lowers[end : end + 1] == ["of"]


def _is_unnamed_leader(reading: Reading, actor: Actor) -> bool:
    return actor.kind == "unnamed" and actor.post in reading.codebook.naming.leading
