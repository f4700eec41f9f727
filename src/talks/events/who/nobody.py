"""Encounters of which is told when and where they are, or that they go on, and not of whom."""

from __future__ import annotations

from talks.events.happenings import Happening
from talks.events.phrases import noun_of
from talks.events.triggers import Hit
from talks.events.verdicts import PLAIN, Verdict
from talks.events.who.own_conflict import is_of_own_conflict
from talks.models import Basis, Status
from talks.reading import Reading, Sentence
from talks.syntax import Phrase
from talks.terms import SETTLED

__all__ = ["can_stand_alone", "is_told_enough"]

LASTING = frozenset({Status.ONGOING, Status.PAUSED})
CERTAIN = SETTLED | {Status.HELD}
PARTS = ("subject", "object")
NOUNS = "nuz"  # classes of words that tell whose meeting it is: a board meeting


def can_stand_alone(reading: Reading, sentence: Sentence, hit: Hit, verdict: Verdict) -> bool:
    """Tell an encounter that can be of the sides, told by its own verb: a meeting on energy is planned."""
    phrase = noun_of(sentence, hit)
    if (
        phrase is None
        or phrase.role not in PARTS
        or verdict.weight < PLAIN
        or not is_of_own_conflict(reading)
    ):
        return False
    talked = reading.tokens.lowers[hit.head] in reading.codebook.grammar.words["deliberations"]
    lasts = verdict.status in LASTING and talked
    return (lasts or verdict.status in CERTAIN) and not _is_of_others(reading, sentence, phrase, hit)


def is_told_enough(reading: Reading, happening: Happening) -> bool:
    """Tell whether the day of deliberations is told, of a meeting its place, too, or that they go on."""
    talked = reading.tokens.lowers[happening.head] in reading.codebook.grammar.words["deliberations"]
    dated = happening.when.known and happening.when.basis not in (Basis.PUBLISHED, Basis.UNKNOWN)
    return happening.status in LASTING or (dated and (talked or happening.place is not None))


def _is_of_others(reading: Reading, sentence: Sentence, phrase: Phrase, hit: Hit) -> bool:
    """Tell whose meeting it is by the words before it, or behind it: a board meeting, one of the council."""
    ranking = reading.codebook.grammar.words["ranking"]
    before = [
        reading.classes[at]
        for at in range(phrase.start, hit.head)
        if reading.tokens.lowers[at] not in ranking
    ]
    named = reading.cast.names_in(phrase.start, phrase.end)
    owned = any(p.left == phrase.number and p.prep == "of" for p in sentence.parse.phrases)
    return owned or bool(named) or any(kind in NOUNS for kind in before)
