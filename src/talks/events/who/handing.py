"""Who hands something over, and to whom: gave the mediators its list, a list handed over by Norland."""

from __future__ import annotations

from collections.abc import Iterator

from talks.events.triggers import Hit
from talks.events.who.attendance import group_of
from talks.reading import Reading, Sentence
from talks.syntax import Phrase

__all__ = ["giving"]


def giving(
    reading: Reading, sentence: Sentence, hit: Hit, phrase: Phrase, verb: int
) -> Iterator[tuple[int, int]]:
    """Yield who grants an encounter to whom, or hands something over, by the verb that tells of it."""
    found, encounter = sentence.parse.verbs[verb], hit.trigger.role == "noun" and not hit.trigger.journey
    granting = reading.codebook.grammar.words["granting"]
    granted = encounter and phrase.role == "object" and found.lemma in granting
    governors, verbs = (
        reading.codebook.kinds[hit.kind].file.governors.split(),
        enumerate(sentence.parse.verbs),
    )
    behind = [(n, v.subject) for n, v in verbs if v.form == "participle" and v.lemma in governors]
    own = [n for n, subject in behind if _is_of(sentence, subject, phrase.number)]
    for at in (verb, *own) if granted or found.lemma in governors else own:
        yield from _givers_and_takers(sentence, phrase, at)


def _is_of(sentence: Sentence, number: int, thing: int) -> bool:
    """Tell a thing, or what hangs on it: a list of 40 names handed over by Norland."""
    return number >= 0 and thing in (number, sentence.parse.phrases[number].left)


def _givers_and_takers(sentence: Sentence, thing: Phrase, verb: int) -> Iterator[tuple[int, int]]:
    """Yield who hands something over, and to whom: Norland gave the mediators its list."""
    found, phrases = sentence.parse.verbs[verb], sentence.parse.phrases
    if found.subject >= 0 and not _is_of(sentence, found.subject, thing.number):
        yield from group_of(sentence, found.subject)
    for at in found.objects:
        if phrases[at] != thing:
            yield phrases[at].start, phrases[at].end
    for other in phrases:
        behind = other.verb == verb and other.start > found.start
        taker = other.prep == "to" and (other.left == thing.number or (other.left < 0 and behind))
        if taker or (other.prep == "by" and found.passive and behind):
            yield other.start, other.end
