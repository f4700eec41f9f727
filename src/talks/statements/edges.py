"""Commas that neither end nor begin what is told: behind words that open it, before words that limit it."""

from __future__ import annotations

from talks.statements.found import Found
from talks.statements.view import View

__all__ = ["is_opened", "narrows", "only_opens"]

LIMITS = frozenset({"subordinator", "preposition", "infinitive", "date"})  # pieces with which a limit begins


def only_opens(view: View, found: Found, comma: int) -> bool:
    """Tell a comma behind words that only open a clause: said that after the round, Quent had promised …

    Such are, too, those of a clause of their own: said that while the list was ready, Sudria was in no hurry.
    """
    opening = view.at.get(found.right, -1)
    if view.kind(comma) != "comma" or view.kind(opening) != "subordinator":
        return False
    start, end = found.right, view.pieces[comma][1]
    if start >= end or view.has_utterance(start, end):
        return False
    first = all(view.kind(piece) != "comma" for piece in range(opening, comma))
    conditional = first and view.word(opening + (view.word(opening) == "that")) in view.speech.conditions
    return conditional or not view.has_verb(start, end)


def is_opened(view: View, found: Found, cues: list[Found]) -> bool:
    """Tell an attribution behind such a comma, before which nothing is told: …, the sides agreed to wait."""
    comma = view.before(view.at.get(found.start, 0))
    return found.right < 0 and any(only_opens(view, other, comma) for other in cues)


def narrows(view: View, piece: int) -> bool:
    """Tell words that limit what was told: but only after a truce; not: but only Quent had come."""
    only = view.word(piece) in view.speech.returning and view.word(piece + 1) in view.speech.narrowing
    return only and view.kind(piece + 2) in LIMITS
