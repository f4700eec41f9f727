"""Whose conflict an article is about that no dossier knows: those it tells of as two, again and again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import pairwise
from typing import Final

from talks.codebook.world import World
from talks.names.spotting import Name
from talks.text import Tokens

__all__ = ["find_opponents", "find_state"]

KINDS: Final = frozenset({"party", "adjective", "metonym"})  # of names that stand for a side
SIDES: Final = frozenset({"country", "armed_group"})  # kinds of parties that wage wars
FAR: Final = 8  # tokens from one of two to the other: the government of Norland and the northern rebels
NEAR: Final = 4  # tokens behind "between": between both the Norlandic
CLOSE: Final = 2  # tokens between the first and what joins them
BESIDE: Final = 2  # tokens from "mediated" to who does it: by Caldor
BETWEEN: Final = 3  # how much more "between Norland and Sudria" tells than "Norland and Sudria"
ARMED: Final = 2  # how much more it tells that one of them is an armed group
LEAST: Final = 2  # times that two are told together, of two States
SURE: Final = 3  # from which on it doesn't matter how often others are named
CLEAR: Final = 1.5  # times as much as another two
OFTEN: Final = 4  # times that both must be named, together


def find_opponents(
    tokens: Tokens, names: Sequence[Name], world: World, words: Mapping[str, Set[str]]
) -> tuple[str, ...]:
    """Return the two between whom an article's conflict is, by its dossier or by what it tells of together.

    There are none where the article doesn't tell two from others.
    """
    if world.sides:
        return world.sides
    told: Counter[frozenset[str]] = Counter()
    first: dict[str, int] = {}
    named: Counter[str] = Counter()
    own = [name for name in names if _is_side(name, world)]
    mediators = _find_mediators(tokens, own, words)
    own = [name for name in own if _side(name) not in mediators and not _backs(tokens, name, words)]
    for name in own:
        named[_side(name)] += 1
        first.setdefault(_side(name), name.start)
    times: Counter[frozenset[str]] = Counter()
    for pair, weight in _pairs(tokens, own, words):
        armed = any(world.parties[side].kind != "country" for side in pair)
        told[pair] += weight * (ARMED if armed else 1)
        times[pair] += ARMED if armed else 1
    ranked = told.most_common(2)
    if not ranked or times[ranked[0][0]] < LEAST:
        return ()
    pair, most = ranked[0]
    other = ranked[1][1] if len(ranked) > 1 else 0
    if sum(named[side] for side in pair) < OFTEN or most < CLEAR * other:
        return ()
    if most < SURE and any(named[side] < _third(named) for side in pair):
        return ()
    return tuple(sorted(pair, key=first.__getitem__))


def _third(named: Mapping[str, int]) -> int:
    """Return how often the third of those is named that are named most."""
    return ([*sorted(named.values(), reverse=True), 0, 0, 0])[2]


def find_state(
    opponents: Sequence[str], world: World, words: Mapping[str, Set[str]], post: tuple[str, str | None] | None
) -> str | None:
    """Return the only State of two opponents, whose a president or a minister is who is told as nobody's.

    A dossier knows its own.
    """
    own = post is not None and not world.sides and post[0].split()[-1] in words["of_state"]
    states = [name for name in opponents if world.parties[name].kind == "country"] if own else []
    return states[0] if len(states) == 1 else None


def _is_side(name: Name, world: World) -> bool:
    party = world.parties.get(_side(name)) if name.entry and name.kind in KINDS else None
    return party is not None and party.kind in SIDES


def _backs(tokens: Tokens, name: Name, words: Mapping[str, Set[str]]) -> bool:
    """Tell who only stands behind a side, or brought two together: the Caldor-backed rebels."""
    behind = tokens.lowers[name.end : name.end + 2]
    return not words["hyphens"].isdisjoint(behind[:1]) and not words["backing"].isdisjoint(behind[1:])


def _find_mediators(tokens: Tokens, own: Sequence[Name], words: Mapping[str, Set[str]]) -> set[str]:
    """Return who mediates, with those named in one breath: mediated by Caldor and Helvaria."""
    found = {_side(name) for name in own if _mediates(tokens, name, words)}
    joined = ((a, b) for a, b in pairwise(own) if tokens.lowers[a.end : b.start] in (["and"], [","]))
    return found | {_side(b) for a, b in joined if _side(a) in found}


def _mediates(tokens: Tokens, name: Name, words: Mapping[str, Set[str]]) -> bool:
    """Tell a mediator: Caldor's mediators, talks mediated by Caldor and Helvaria."""
    around = tokens.lowers[max(0, name.start - BESIDE) : name.end + 2]
    return not words["impartial"].isdisjoint(around)


def _side(name: Name) -> str:
    return (name.entry.party or name.entry.name) if name.entry else ""


def _pairs(
    tokens: Tokens, own: Sequence[Name], words: Mapping[str, Set[str]]
) -> Iterator[tuple[frozenset[str], int]]:
    """Yield two that are told together, with how much that tells: talks between Norland and Sudria."""
    lowers, joining = tokens.lowers, words["opposing"]
    for one, other in pairwise(own):
        inside = lowers[one.end : other.start]
        pair = frozenset({_side(one), _side(other)})
        if len(pair) == 1 or len(inside) > FAR or joining.isdisjoint(inside) or "." in inside:
            continue
        between = not words["amid"].isdisjoint(lowers[max(0, one.start - NEAR) : one.start])
        joint = next(at for at, word in enumerate(inside) if word in joining)
        if between or joint <= CLOSE:  # not: demands that Norland lift its blockade and leave Sudrian waters
            yield pair, BETWEEN if between else 1
