"""Who has mediated an exchange: it was brought about with the help of Helvarian mediators."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from talks.events.happenings import Happening
from talks.events.lines import make_line
from talks.events.phrases import phrase_of, root_of
from talks.events.triggers import find_hits
from talks.events.who.participants import PAIR
from talks.models import Status
from talks.reading import Reading, Sentence
from talks.terms import REAL

__all__ = ["add_brokers", "find_brokers"]

BROUGHT_ABOUT = REAL | {Status.AGREED}
COUNTRY = "country"
Group = list[Happening]


def add_brokers(reading: Reading, groups: Sequence[Group]) -> list[Group]:
    """Return the groups; in an exchange those take part by whose mediation it came about."""
    kinds = reading.codebook.kinds
    mediated = [group for group in groups if kinds[group[0].kind].file.mediated]
    found: dict[int, dict[str, None]] = {}
    for sentence in reading.sentences if mediated else ():
        mediators = dict.fromkeys(find_brokers(reading, sentence))
        group = _told_by(reading, sentence, mediated) if mediators else None
        if group is not None:
            found.setdefault(id(group), {}).update(mediators)
    return [_with(group, tuple(found[id(group)])) if id(group) in found else group for group in groups]


def find_brokers(reading: Reading, sentence: Sentence) -> Iterator[str]:
    """Yield the countries that a sentence tells to have mediated; a side does not."""
    mediation = reading.codebook.mediation
    if mediation.anchors.isdisjoint(reading.tokens.lowers[sentence.first : sentence.last]):
        return
    line = make_line(reading, sentence)
    matches = [match for pattern in mediation.patterns for match in pattern.find(line)]
    sides, parties, items = set(reading.cast.opponents), reading.world.parties, line.items
    talks = _heads_of_talks(reading, sentence) if matches else set[int]()
    for match in matches:
        if _is_of_talks(sentence, items[match.start].start, talks):
            continue  # Caldor-brokered talks, talks mediated by Helvaria
        for name in reading.cast.names_in(items[match.start].start, items[match.end - 1].end):
            party = name.entry.party or name.entry.name if name.entry else None
            entry = parties.get(party) if party and name.kind not in ("person", "surname", "place") else None
            if entry and entry.kind == COUNTRY and entry.name not in sides:
                yield entry.name


def _heads_of_talks(reading: Reading, sentence: Sentence) -> set[int]:
    """Return the tokens that tell of talks and other encounters."""
    kinds = reading.codebook.kinds
    return {hit.head for hit in find_hits(make_line(reading, sentence)) if kinds[hit.kind].file.encounter}


def _is_of_talks(sentence: Sentence, first: int, talks: set[int]) -> bool:
    """Tell words of mediation that stand in the phrase of talks, or right behind it."""
    own = phrase_of(sentence, first)
    before = [p for p in sentence.parse.phrases if p.end == first]
    told = [p for p in (own, *before, *(root_of(sentence, p) for p in before)) if p]
    return any(not talks.isdisjoint(range(p.start, p.end)) for p in told)


def _told_by(reading: Reading, sentence: Sentence, groups: Sequence[Group]) -> Group | None:
    """Return the exchange that a sentence tells of, or the last before it if it tells of no talks."""
    real = [group for group in groups if any(h.status in BROUGHT_ABOUT for h in group)]
    here = [group for group in real if any(h.sentence is sentence for h in group)]
    if here:
        return here[0]
    if _heads_of_talks(reading, sentence):
        return None
    dated = [group for group in real if any(h.when.known for h in group)]  # not all those since the invasion
    before = [(max(told), group) for group in dated or real if (told := _heads_before(group, sentence))]
    return max(before, key=lambda row: row[0])[1] if before else None


def _heads_before(group: Group, sentence: Sentence) -> list[int]:
    return [h.head for h in group if h.head < sentence.first]


def _with(group: Group, mediators: tuple[str, ...]) -> Group:
    """Return a group in which the mediators take part beside those who are told to."""
    named = [h for h in group if len(h.parties) >= PAIR]
    return [
        replace(h, parties=tuple(dict.fromkeys((*h.parties, *mediators)))) if h in named else h for h in group
    ]
