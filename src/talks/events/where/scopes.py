"""The place that a truce is for, wherever it is spoken of."""

from __future__ import annotations

from talks.codebook.dossier import Place
from talks.events.phrases import noun_of
from talks.events.triggers import Hit
from talks.reading import Reading, Sentence

__all__ = ["SEATED", "find_scope"]

SEATED = frozenset({"party", "metonym"})  # names of places that stand for those who sit there, too


def find_scope(reading: Reading, sentence: Sentence, hit: Hit) -> Place | None:
    """Return the place that a truce is for: they will not leave Castrel without a truce for Dravo."""
    noun = noun_of(sentence, hit)
    if noun is None or not reading.codebook.kinds[hit.kind].file.terms:
        return None
    own = (p for p in sentence.parse.phrases if p.left == noun.number and p.prep == "for")
    names = (name for phrase in own for name in reading.cast.names_in(phrase.start, phrase.end))
    places = (name.entry.place for name in names if name.entry and name.kind not in SEATED)
    return next((place for place in places if place), None)
