"""Relative clauses that an aside interrupts: Ask, who, after meeting Quent in Castrel, said …"""

from __future__ import annotations

from talks.syntax.records import State

__all__ = ["find_interrupted"]


def find_interrupted(state: State) -> int:
    """Return the relative pronoun, with a comma behind it, whose verb comes now; -1 for none."""
    if state.previous != "comma":
        return -1
    pieces, lowers = state.parse.pieces, state.tokens.lowers
    for at in range(len(pieces) - 3, 0, -1):
        kind, start, _ = pieces[at]
        if kind == "relative" and pieces[at + 1][0] == "comma":
            subject = lowers[start] in state.grammar.words["relative"]
            return start if subject and not _has_own_verb(state, start) else -1
    return -1


def _has_own_verb(state: State, start: int) -> bool:
    """Tell whether a verb stands behind a relative pronoun that no other word opens a clause for."""
    return any(verb.start > start and verb.form == "finite" and not verb.marker for verb in state.parse.verbs)
