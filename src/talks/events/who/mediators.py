"""Who brings an encounter about or presides over it: talks mediated by Helvaria, under its auspices."""

from __future__ import annotations

from collections.abc import Iterator

from talks.events.phrases import has_word, phrase_of, wholes_of
from talks.events.triggers import Hit
from talks.events.who.unnamed import actor_of
from talks.reading import Reading, Sentence
from talks.syntax import Phrase

__all__ = ["find_mediators", "is_brokered"]


def is_brokered(reading: Reading, sentence: Sentence, hit: Hit) -> bool:
    """Tell a happening by whose words somebody brought it about: a round of Helvaria-mediated talks."""
    words = reading.codebook.grammar.words["brokered"]
    told = not words.isdisjoint(reading.tokens.lowers[hit.first : hit.last])
    return told or has_word(reading, phrase_of(sentence, hit.head), "brokered")


def find_mediators(reading: Reading, sentence: Sentence, hit: Hit, verb: int) -> tuple[str, ...]:
    """Return the parties that mediate at an encounter, as a verb or a noun beside it tells."""
    noun = phrase_of(sentence, hit.head) if hit.trigger.role == "noun" else None
    own = {p.number for p in sentence.parse.phrases if hit.first <= p.start < hit.last}
    own |= {noun.number} if noun else set()
    phrases = [*_by_whom(reading, sentence, own), *_under_whom(reading, sentence, own, verb)]
    names = (name for p in phrases for name in reading.cast.names_in(p.start, p.end))
    actors = (actor_of(reading, name) for name in names)
    return tuple(dict.fromkeys(actor.party for actor in actors if actor and actor.party))


def _by_whom(reading: Reading, sentence: Sentence, own: set[int]) -> Iterator[Phrase]:
    """Yield who stands behind "by": talks sponsored by Helvaria, the talks were mediated by Helvaria."""
    brokered = reading.codebook.grammar.words["brokered"]
    for number, verb in enumerate(sentence.parse.verbs):
        told = verb.subject in own and not brokered.isdisjoint(reading.tokens.lowers[verb.start : verb.end])
        if told and (verb.passive or verb.form == "participle"):
            yield from (p for p in sentence.parse.phrases if p.prep == "by" and p.verb == number)


def _under_whom(reading: Reading, sentence: Sentence, own: set[int], verb: int) -> Iterator[Phrase]:
    """Yield who mediates, by a noun: with the participation of Helvaria, under Helvaria's auspices."""
    words = reading.codebook.grammar.words
    for phrase in sentence.parse.phrases:
        if (
            phrase.prep not in words["presided"]
            or reading.tokens.lowers[phrase.end - 1] not in words["mediating"]
        ):
            continue
        beside = any(whole.number in own for whole in wholes_of(sentence, phrase))
        if beside or (verb >= 0 and phrase.verb in (verb, -1)):
            yield phrase
            yield from (p for p in sentence.parse.phrases if p.prep == "of" and p.left == phrase.number)
