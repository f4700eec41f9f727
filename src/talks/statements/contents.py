"""Share out the words of a sentence among its attributions."""

from __future__ import annotations

from talks.statements.cues import Found
from talks.statements.view import View

__all__ = ["share_out"]

LOOSE = frozenset({"comma", "coordinator", "mark"})


def share_out(view: View, cues: list[Found]) -> list[Found]:
    """Give each cue its contents: up to where the next attribution of the same depth begins."""
    for number, found in enumerate(cues):
        later = [other for other in cues[number + 1 :] if not _is_nested(view, found, other)]
        stop = later[0].start if later else view.pieces[-1][2]
        if found.left:
            earlier = (o.end for o in cues[:number] if o.right < 0 and found.left and o.end <= found.left[1])
            begin = max([found.left[0], *earlier])
            rest = _resumed(view, found, stop)
            contents = [(_trim(view, begin), found.left[1]), *([rest] if rest else [])]
        else:
            contents = [(found.right, _end_before(view, stop, found.right))]
        found.contents = [(first, last) for first, last in contents if first < last]
    return [found for found in cues if found.contents]


def _is_nested(view: View, outer: Found, inner: Found) -> bool:
    """Tell whether an attribution is part of what another one credits: said that Quent had told him …"""
    verb = view.parse.verbs[inner.verb]
    if outer.right < 0 or verb.form == "ing" or inner.left:
        return False
    if inner.source == outer.source or verb.marker in view.reading.codebook.grammar.words["contrast"]:
        return False
    before = view.at.get(inner.start, 0) - 1
    if view.kind(before) not in ("coordinator", "comma"):
        return True
    source = view.parse.phrases[inner.source]
    if outer.right <= source.start < inner.start:
        return True  # he says he is proud and expects to win
    pronoun = view.kind(before) == "coordinator" and view.reading.classes[source.start] == "p"
    return verb.marker == "that" or (pronoun and view.kind(before - 1) != "comma")


def _trim(view: View, at: int) -> int:
    """Skip a comma or coordinator left at the start of a content."""
    piece = view.at.get(at)
    while piece is not None and view.kind(piece) in LOOSE:
        piece += 1
        at = view.pieces[piece][1] if piece < len(view.pieces) else at + 1
    return at


def _resumed(view: View, found: Found, stop: int) -> tuple[int, int] | None:
    """Return the content that goes on after an attribution in the middle."""
    piece = next((n for n, row in enumerate(view.pieces) if row[1] >= found.end), None)
    if piece is None:
        return None
    while view.kind(piece) in ("comma", "mark") and piece < len(view.pieces) - 1:
        piece += 1
    start = view.pieces[piece][1]
    if start >= stop or view.kind(piece) in ("comma", "mark"):
        return None
    spoken = any(start <= verb.start < stop and verb.form != "ing" for verb in view.parse.verbs)
    goes_on = spoken or view.has_utterance(start, stop)
    return (start, _end_before(view, stop, start)) if goes_on else None


def _end_before(view: View, stop: int, start: int) -> int:
    """Return the end of what precedes a token, without the comma or coordinator between."""
    piece = max((n for n, row in enumerate(view.pieces) if row[2] <= stop), default=-1)
    while piece >= 0 and view.kind(piece) in LOOSE and view.pieces[piece][1] > start:
        piece -= 1
    return view.pieces[piece][2] if piece >= 0 else stop
