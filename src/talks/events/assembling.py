"""Put together what is told of one happening: its place, parties and figures, and how much that weighs."""

from __future__ import annotations

from typing import NamedTuple

from talks.codebook.kinds import KindFile
from talks.events.counting.counts import find_counts
from talks.events.happenings import Happening
from talks.events.joining.bare import DETAIL, LEAST
from talks.events.outcome.governing import SHOWN
from talks.events.phrases import has_word, phrase_of
from talks.events.sorts import find_sorts, tells_sort
from talks.events.triggers import Hit
from talks.events.verdicts import PLAIN, POSTPONED, Verdict
from talks.events.when.lasting import find_length
from talks.events.when.timeliness import fit_to_date
from talks.events.where.places import find_place
from talks.events.where.scopes import find_scope
from talks.events.who.absence import find_absent
from talks.events.who.brokers import find_brokers
from talks.events.who.mediators import find_hosts, find_mediators
from talks.events.who.own_conflict import is_of_own_conflict
from talks.events.who.participants import PAIR, Participants, are_named, find_owners, is_nobodys
from talks.models import Status, When
from talks.reading import Reading, Sentence
from talks.terms import REAL

__all__ = ["Telling", "assemble"]

PLACE = 0.5
VAGUE = 0.4  # a plan of which nothing is told but that there is one
GENERIC = 0.7  # weight that "such a deal" and "any truce" lack
NAMED = 0.7  # weight of two people or more who are told to meet or speak
TOLD = frozenset({Status.HELD, Status.ONGOING, Status.PLANNED})  # of which somebody stays away
Names = tuple[str, ...]
NOBODY: frozenset[str] = frozenset()


class Telling(NamedTuple):
    """A trigger in a sentence, with what has become of the happening and who took part."""

    reading: Reading
    sentence: Sentence
    hit: Hit
    verdict: Verdict
    people: Participants

    @property
    def file(self) -> KindFile:
        """What is true of its kind."""
        return self.reading.codebook.kinds[self.hit.kind].file

    def has_word(self, group: str) -> bool:
        """Tell whether the phrase that names it has a word of a group of the grammar's."""
        return has_word(self.reading, phrase_of(self.sentence, self.hit.head), group)


class _Sides(NamedTuple):
    """Between whom a happening is; `assumed` where the words name one side or none."""

    parties: Names
    assumed: bool
    separate: bool  # talks that a mediator has with each side
    absent: frozenset[str]  # who stayed away


def assemble(telling: Telling, when: When, number: int | None = None) -> Happening:
    """Return a happening of a day, and of a round if it is numbered."""
    reading, sentence, hit, verdict, people = telling
    file = telling.file
    placed = file.has_place and verdict is not SHOWN
    counts = find_counts(reading, sentence, hit, verdict.verb, file) if file.units else ()
    when = find_length(reading, sentence, verdict.verb, when, counts) if file.terms else when
    sides = _find_sides(telling)
    wanted_next = verdict.status is Status.PROPOSED and telling.has_word("next")
    found = Happening(
        kind=hit.kind, rule=hit.trigger.name, sentence=sentence, head=hit.head, first=hit.first,
        last=hit.last, status=fit_to_date(reading, sentence, verdict, when, counts, file),
        weight=verdict.weight, when=when,
        place=find_place(reading, sentence, hit, verdict.verb) if placed else None,
        parties=sides.parties, people=people.people, round=number, counts=counts,
        definite=telling.has_word("pointing") and not wanted_next,
        told_apart=len(people.parties) >= PAIR or _is_several(reading, hit),
        counted=_is_several(reading, hit) and telling.has_word("numbering"),
        separate=sides.separate, assumed=sides.assumed, absent=sides.absent, leaders=people.leaders,
        put_off=verdict.rule == POSTPONED and not when.known and telling.has_word("pointing"),
        journey=hit.trigger.journey, sorts=find_sorts(reading, sentence, hit, file),
        sure=verdict.weight >= PLAIN or (verdict.status is Status.HELD and bool(when.known)),
    )  # fmt: skip
    found.decreed = file.terms and found.status in REAL and not when.known and _is_decreed(telling)
    found.weight = _weigh(telling, found)
    return found


def _is_decreed(telling: Telling) -> bool:
    verb = telling.sentence.parse.verb_at(telling.verdict.verb)
    return verb is not None and verb.lemma in telling.reading.codebook.statuses.truth["imposing"]


def _weigh(telling: Telling, found: Happening) -> float:
    """Return how much the words say of a happening, by which the status and the date are chosen among all."""
    reading, sentence, hit, verdict, people = telling
    file = telling.file
    named = not file.figured and are_named(people, verdict)
    told = found.when.known or found.round or found.place or len(people.parties) >= PAIR
    vague = verdict.status is Status.PLANNED and not told
    owned = file.persons or (file.of_leaders and not found.definite)
    nobodys = owned and is_nobodys(people, found.parties, found.when, verdict)
    weight = (
        verdict.weight
        - VAGUE * (vague and file.encounter and not named)
        + DETAIL * (bool(found.when.known) + bool(found.round or found.counted) + bool(found.counts))
        + PLACE * bool(found.place)
        + NAMED * named
        - GENERIC * (telling.has_word("generic") or nobodys)
    )
    if file.terms and (tells_sort(reading, hit, file, found.sorts) or find_scope(reading, sentence, hit)):
        return max(weight, LEAST)
    return weight


def _find_sides(telling: Telling) -> _Sides:
    """Return between whom a happening is: those named, or the sides of the negotiation that it is about."""
    reading, sentence, hit, _, people = telling
    hosts = find_hosts(reading, sentence, hit, telling.verdict.verb)
    file, parties = telling.file, tuple(party for party in people.parties if party not in hosts)
    if file.mediated and parties:  # who has brought it about is added to those between whom it is
        brokers = set(find_brokers(reading, sentence))
        parties = tuple(party for party in parties if party not in brokers)
    if len(parties) < PAIR and file.encounter:
        parties = find_owners(reading, sentence, hit) or parties
    separate = telling.has_word("separate")
    mediators = find_mediators(reading, sentence, hit, telling.verdict.verb)
    told_of = file.encounter and telling.verdict.status in TOLD
    absent = find_absent(reading, sentence) if told_of else NOBODY
    if absent:
        return _Sides(tuple(party for party in parties if party not in absent), False, separate, absent)
    own = tuple(party for party in parties if party not in mediators)
    between = not separate and _is_between_sides(reading, own, file)
    assumed = between and (file.default_sides or people.both)
    if assumed:
        parties = reading.cast.opponents
    parties = tuple(dict.fromkeys((*parties, *mediators)))
    return _Sides(parties, assumed, separate, NOBODY)


def _is_several(reading: Reading, hit: Hit) -> bool:
    """Tell "three rounds", which nobody says of talks in general."""
    return reading.tokens.lowers[hit.head] in reading.codebook.grammar.words["several"]


def _is_between_sides(reading: Reading, parties: Names, file: KindFile) -> bool:
    """Tell whether a happening of the parties named can be one of the dossier's sides, both told of.

    Talks with a mediator are his with somebody; of a truce or an exchange, he is no side.
    """
    sides, dossier = set(reading.cast.opponents), reading.world.dossier
    mediators = set(dossier.mediators) if dossier and not file.encounter else set()
    return len(parties) < PAIR and is_of_own_conflict(reading) and (sides | mediators).issuperset(parties)
