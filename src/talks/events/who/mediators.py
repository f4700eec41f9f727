"""Who brings an encounter about or presides over it: talks mediated by Helvaria, under its auspices."""

from __future__ import annotations

from collections.abc import Iterator

from talks.events.phrases import phrase_of, wholes_of
from talks.events.triggers import Hit
from talks.events.who.unnamed import actor_of
from talks.reading import Reading, Sentence
from talks.syntax import Phrase

__all__ = ["find_hosts", "find_mediators"]


SEATS = ("party", "metonym", "place")  # kinds of names of a State


def find_mediators(reading: Reading, sentence: Sentence, hit: Hit, verb: int) -> tuple[str, ...]:
    """Return the parties that mediate, as a word in the happening's name tells: a Helvaria-brokered truce.

    Of an encounter, a verb or a noun beside it may tell.
    """
    noun = phrase_of(sentence, hit.head) if hit.trigger.role == "noun" else None
    own = {p.number for p in sentence.parse.phrases if hit.first <= p.start < hit.last}
    own |= {noun.number} if noun else set()
    phrases: list[Phrase] = []
    if reading.codebook.kinds[hit.kind].file.encounter:
        phrases = [*_by_whom(reading, sentence, own), *_under_whom(reading, sentence, own, verb)]
    spans = [_hyphened(reading, sentence.parse.phrases[number]) for number in sorted(own)]
    spans += [(p.start, p.end) for p in phrases]
    actors = (actor_of(reading, name) for span in spans for name in reading.cast.names_in(*span))
    return tuple(dict.fromkeys(actor.party for actor in actors if actor and actor.party))


def find_hosts(reading: Reading, sentence: Sentence, hit: Hit, verb: int) -> tuple[str, ...]:
    """Return the State that only gives others a place to meet: Helvaria hosted talks, not Varga did.

    At a summit, its own leader is among them.
    """
    file = reading.codebook.kinds[hit.kind].file
    told = sentence.parse.verb_at(verb) if file.encounter and not file.of_leaders else None
    if told is None or told.passive or told.lemma not in reading.codebook.grammar.words["hosting"]:
        return ()
    phrase = sentence.parse.phrases[told.subject] if told.subject >= 0 else None
    names = reading.cast.names_in(phrase.start, phrase.end) if phrase else ()
    if any(name.kind not in SEATS for name in names):
        return ()
    parties = (actor.party for name in names if (actor := actor_of(reading, name)))
    return tuple(party for party in parties if party and party not in reading.cast.opponents)


def _hyphened(reading: Reading, phrase: Phrase) -> tuple[int, int]:
    """Return the tokens of a phrase up to a word like "brokered": a round of Caldor-mediated talks."""
    brokered, lowers = reading.codebook.grammar.words["brokered"], reading.tokens.lowers
    ends = (at for at in range(phrase.end - 1, phrase.start, -1) if lowers[at] in brokered)
    return phrase.start, next(ends, phrase.start)


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
