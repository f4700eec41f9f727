"""The content that stands before a cue: "…", he said; the talks would go on, she added."""

from __future__ import annotations

from talks.codebook.speech import Cue
from talks.statements.view import View
from talks.syntax import Verb

__all__ = ["DASHES", "find_around", "find_fragment", "find_preceding"]

DASHES = "-–—"
NUMBER = "#"  # class of number words and figures
RELATIVE = frozenset({"that"})  # opens no question
LISTED = frozenset({"noun", "comma", "coordinator", "preposition"})
FRAGMENT = 5  # tokens from which words without a verb can be told
GOING_ON = 4  # tokens after an attribution from which the words before it go on
MAIN = frozenset({"", "that", "whether"})  # markers of clauses that can be a content by themselves


def find_preceding(view: View, start: int, cue: Cue) -> tuple[int, int] | None:
    """Return the tokens before an attribution that are its content: all back to the sentence's start."""
    piece = view.at.get(start)
    if piece is None:
        return None
    before = piece - 1
    if view.kind(before) == "comma" or (view.kind(before) == "mark" and view.word(before) in DASHES):
        before -= 1
    elif view.kind(before) != "quotation":
        return None
    if before < 0:
        return None
    first, last = _first(view, before), view.pieces[before][2]
    if view.kind(before) == "quotation" or _is_quoted(view, first, last):
        return first, last
    return (first, last) if "clause" in cue.takes and _is_clause(view, first, last) else None


def _first(view: View, before: int) -> int:
    """Return where the words begin: not before a colon that they follow, or a semicolon."""
    for piece in range(before, 0, -1):
        if view.kind(piece) == "mark" and view.word(piece) in ":;":
            begin = view.pieces[piece][2]
            return begin if _is_clause(view, begin, view.pieces[before][2]) else view.pieces[0][1]
    return view.pieces[0][1]


def _is_quoted(view: View, first: int, last: int) -> bool:
    """Tell quoted words from a quoted title at the end of an adverbial: on "Late Hour", he said."""
    return view.ends_quoted(last) and (view.has_verb(first, last) or view.ends_quoted(first + 1))


def _is_clause(view: View, first: int, last: int) -> bool:
    """Tell a main clause from a mere adverbial: While they talked, he said no."""
    verbs = (v for v in view.parse.verbs if first <= v.start < last)
    finite = any(v.form == "finite" and v.subject >= 0 and _is_main(view, v, first) for v in verbs)
    finite = finite or _is_question(view, first, last)
    return finite or view.has_utterance(first, last)


def _is_question(view: View, first: int, last: int) -> bool:
    """Tell a clause that is the subject of what is told: How fast it goes depends on Quent, he said."""
    piece = view.at.get(first, 0)
    opened = view.kind(piece) == "relative" and view.word(piece) in view.speech.clauses - RELATIVE
    return opened and view.kind(piece + 1) != "comma" and view.has_verb(first, last)


def _is_main(view: View, verb: Verb, first: int) -> bool:
    """Tell a verb of what is told from that of a question: asked whether …, he said."""
    governor = view.parse.verbs[verb.governor] if verb.marker and verb.governor >= 0 else None
    if governor is None or governor.start != first:
        return verb.marker in MAIN
    return verb.marker in MAIN and governor.form == "finite" and governor.subject >= 0


def find_fragment(view: View, start: int, end: int) -> tuple[int, int] | None:
    """Return what has no verb before an attribution that closes a sentence: No sign of a truce, he said."""
    piece, after = view.at.get(start), view.kind(view.at.get(end, -1))
    if piece is None or piece < 2 or view.kind(piece - 1) != "comma" or after not in ("mark", ""):
        return None
    kinds = [view.kind(n) for n in range(piece - 1)]
    first, last = view.pieces[0][1], view.pieces[piece - 2][2]
    apart = "comma" in kinds and not _counts(view, kinds)
    return (first, last) if kinds[0] == "noun" and not apart and last - first >= FRAGMENT else None


def _counts(view: View, kinds: list[str]) -> bool:
    """Tell a list of figures: sixty guards, two pilots and some others."""
    told = view.reading.classes[view.pieces[0][1]] == NUMBER
    return told and kinds[-2:] == ["coordinator", "noun"] and set(kinds) <= LISTED


def find_around(view: View, verb: Verb, end: int) -> tuple[int, int] | None:
    """Return the few words before an attribution between commas: In May, he told them, the talks began."""
    piece, after = view.at.get(verb.clause), view.at.get(end, -1)
    if piece is None or piece < 2 or view.kind(piece - 1) != "comma" or view.kind(after) != "comma":
        return None
    told = view.kind(after + 1) == "verb" and view.kind(piece - 2) == "noun"  # the list, he said, was ready
    goes_on = told or view.pieces[-1][2] - end > GOING_ON
    return (view.pieces[0][1], view.pieces[piece - 2][2]) if goes_on else None
