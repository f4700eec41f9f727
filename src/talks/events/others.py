"""What the words around a trigger make something else."""

from __future__ import annotations

from talks.events.phrases import noun_of, phrase_of
from talks.events.triggers import Hit
from talks.reading import Reading, Sentence

__all__ = ["is_other"]


def is_other(reading: Reading, sentence: Sentence, hit: Hit) -> bool:
    """Tell what its words make something else, or a part of another: trade talks, a summit of the bloc."""
    phrase, lowers = noun_of(sentence, hit), reading.tokens.lowers
    if phrase is None:
        return _is_of_other(reading, sentence, hit)
    if phrase.left >= 0 and lowers[hit.head - 1] in hit.trigger.of_whole:
        return True
    owners = [p for p in sentence.parse.phrases if p.prep == "of" and p.left == phrase.number]
    told = [*lowers[phrase.start : hit.head], *(word for p in owners for word in lowers[p.start : p.end])]
    return not hit.trigger.unless.isdisjoint(told)


def _is_of_other(reading: Reading, sentence: Sentence, hit: Hit) -> bool:
    """Tell what those told belong to: the bodies of 120 soldiers were handed over."""
    first = phrase_of(sentence, hit.first) if hit.trigger.unless else None
    if first is None or first.prep != "of" or first.left < 0:
        return False
    whole = sentence.parse.phrases[first.left]
    return not hit.trigger.unless.isdisjoint(reading.tokens.lowers[whole.start : whole.end])
