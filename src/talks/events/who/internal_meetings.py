"""Meetings that somebody has with nobody but his own: with his generals, with her foreign minister."""

from __future__ import annotations

from typing import Final

from talks.events.phrases import noun_of
from talks.events.triggers import Hit
from talks.events.who.participants import Participants
from talks.models import Status
from talks.reading import Reading, Sentence
from talks.syntax import Phrase

__all__ = ["is_internal"]

DETERMINER: Final = "d"  # class of his, her, their


def is_internal(reading: Reading, sentence: Sentence, hit: Hit, verb: int, people: Participants) -> bool:
    """Tell an encounter of one party alone with those who work for it, which is no part of a negotiation."""
    if hit.trigger.base is Status.PAUSED:
        return False  # called its negotiators home
    if len(people.parties) > 1 or not reading.codebook.kinds[hit.kind].file.encounter or hit.trigger.journey:
        return False
    if people.within or (not people.people and any(map(reading.world.is_organisation, people.parties))):
        return True  # Quent met her foreign minister, Basaran; ministers of the alliance met
    noun, lowers = noun_of(sentence, hit), reading.tokens.lowers
    if noun is not None and _is_of_own_body(reading, sentence, noun, hit):
        return True
    if _is_of_one_team(reading, sentence, hit, verb):
        return True
    naming, equals = reading.codebook.naming, reading.codebook.grammar.words["equals"]
    met = sentence.parse.verbs[verb].objects if hit.trigger.role == "verb" and verb >= 0 else []
    for phrase in sentence.parse.phrases:
        hangs = noun is not None and phrase.left == noun.number
        beside = phrase.prep == "with" and (hangs or (verb >= 0 and phrase.verb == verb))
        owned = lowers[phrase.start] in naming.pronouns and reading.classes[phrase.start] == DETERMINER
        if (beside or phrase.number in met) and owned and lowers[phrase.end - 1] not in equals:
            return phrase.end - phrase.start > 1
    return False


def _is_of_one_team(reading: Reading, sentence: Sentence, hit: Hit, verb: int) -> bool:
    """Tell "a task force meets every week", of one body among itself; not "a team met with them"."""
    noun = noun_of(sentence, hit)
    doing = sentence.parse.verb_at(verb if verb >= 0 else noun.verb if noun else -1)
    subject = sentence.parse.phrases[doing.subject] if doing and doing.subject >= 0 else None
    if doing is None or subject is None or (noun is None and doing.objects):
        return False
    words, groups = reading.tokens.lowers[subject.start : subject.end], reading.codebook.grammar.words
    if words[0] not in groups["indefinite"] or words[-1] not in groups["own_teams"]:
        return False
    others = (p for p in sentence.parse.phrases if p.start >= subject.end)
    beside = any(p.prep in reading.codebook.statuses.company for p in others)
    return not beside and not reading.cast.names_in(subject.start, subject.end)


def _is_of_own_body(reading: Reading, sentence: Sentence, noun: Phrase, hit: Hit) -> bool:
    """Tell "a Cabinet meeting", "a meeting of his security council"."""
    lowers, bodies = reading.tokens.lowers, reading.codebook.grammar.words["own_bodies"]
    owners = (p for p in sentence.parse.phrases if p.prep == "of" and p.left == noun.number)
    named = {lowers[p.end - 1] for p in owners} | set(lowers[max(noun.start, hit.head - 1) : hit.head])
    return not bodies.isdisjoint(named)
