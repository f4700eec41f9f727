"""Happenings of one sentence of which one only serves, names or houses another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from talks.events.happenings import Happening
from talks.events.phrases import RELATIVES, phrase_of
from talks.events.when.apart import OPEN
from talks.models import Status
from talks.reading import Reading, Sentence
from talks.terms import REAL

__all__ = ["without_overlaps"]

NEAR = 12  # tokens between a deal and what it is about
SEVERAL = 2  # happenings; stages of one
AGREED = REAL | {Status.AGREED, Status.PLANNED}  # of a truce, and of the corridors that belong to it
PURPOSE = "for"  # arrived in Castrel for talks


def without_overlaps(reading: Reading, sentence: Sentence, found: Sequence[Happening]) -> list[Happening]:
    """Return the happenings of a sentence, each told once, without what they only borrow."""
    if len(found) < SEVERAL:
        return list(found)
    found = _without_retold(_without_deals(reading, sentence, found))
    found = _without_parts(reading, found)
    found = _without_matters(reading, sentence, _without_ways(reading, sentence, found))
    own = _without_convened(reading, sentence, _without_predicates(reading, sentence, found))
    return _without_borrowed_places(reading, _without_journeys(reading, sentence, own))


def _without_retold(found: Sequence[Happening]) -> list[Happening]:
    """Leave out what is told in stages, where it is named again: completing the exchange of 1,000."""
    staged: dict[tuple[str, int], list[Happening]] = defaultdict(list)
    for happening in found:
        staged[happening.kind, happening.head].append(happening)
    retold = {
        (other.kind, other.head)
        for (kind, head), stages in staged.items()
        if len({stage.counts for stage in stages}) >= SEVERAL
        for other in found
        if other.kind == kind and other.head != head and other.counts
        if {count.n for count in other.counts} <= {count.n for stage in stages for count in stage.counts}
    }
    return [h for h in found if (h.kind, h.head) not in retold]


def _without_convened(reading: Reading, sentence: Sentence, found: Sequence[Happening]) -> list[Happening]:
    """Leave out what those who meet do it for: the leaders convened a summit, the envoys met for talks."""
    kinds, phrases = reading.codebook.kinds, sentence.parse.phrases
    encounters = [h for h in found if kinds[h.kind].file.encounter]
    convened = {
        id(other)
        for at, verb in enumerate(sentence.parse.verbs)
        for h in encounters
        if verb.start <= h.head < verb.end
        for number in (*verb.objects, *(_purposes(sentence, at) if len(h.parties) > 1 else ()))
        for other in encounters
        if phrases[number].start <= other.head < phrases[number].end
    }
    return [h for h in found if id(h) not in convened]


def _without_parts(reading: Reading, found: Sequence[Happening]) -> list[Happening]:
    """Leave out what belongs to another told beside it: announced a truce, and opened corridors."""
    kinds, out = reading.codebook.kinds, list(found)
    parts = [h for h in found if h.rule.removeprefix(f"{h.kind}.") in kinds[h.kind].file.parts]
    for part in parts:
        wholes = (at for at, h in enumerate(out) if h.kind == part.kind and h not in parts)
        at = next((at for at in wholes if {out[at].status, part.status} <= AGREED), -1)
        if at < 0:
            continue  # refused a truce, but agreed on corridors
        whole = out[at]
        status = part.status if part.status in REAL else whole.status
        when = whole.when if whole.when.known else part.when
        out[at] = replace(whole, status=status, when=when)
        out.remove(part)
    return out


def _without_ways(reading: Reading, sentence: Sentence, found: Sequence[Happening]) -> list[Happening]:
    """Leave out bare talks by which an exchange came about: following negotiations, 115 were freed."""
    kinds = reading.codebook.kinds
    if not any(kinds[h.kind].file.handover and h.status in REAL for h in found):
        return list(found)
    bare = {id(h) for h in found if kinds[h.kind].file.rounds and _is_bare(reading, sentence, h, ("prep",))}
    return [h for h in found if id(h) not in bare]


def _without_matters(reading: Reading, sentence: Sentence, found: Sequence[Happening]) -> list[Happening]:
    """Leave out the bare talks of which others speak when they meet: will meet to take stock of the talks."""
    kinds, verbs = reading.codebook.kinds, sentence.parse.verbs
    meeting = {h.head for h in found if kinds[h.kind].file.encounter}

    def is_matter(h: Happening) -> bool:
        phrase = phrase_of(sentence, h.head)
        if phrase is None or phrase.verb < 0 or not _is_bare(reading, sentence, h, ("prep", "object")):
            return False
        verb = verbs[phrase.verb]
        above = verbs[verb.governor] if verb.form == "infinitive" and verb.governor >= 0 else None
        met = above is not None and any(above.start <= head < above.end for head in meeting)
        return met and verb.lemma not in reading.codebook.statuses.joining

    return [h for h in found if not (kinds[h.kind].file.rounds and is_matter(h))]


def _is_bare(reading: Reading, sentence: Sentence, happening: Happening, roles: Sequence[str]) -> bool:
    """Tell talks of which no more is told: no round, nobody, no day, nothing that hangs on them."""
    phrase = phrase_of(sentence, happening.head)
    if phrase is None or phrase.role not in roles or happening.round or happening.reference:
        return False
    hanging = any(other.left == phrase.number for other in sentence.parse.phrases)
    told = reading.cast.names_in(phrase.start, phrase.end) or reading.dates_in(phrase.start, phrase.end + 2)
    return not (hanging or any(told))


def _purposes(sentence: Sentence, verb: int) -> list[int]:
    """Return the phrases that tell what something is done for."""
    return [p.number for p in sentence.parse.phrases if p.prep == PURPOSE and p.verb == verb]


def _without_predicates(reading: Reading, sentence: Sentence, found: Sequence[Happening]) -> list[Happening]:
    """Leave out what an encounter is said to be: the summit will be their first meeting since May."""
    kinds, phrases = reading.codebook.kinds, sentence.parse.phrases
    encounters = [h for h in found if kinds[h.kind].file.encounter]
    named = {
        (verb.subject, number)
        for verb in sentence.parse.verbs
        if verb.lemma == "be" and verb.subject >= 0
        for number in verb.objects
    }
    said = {
        id(other)
        for subject, number in named
        for h in encounters
        if phrases[subject].start <= h.head < phrases[subject].end
        for other in encounters
        if phrases[number].start <= other.head < phrases[number].end
    }
    return [h for h in found if id(h) not in said]


def _without_journeys(reading: Reading, sentence: Sentence, found: Sequence[Happening]) -> list[Happening]:
    """Leave out the way to an encounter, which lends it day and place; and that for which one is received."""
    out, kinds = list(found), reading.codebook.kinds
    for h, other in [(h, o) for h in found for o in found if h is not o]:
        where = _goes_where(reading, sentence, h, other)
        if not (where or _serves(reading, sentence, h, other)):
            continue
        summit = not where and kinds[other.kind].file.of_leaders and not kinds[h.kind].file.of_leaders
        if (h.journey or summit) and h in out and other in out:
            own_day = other.when.known or (where and other.status not in REAL)
            known = other.when if own_day else h.when
            status = h.status if summit else other.status  # they came together for a summit
            out[out.index(other)] = replace(other, when=known, place=other.place or h.place, status=status)
            out.remove(h)
        elif other in out and other.kind != h.kind and not other.round:
            out.remove(other)
    return out


def _goes_where(reading: Reading, sentence: Sentence, happening: Happening, other: Happening) -> bool:
    """Tell "flew to Castrel, where he will meet Quent"."""
    both = happening.journey and reading.codebook.kinds[other.kind].file.encounter
    if not both or set(happening.people).isdisjoint(other.people):
        return False
    verbs, whither = sentence.parse.verbs, reading.codebook.grammar.words["whither"]
    telling = [v for v in verbs if v.start <= other.head < v.end]
    telling += [verbs[v.governor] for v in telling if v.form == "infinitive" and v.governor >= 0]
    return any(v.marker in whither for v in telling)


def _serves(reading: Reading, sentence: Sentence, happening: Happening, other: Happening) -> bool:
    """Tell "flew to Castrel for talks", "received Ekre for talks"."""
    kinds, phrase = reading.codebook.kinds, phrase_of(sentence, other.head)
    both = kinds[happening.kind].file.encounter and kinds[other.kind].file.encounter
    if not both or phrase is None or phrase.prep != PURPOSE or phrase.verb < 0:
        return False
    return happening.first <= sentence.parse.verbs[phrase.verb].head < happening.last


def _without_borrowed_places(reading: Reading, found: Sequence[Happening]) -> list[Happening]:
    """Take from what is to come the place where it was agreed: at talks in Castrel they agreed to swap …"""
    kinds = reading.codebook.kinds
    told = [h for h in found if kinds[h.kind].file.encounter]

    def is_borrowed(h: Happening) -> bool:
        file = kinds[h.kind].file
        others = (o for o in told if o.people and h.people and o.people != h.people and o.status in REAL)
        seats = {o.place for o in (others if file.encounter else told)}  # a summit, after talks of others
        return h.status in OPEN and not file.terms and h.place in seats

    return [replace(h, place=None) if h.place and is_borrowed(h) else h for h in found]


def _without_deals(reading: Reading, sentence: Sentence, found: Sequence[Happening]) -> list[Happening]:
    """Leave out the deal that is told with its matter: a truce agreement, a deal to hold talks in July."""
    kinds = reading.codebook.kinds

    def is_matter(deal: Happening, other: Happening) -> bool:
        phrase = phrase_of(sentence, deal.head)
        whole = sentence.parse.phrases[phrase.left] if phrase and phrase.prep == "of" else phrase
        named = whole is not None and whole.start <= other.head < deal.head  # a cessation of hostilities deal
        own = phrase.number if phrase and phrase.role == "subject" else -1  # a deal was reached to hold talks
        between = [
            v
            for v in sentence.parse.verbs
            if deal.head < v.start < other.head and v.form == "finite" and (v.subject != own or own < 0)
        ]
        hangs = 0 < other.head - deal.head <= NEAR and all(v.marker in RELATIVES for v in between)
        return named or (hangs and other.status is Status.AGREED)

    deals = [h for h in found if not kinds[h.kind].file.sought]
    return [h for h in found if h not in deals or not any(is_matter(h, o) for o in found if o not in deals)]
