"""Find verb groups and noun phrases of a sentence, and which belongs to which."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import zip_longest

from talks.codebook.grammar import Grammar
from talks.syntax.phrases import add_noun, add_preposition, add_quotation
from talks.syntax.records import Chunk, Parse, State
from talks.syntax.verbs import add_finite, add_nonfinite
from talks.text import Tokens

__all__ = ["parse"]


def parse(tokens: Tokens, order: Sequence[int], classes: str, grammar: Grammar) -> Parse:
    """Parse the tokens named by `order`, whose classes are `classes` (one character each)."""
    state = State(tokens, order, classes, grammar, Parse([], [], []), order[0] if order else 0)
    matches = list(grammar.chunks.finditer(classes))
    for match, following in zip_longest(matches, matches[1:]):
        first, last = match.span()
        chunk = Chunk(match.lastgroup or "mark", order[first], order[last - 1] + 1, match[0], first)
        state.following = following.lastgroup or "" if following else ""
        _add(state, chunk)
    return state.parse


def _add(state: State, chunk: Chunk) -> None:
    pieces = state.parse.pieces
    pieces.append((chunk.kind, chunk.start, chunk.end))
    adder = ADDERS.get(chunk.kind)
    if adder:
        adder(state, chunk)
    if pieces[-1][0] not in ("adverb", "particle"):
        state.previous = chunk.kind


def _add_subordinator(state: State, chunk: Chunk) -> None:
    state.outer = state.outer + state.waiting
    state.waiting = []
    state.marker, state.clause = state.tokens.lowers[chunk.start], chunk.start


def _add_coordinator(state: State, chunk: Chunk) -> None:
    state.clause = chunk.end


def _add_mark(state: State, chunk: Chunk) -> None:
    if chunk.classes in ";:":
        state.waiting, state.outer = [], []
        state.verb, state.main, state.clause = -1, -1, chunk.end


ADDERS: dict[str, Callable[[State, Chunk], None]] = {
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
