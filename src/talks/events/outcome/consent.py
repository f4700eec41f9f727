"""Whose consent is told: a truce that one of two sides accepts is agreed by nobody."""

from __future__ import annotations

from talks.events.phrases import noun_of
from talks.events.triggers import Hit
from talks.events.verdicts import Verdict
from talks.events.who.unnamed import actor_of
from talks.models import Status
from talks.reading import Reading, Sentence
from talks.syntax import Verb

__all__ = ["is_half_agreed", "is_of_one_side", "is_only_agreed"]

PAIR = 2


def is_of_one_side(reading: Reading, sentence: Sentence, number: int) -> bool:
    """Tell what one of two sides says that it will do: Norland will return 140 bodies, ordered a truce."""
    sides, verb = set(reading.cast.opponents), sentence.parse.verb_at(number)
    if verb is None or verb.passive or len(sides) != PAIR:
        return False
    governed = verb.subject < 0 <= verb.governor  # has promised to return them
    doing = sentence.parse.verbs[verb.governor] if governed else verb
    above = sentence.parse.verbs[verb.governor] if verb.governor >= 0 else verb
    if verb.subject in above.objects and _are_its_own(reading, sentence, verb, above):
        doing = above  # ordered the army to hold a truce
    if doing.subject < 0 or doing.passive or sentence.parse.phrases[doing.subject].start < doing.clause:
        return False  # of a relative clause, the subject stands before it
    alone = len(_subject_of(reading, sentence, doing) & sides) == 1
    return alone and not _has_company(reading, sentence, verb)


def _are_its_own(reading: Reading, sentence: Sentence, verb: Verb, above: Verb) -> bool:
    """Tell whether those who are to do something are of the side that has them do it: his own army."""
    if above.subject < 0:
        return False
    return _subject_of(reading, sentence, verb) <= _subject_of(reading, sentence, above)


def _subject_of(reading: Reading, sentence: Sentence, verb: Verb) -> set[str]:
    """Return the parties of a subject: those named, else the one that it means."""
    subject = sentence.parse.phrases[verb.subject]
    start = min(subject.start, verb.clause) if verb.clause >= 0 else subject.start
    named = _parties(reading, start, verb.start)
    meant = None if named else reading.cast.resolve(subject.start, subject.end)
    return {meant.party} if meant and meant.party else named


def _has_company(reading: Reading, sentence: Sentence, verb: Verb) -> bool:
    """Tell whether somebody of a side is told to act with the subject."""
    words = reading.codebook.statuses.company
    company = (p for p in sentence.parse.phrases if p.start >= verb.end and p.prep in words)
    return any(_parties(reading, p.start, p.end) & set(reading.cast.opponents) for p in company)


def is_half_agreed(reading: Reading, sentence: Sentence, verdict: Verdict) -> bool:
    """Tell what only one of two sides agrees to, alone or with a mediator: Sudria accepted a truce."""
    sides = set(reading.cast.opponents)
    if verdict.status is not Status.AGREED or verdict.verb < 0 or len(sides) != PAIR:
        return False
    verb, tables = sentence.parse.verbs[verdict.verb], reading.codebook.statuses
    agreed = {tables.object.of(verb), tables.governor.get(verb.lemma)}
    if Status.AGREED not in agreed:
        return False
    phrases = sentence.parse.phrases
    by = [p for p in phrases if p.prep == "by" and p.verb == verdict.verb]
    by += [p for p in phrases for other in by if p.after == "coordinator" and p.start == other.end + 1]
    if by and not verb.objects:  # accepted by Sudria in May, it is stuck
        return len(set().union(*(_parties(reading, p.start, p.end) for p in by)) & sides) == 1
    if verb.passive or verb.subject < 0:
        return False
    agreeing = _subject_of(reading, sentence, verb) & sides
    return len(agreeing) == 1 and not _has_company(reading, sentence, verb)


def _parties(reading: Reading, start: int, end: int) -> set[str]:
    actors = (actor_of(reading, name) for name in reading.cast.names_in(start, end))
    return {actor.party for actor in actors if actor and actor.party}


def is_only_agreed(reading: Reading, sentence: Sentence, hit: Hit, verdict: Verdict) -> bool:
    """Tell a truce that is only signed, and an exchange for which something is done."""
    file, noun = reading.codebook.kinds[hit.kind].file, noun_of(sentence, hit)
    lemma = sentence.parse.verbs[verdict.verb].lemma if verdict.verb >= 0 else ""
    if file.terms:
        return lemma in reading.codebook.statuses.truth["sealing"]
    return file.figured and noun is not None and noun.prep == "for"
