"""Find verb groups and noun phrases of a sentence, and which belongs to which."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from talks.codebook.grammar import Grammar
from talks.syntax.foretelling import foretell
from talks.syntax.lists import find_lists, join_pair
from talks.syntax.phrases import add_adverb, add_noun, add_preposition, add_quotation
from talks.syntax.records import Chunk, Parse, State
from talks.syntax.verbs import add_finite, add_nonfinite
from talks.text import Tokens

__all__ = ["parse"]

NOTHING = ("", (0, 0))  # behind the last piece
PASSED_OVER = frozenset({"adverb", "particle"})


def parse(tokens: Tokens, order: Sequence[int], classes: str, grammar: Grammar) -> Parse:
    """Parse the tokens named by `order`, whose classes are `classes` (one character each)."""
    state = State(tokens, order, classes, grammar, Parse([], [], []), order[0] if order else 0)
    pieces = state.parse.pieces
    found = [(match.lastgroup or "mark", match.span()) for match in grammar.chunks.finditer(classes)]
    join_pair(state, found)
    state.lists = find_lists(state, found)
    for (kind, (first, last)), (state.following, _) in pairwise([*found, NOTHING]):
        start, end = order[first], order[last - 1] + 1
        pieces.append((kind, start, end))
        adder = ADDERS.get(kind)
        if adder:
            adder(state, Chunk(kind, start, end, classes[first:last], first))
        if pieces[-1][0] not in PASSED_OVER:
            state.previous = kind
    foretell(state)
    return state.parse


def _add_subordinator(state: State, chunk: Chunk) -> None:
    if state.waiting and state.following == "date" and _is_prepositional(state, chunk):
        return  # the talks since 2022 were held
    state.outer = state.outer + state.waiting
    state.waiting = []
    state.marker, state.clause = state.tokens.lowers[chunk.start], chunk.start
    state.marked = chunk.start


def _is_prepositional(state: State, chunk: Chunk) -> bool:
    return state.tokens.lowers[chunk.start] in state.grammar.words["prepositional"]


def _add_coordinator(state: State, chunk: Chunk) -> None:
    state.clause = chunk.end


def _add_mark(state: State, chunk: Chunk) -> None:
    if chunk.classes in ";:":
        state.waiting, state.outer = [], []
        state.verb, state.main, state.clause = -1, -1, chunk.end


ADDERS: dict[str, Callable[[State, Chunk], None]] = {
    "adverb": add_adverb,
    "noun": add_noun,
    "quotation": add_quotation,
    "verb": add_finite,
    "infinitive": add_nonfinite,
    "ing": add_nonfinite,
    "participle": add_nonfinite,
    "preposition": add_preposition,
    "subordinator": _add_subordinator,
    "relative": _add_subordinator,
    "coordinator": _add_coordinator,
    "mark": _add_mark,
}
