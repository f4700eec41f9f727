"""Verbs that credit words only by standing beside them: “…,” Ekre beamed; “…!” exclaimed Ekre."""

from __future__ import annotations

from talks.codebook.speech import Cue
from talks.statements.view import View
from talks.syntax import Verb

__all__ = ["voice"]

SPEAKING = frozenset({"person", "unnamed"})  # kinds of actors whose every verb can be one of saying
AUXILIARY = frozenset("bhDm")  # classes of verbs that say nothing


def voice(view: View, verb: Verb) -> tuple[Cue, ...]:
    """Return the ways in which a verb credits the quoted words before it to who stands beside it."""
    if not view.sentence.atoms or verb.form != "finite" or verb.passive or verb.modal or verb.negated:
        return ()
    if view.reading.classes[verb.end - 1] in AUXILIARY:
        return ()
    return view.speech.voicing if _stands_beside(view, verb) else ()


def _stands_beside(view: View, verb: Verb) -> bool:
    """Tell a verb whose subject stands between it and the quoted words, or right behind it."""
    piece = view.at[verb.start]
    if view.kind(view.before(piece)) == "quotation":
        return _speaks(view, view.phrase(piece + 1))
    subject = view.parse.phrases[verb.subject] if verb.subject >= 0 else None
    beside = (
        subject is not None and subject.end <= verb.start and view.before(piece) == view.at.get(subject.start)
    )
    return beside and view.kind(view.before(piece) - 1) == "quotation" and _speaks(view, verb.subject)


def _speaks(view: View, number: int) -> bool:
    phrase = view.parse.phrases[number] if number >= 0 else None
    actor = view.reading.cast.resolve(phrase.start, phrase.end) if phrase else None
    return actor is not None and actor.kind in SPEAKING
