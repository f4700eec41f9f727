"""Whether a sentence speaks of an agreement, whatever it says of it, and where it was made."""

from __future__ import annotations

from talks.models import Status
from talks.reading import Reading, Sentence
from talks.syntax import Phrase

__all__ = ["is_where_agreed", "tells_agreement"]


def tells_agreement(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a sentence speaks of an agreement: they agreed to free them on Friday, under a deal."""
    tables = reading.codebook.statuses
    told = {tables.object.of(verb) for verb in sentence.parse.verbs}
    told |= {tables.heads.get(word) for word in reading.tokens.lowers[sentence.first : sentence.last]}
    return Status.AGREED in told


def is_where_agreed(reading: Reading, sentence: Sentence, phrase: Phrase) -> bool:
    """Tell "agreed to free 100 prisoners during talks in Castrel", at which they agreed to it."""
    verb = sentence.parse.verb_at(phrase.verb)
    above = sentence.parse.verb_at(verb.governor) if verb is not None and verb.form == "infinitive" else None
    if verb is None or above is None or above.modal or above.negated or above.tense == "future":
        return False
    agreed = reading.codebook.statuses.governor.get(above.lemma) is Status.AGREED
    during = phrase.prep in reading.codebook.grammar.words["within"]
    return agreed and during and verb.lemma in reading.codebook.grammar.words["handing"]
