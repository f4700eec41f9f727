"""A subject with an apposition between commas, behind a clause whose objects they look like."""

from __future__ import annotations

from talks.syntax.records import Phrase, State

__all__ = ["find_apposed", "find_set_off"]

GROUP = frozenset({"noun", "preposition", "date", "adjective", "adverb"})  # pieces between two commas
NAME, OWNER = "N", "'"  # classes of the words of names, and of what stands behind an owner
DASH = "-"


def find_apposed(state: State) -> int:
    """Return the subject that an apposition follows: wants a truce, Ekre, the spokesman, said; or -1.

    It is taken out of the objects of the verb before it, with its apposition.
    """
    groups = _before_verb(state) if state.verb >= 0 and (state.main >= 0 or not state.waiting) else []
    if len(groups) < 2 or _is_named(state, groups[0]) == _is_named(state, groups[1]):
        return -1  # on Friday, in Harvik, the envoys said
    named = groups[1][0].number
    if named in state.waiting[:1]:
        return -1  # Ekre, the spokesman, said
    objects = state.parse.verbs[state.verb].objects
    for phrase in state.parse.phrases[named:]:
        if phrase.number in objects:
            objects.remove(phrase.number)
            phrase.role, phrase.verb = "free", -1
    return named


def find_set_off(state: State) -> int:
    """Return the subject before what stands between dashes: the truce — the first in May — held; or -1."""
    pieces, last = state.parse.pieces, len(state.parse.pieces) - 2
    opening = _group_before(state, last) if _is_dash(state, last) else last
    first = _group_before(state, opening) if opening < last and _is_dash(state, opening) else opening
    if first >= opening:
        return -1
    start, end = pieces[first + 1][1], pieces[opening][1]
    phrases = [p for p in state.parse.phrases if start <= p.start < end]
    free = [p for p in phrases if p.role == "free"]
    return free[0].number if free and phrases[0] is free[0] else -1


def _is_dash(state: State, piece: int) -> bool:
    return piece > 0 and state.class_of(state.parse.pieces[piece][1]) == DASH


def _group_before(state: State, piece: int) -> int:
    """Return the piece before the noun phrases that end at a piece."""
    at = piece - 1
    while at >= 0 and (_belongs(state, at) or state.parse.pieces[at][0] == "coordinator"):
        at -= 1
    return at


def _before_verb(state: State) -> list[list[Phrase]]:
    """Return the phrases of the last two groups between commas, if they are of nouns, the last one first."""
    groups: list[list[Phrase]] = []
    at, pieces = len(state.parse.pieces) - 2, state.parse.pieces
    while len(groups) < 2 and pieces[at][0] == "comma":
        first = at
        while first > 0 and _belongs(state, first - 1):
            first -= 1
        start, end = pieces[first][1], pieces[at][1]
        phrases = [phrase for phrase in state.parse.phrases if start <= phrase.start < end]
        if not phrases or phrases[0].start != start:
            return []
        groups.append(phrases)
        at = first - 1
    return groups if pieces[at][0] == "comma" else []


def _belongs(state: State, piece: int) -> bool:
    kind, start, end = state.parse.pieces[piece]
    owned = end - start == 1 and state.class_of(start) == OWNER
    return kind in GROUP or owned


def _is_named(state: State, group: list[Phrase]) -> bool:
    """Tell a phrase that ends in a name: Norland's first envoy, Ask of Harvik."""
    heads = [phrase for phrase in group if phrase.role != "prep"] or group
    return state.class_of(heads[-1].end - 1) == NAME
