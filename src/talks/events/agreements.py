"""Whether a sentence speaks of an agreement, whatever it says of it."""

from __future__ import annotations

from talks.models import Status
from talks.reading import Reading, Sentence

__all__ = ["tells_agreement"]


def tells_agreement(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a sentence speaks of an agreement: they agreed to free them on Friday, under a deal."""
    tables = reading.codebook.statuses
    told = {tables.object.get(verb.lemma) for verb in sentence.parse.verbs}
    told |= {tables.heads.get(word) for word in reading.tokens.lowers[sentence.first : sentence.last]}
    return Status.AGREED in told
