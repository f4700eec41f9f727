"""Whose consent is told: a truce that one of two sides accepts is agreed by nobody."""

from __future__ import annotations

from talks.events.unnamed import actor_of
from talks.events.verdicts import Verdict
from talks.models import Status
from talks.reading import Reading, Sentence

__all__ = ["is_half_agreed"]

PAIR = 2


def is_half_agreed(reading: Reading, sentence: Sentence, verdict: Verdict) -> bool:
    """Tell what only one of two sides agrees to, alone or with a mediator: Sudria accepted a truce."""
    sides = set(reading.world.sides)
    if verdict.status is not Status.AGREED or verdict.verb < 0 or len(sides) != PAIR:
        return False
    verb, tables = sentence.parse.verbs[verdict.verb], reading.codebook.statuses
    agreed = {tables.object.get(verb.name), tables.object.get(verb.lemma), tables.governor.get(verb.lemma)}
    if verb.passive or verb.subject < 0 or Status.AGREED not in agreed:
        return False
    subject = sentence.parse.phrases[verb.subject]
    start = min(subject.start, verb.clause) if verb.clause >= 0 else subject.start
    agreeing = _parties(reading, start, verb.start) & sides
    company = (p for p in sentence.parse.phrases if p.start >= verb.end and p.prep in tables.company)
    return len(agreeing) == 1 and not any(_parties(reading, p.start, p.end) & sides for p in company)


def _parties(reading: Reading, start: int, end: int) -> set[str]:
    actors = (actor_of(reading, name) for name in reading.cast.names_in(start, end))
    return {actor.party for actor in actors if actor and actor.party}
