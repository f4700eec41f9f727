"""What stands between a cue and its content and is passed over: brackets, days and places, asides."""

from __future__ import annotations

from talks.statements.view import View

__all__ = ["BRACKETS", "before_that", "is_followed", "next_comma", "past_bracket"]

NOTHING = -1
NOMINAL = frozenset({"noun", "preposition", "date", "adverb", "comma"})
BRACKETS = {"(": ")", "-": "-–—", "–": "-–—", "—": "-–—"}  # marks that open an aside, and that close it


def past_bracket(view: View, piece: int) -> int:
    """Return the end of what is added in brackets, or between dashes before "that"; or -1.

    Said on Saturday (30) that …
    """
    closing = BRACKETS[view.word(piece)]
    ends = (n for n in range(piece + 1, len(view.pieces)) if view.word(n) in closing)
    end = next(ends, NOTHING)
    dashed = closing != ")" and view.word(end + 1) != "that"
    return NOTHING if dashed else end


def before_that(view: View, piece: int) -> int:
    """Return the piece before the next "that", if only nouns, days and places stand between; or -1."""
    while view.kind(piece) in NOMINAL:
        piece += 1
    return piece - 1 if view.word(piece) == "that" else NOTHING


def is_followed(view: View, piece: int) -> bool:
    """Tell whether a main clause follows a condition: said if they met, it would be ready."""
    verb = view.predicate(piece + 1)
    return verb >= 0 and view.predicate(verb + 1) >= 0


def next_comma(view: View, piece: int) -> int:
    """Return the next comma that a quotation or "that" follows, -1 for none."""
    for at in range(piece, len(view.pieces)):
        follows = view.kind(at + 1) == "quotation" or view.word(at + 1) == "that"
        if view.kind(at) == "comma" and follows:
            return at
    return NOTHING
