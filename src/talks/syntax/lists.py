"""Lists of three and more with a comma before the last: Norland, Sudria, and Helvaria."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from talks.syntax.records import State

__all__ = ["find_lists", "join_pair"]

SIGNS = {"noun": "n", "comma": ",", "coordinator": "c", "verb": "v", "infinitive": "i", "ing": "i"}
OF, IN, OTHER = "p", "q", "-"  # the preposition that an item may hold, others, and what no list has
ITEM = re.compile("n(?:pnn?)?")  # the president of Sudria, Chancellor of Helvaria Anselm Varga
LIST = re.compile(f"{ITEM.pattern}(?:,{ITEM.pattern})+,c{ITEM.pattern}")
ITEMS = 3
PAIR = ("noun", "comma", "noun")
NAME = "N"  # class of names
PLURAL = "Vut"  # classes of verbs that several do, or are to do
PRONOUN = "p"  # class of those that are subjects

Piece = tuple[str, tuple[int, int]]  # its kind, and which of the parsed tokens it holds


def join_pair(state: State, pieces: list[Piece]) -> None:
    """Read the comma of a headline's pair as "and": Norland, Sudria swap prisoners."""
    if tuple(kind for kind, _ in pieces[: len(PAIR)]) != PAIR or len(pieces) == len(PAIR):
        return
    (_, (_, end)), comma, (_, other), (kind, (verb, _)) = pieces[: len(PAIR) + 1]
    named = state.classes[end - 1] == NAME and NAME in state.classes[slice(*other)]
    if named and kind in ("verb", "infinitive") and state.classes[verb] in PLURAL:
        pieces[1] = ("coordinator", comma[1])


def find_lists(state: State, pieces: Sequence[Piece]) -> dict[int, int]:
    """Return the first token of a list by that of each later item."""
    kinds = [kind for kind, _ in pieces]
    if kinds.count("comma") + 1 < ITEMS or "coordinator" not in kinds:
        return {}
    signs = "".join(_sign(state, piece) for piece in pieces)
    starts = [state.order[first] for _, (first, _) in pieces]
    found: dict[int, int] = {}
    for match in LIST.finditer(signs):
        first, *later = _items(signs, match)
        if len(later) + 1 >= ITEMS and not _runs_on(state, pieces, signs, match):
            found |= {starts[at]: starts[first] for at in later}
    return found


def _sign(state: State, piece: Piece) -> str:
    kind, (first, last) = piece
    word = state.tokens.lowers[state.order[first]]
    if kind == "preposition":
        return OF if word == "of" and last - first == 1 else IN
    adversative = kind == "coordinator" and word in state.grammar.words["adversative"]
    return OTHER if adversative or state.classes[first:last] == PRONOUN else SIGNS.get(kind, OTHER)


def _items(signs: str, match: re.Match[str]) -> Iterator[int]:
    """Yield the piece with which each item begins."""
    items = [item.span() for item in ITEM.finditer(signs, *match.span())]
    opening = signs[: match.start()].endswith(IN) and signs[: match.start() - 1][-1:] not in ("n", "v", "i")
    if opening and signs[match.end() :].startswith("v"):
        items = items[1:]  # in Castrel, Norland, Sudria, and Helvaria met
    (start, end), (_, after), *_ = items
    shared = end - start > 1 and after - items[1][0] == 1  # the leaders of Norland, Sudria, and Helvaria
    yield end - 1 if shared else start
    yield from (start for start, _ in items[1:])


def _runs_on(state: State, pieces: Sequence[Piece], signs: str, match: re.Match[str]) -> bool:
    """Tell a last one with a clause of its own: they met Ask, the minister, and Quent said …"""
    before = signs[: match.start()].rstrip("npq")
    if not signs[match.end() :].startswith("v") or before[-1:] not in ("v", "i"):
        return False
    word = state.tokens.lowers[state.order[pieces[len(before) - 1][1][1] - 1]]
    return state.grammar.lemmas.get(word, word) not in state.grammar.clausal
