"""What a happening is said to be: the only way, their second call, another step."""

from __future__ import annotations

from talks.events.phrases import is_awaited
from talks.models import Status
from talks.reading import Reading, Sentence
from talks.syntax import Phrase, Verb

__all__ = ["as_named"]


def as_named(reading: Reading, sentence: Sentence, phrase: Phrase, verb: Verb) -> Status | None:
    """Tell "it was their second call", which has been, from "the only way is a meeting"."""
    if verb.form != "finite" or verb.negated:
        return None
    phrases, lowers = sentence.parse.phrases, reading.tokens.lowers
    vocabulary, truth = reading.codebook.grammar.words, reading.codebook.statuses.truth
    if is_awaited(reading, verb):
        return Status.PLANNED  # the next round is due on Friday
    plain = not (verb.modal or verb.tense == "future")
    done = truth["stepping"] if phrase.role == "subject" and plain else frozenset[str]()
    others = [phrases[at] for at in (verb.subject, *verb.objects[:1]) if at not in (-1, phrase.number)]
    if any(lowers[other.end - 1] in truth["aims"] - done for other in others):
        return Status.PROPOSED
    if phrase.role == "subject" and not verb.objects and _is_placed(reading, verb):
        return Status.HELD  # the next round may be in Castrel
    named = [phrase] if phrase.role == "object" else [phrases[at] for at in verb.objects[:1]]
    inside = (word for p in named for word in lowers[p.start : p.end])
    words = vocabulary["superlative"] | vocabulary["counted"] | done
    return Status.HELD if plain and not words.isdisjoint(inside) else None


def _is_placed(reading: Reading, verb: Verb) -> bool:
    """Tell a verb before a place or a day: was in Castrel, will be on Monday."""
    if reading.classes[verb.end + 1 : verb.end + 2] not in ("N", "T"):
        return False
    return reading.tokens.lowers[verb.end] in reading.codebook.grammar.words["locative"]
