"""Whose encounters are told of where nobody is named: not the sides' after a mediator's talks with each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from talks.codebook.kinds import KindFile
from talks.events.happenings import Happening
from talks.events.joining.references import recognise
from talks.events.phrases import phrase_of
from talks.events.when.apart import OPEN
from talks.events.who.own_conflict import is_of_own_conflict
from talks.events.who.participants import PAIR
from talks.reading import Reading
from talks.terms import REAL

__all__ = ["bring_sides", "complete", "leave_open", "lend_sides"]


def leave_open(reading: Reading, found: Sequence[Happening]) -> list[Happening]:
    """Return the happenings; after "separate talks", those of nobody named are not of the two sides."""
    first = min((h.head for h in found if h.separate), default=None)
    if first is None:
        return list(found)
    return [_open(reading, h) if h.head > first else h for h in found]


def _open(reading: Reading, happening: Happening) -> Happening:
    encounter = reading.codebook.kinds[happening.kind].file.encounter
    if not (happening.assumed and encounter) or happening.round or happening.reference:
        return happening
    return recognise(reading, replace(happening, parties=()))


def complete(reading: Reading, found: Sequence[Happening]) -> list[Happening]:
    """Return the happenings; three-way talks of one who is no side are his with both of them."""
    sides, words = reading.cast.opponents, reading.codebook.grammar.words["threefold"]
    if not is_of_own_conflict(reading):
        return list(found)

    def is_threefold(h: Happening) -> bool:
        phrase = phrase_of(h.sentence, h.head)
        low, high = reading.chars(phrase.start, phrase.end) if phrase else (0, 0)
        named = reading.text[low:high].lower()
        return len(h.parties) == 1 and h.parties[0] not in sides and any(word in named for word in words)

    return [replace(h, parties=(*sides, *h.parties)) if is_threefold(h) else h for h in found]


def lend_sides(reading: Reading, found: Sequence[Happening]) -> list[Happening]:
    """Return the happenings; talks of nobody named are of those of whose talks alone the article tells."""
    kinds, sides = reading.codebook.kinds, set(reading.cast.opponents)
    named = [h for h in found if _meets(kinds[h.kind].file) and not h.assumed and len(h.parties) >= PAIR]
    told = [h for h in named if h.status in REAL]
    shared = set.intersection(*(set(h.parties) for h in told)) if told else set()
    if len(shared) != PAIR or shared.isdisjoint(sides) or any(sides <= set(h.parties) for h in named):
        return list(found)
    days = {h.when.edtf for h in told if h.when.known}

    def is_theirs(h: Happening) -> bool:
        if not h.assumed or h.round or h.reference or h.status not in REAL or not _meets(kinds[h.kind].file):
            return False
        return h.when.edtf in days if h.when.known else h.definite or bool(h.place)

    parties = tuple(party for party in told[0].parties if party in shared)
    return [replace(h, parties=parties, assumed=False) if is_theirs(h) else h for h in found]


def _meets(file: KindFile) -> bool:
    """Tell encounters at a table from calls."""
    return file.encounter and not file.persons


def bring_sides(reading: Reading, found: Sequence[Happening]) -> list[Happening]:
    """Return the happenings; of "a meeting of the presidents" that a side wants, they are those of the sides.

    Unless the article names others whom one of that side is to meet.
    """
    sides, kinds = set(reading.cast.opponents), reading.codebook.kinds
    wanted = [h for h in found if h.status in OPEN and kinds[h.kind].file.of_leaders]
    if not wanted or not is_of_own_conflict(reading):
        return list(found)
    open_yet = [h for h in found if h.status not in REAL and kinds[h.kind].file.of_leaders]
    named = [set(h.parties) for h in open_yet if len(h.people) >= PAIR and not sides <= set(h.parties)]
    called = [h for h in wanted if len(h.parties) == 1]  # what one calls or hosts is of all who come

    def is_of_sides(h: Happening) -> bool:
        if h.parties or h.people or h.definite:
            return False
        if any(other.rule == h.rule or sides.isdisjoint(other.parties) for other in called):
            return False
        asking = _who_asks(reading, h)
        return bool(asking) and asking < sides and not any(asking & parties for parties in named)

    of_sides = {id(h) for h in wanted if is_of_sides(h)}
    return [
        recognise(reading, replace(h, parties=reading.cast.opponents, assumed=True))
        if id(h) in of_sides
        else h
        for h in found
    ]


def _who_asks(reading: Reading, happening: Happening) -> set[str]:
    """Return the parties of the subjects of a sentence: Norland asks for it; it made no sense, she argued."""
    phrases, verbs = happening.sentence.parse.phrases, happening.sentence.parse.verbs
    subjects = {verb.subject for verb in verbs if verb.form == "finite" and verb.subject >= 0}
    actors = (reading.cast.resolve(phrases[at].start, phrases[at].end) for at in sorted(subjects))
    return {actor.party for actor in actors if actor and actor.party}
