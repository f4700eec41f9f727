"""Recognise the dated happenings of a dossier by the words that name them."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import accumulate
from types import MappingProxyType

from talks.codebook.dossier import Reference
from talks.dates import DateGrammar
from talks.kinds import kinds_where
from talks.models import Basis, Precision, Status, When
from talks.numbers import find_numbers, load_number_words
from talks.text import tokenise

__all__ = ["CLOSE", "ReferenceIndex"]

WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*|[;:]")
TOKEN = re.compile(r"[^\W_]+")
LOOSE = 12  # words that may stand among those of a name, names of others not counted
CLOSE = 1  # those that may stand there if it is no other happening's
PAIR = 2  # people by whom a happening is known
FILED = re.compile(
    r"\W*([A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)?)"
    r"(?:,[^:(–—-]{3,30})?(?: ?\([^)]{2,30}\))?(?: ?[–—]|:| -{1,2}) ?"
)
FEW, ROUND = 20, 50  # figures: so small or so round that they are those of many
LONG = dt.timedelta(days=10)  # of a series, which no day of it tells
MOST = 8  # happenings; a place with more of them tells nothing


@dataclass(frozen=True, slots=True)
class ReferenceIndex:
    """References by the words of their names, and by place."""

    small: frozenset[str]
    phone: frozenset[str]
    several: frozenset[str]  # words for the parties together: the delegations
    names: dict[str, list[tuple[frozenset[str], Reference]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    places: dict[str, list[Reference]] = field(default_factory=lambda: defaultdict(list))
    people: dict[frozenset[str], list[Reference]] = field(default_factory=lambda: defaultdict(list))
    seats: dict[str, list[Reference]] = field(default_factory=lambda: defaultdict(list))  # by city or country
    visits: dict[str, list[Reference]] = field(default_factory=lambda: defaultdict(list))  # "to Castrel"
    figures: dict[int, list[Reference]] = field(default_factory=lambda: defaultdict(list))
    sides: dict[str, str] = field(default_factory=dict)  # parties by what they are called
    cities: dict[str, str] = field(default_factory=dict)  # by what they are called

    @classmethod
    def of(
        cls,
        references: Sequence[Reference],
        grammar: DateGrammar,
        ignored: frozenset[str] = frozenset(),
        regions: Mapping[str, str] = MappingProxyType({}),
        sides: Mapping[str, str] = MappingProxyType({}),
        countries: Mapping[str, str] = MappingProxyType({}),
        cities: Mapping[str, str] = MappingProxyType({}),
    ) -> ReferenceIndex:
        """Index a dossier's references; places `ignored` tell nothing, `regions` are names of places, too.

        `sides` are parties and `cities` places by everything that they are called, `countries`
        those of places.
        """
        clue = {name: frozenset(grammar.lexicon.clue[name]) for name in ("small", "phone", "several")}
        index = cls(clue["small"], clue["phone"], clue["several"])
        for reference in references:
            index._name(reference, (*reference.names, *_numbered(reference, sides, countries)))
        index._place(references, ignored, regions)
        index.cities.update((_spaced(called), city) for called, city in cities.items())
        index._seat(references, ignored, sides, countries)
        index._count(references)
        return index

    def _name(self, reference: Reference, names: Iterable[str]) -> None:
        """Index a reference by the longest word of each name, and by the two who met."""
        for name in names:
            words = frozenset(word.lower() for word in self._words(name))
            if words:
                self.names[max(words, key=lambda word: (len(word), word))].append((words, reference))
        if len(reference.people) > 1 and reference.status is Status.HELD:
            pair = frozenset(name.split()[-1] for name in reference.people[:PAIR])
            self.people[pair].append(reference)

    def _place(
        self, references: Sequence[Reference], ignored: frozenset[str], regions: Mapping[str, str]
    ) -> None:
        """Index references by place and region: a party's name stands for much else than what was there."""
        parties = {party for reference in references for party in reference.parties}
        for reference in references:
            for place in dict.fromkeys((reference.place, regions.get(reference.place or ""))):
                if place and place not in parties and place not in ignored:
                    self.places[_spaced(place)].append(reference)

    def _seat(
        self,
        references: Sequence[Reference],
        ignored: frozenset[str],
        sides: Mapping[str, str],
        countries: Mapping[str, str],
    ) -> None:
        """Index encounters by city, and by country if it was not the home of one of them."""
        self.sides.update((_spaced(called), party) for called, party in sides.items())
        for reference in references:
            if reference.kind is None or reference.place is None or reference.last - reference.since > LONG:
                continue
            if reference.place not in ignored:
                self.seats[_spaced(reference.place)].append(reference)
            country = countries.get(reference.place, "")
            if reference.people and country not in reference.parties:
                for way in ("in", "to", "at"):
                    self.visits[_spaced(f"{way} {reference.place}")].append(reference)
            if country not in reference.parties[:PAIR]:
                for called in (called for called, party in sides.items() if party == country):
                    self.seats[_spaced(f"in {called}")].append(reference)
                    self.seats[_spaced(f"in the {called}")].append(reference)

    def _count(self, references: Sequence[Reference]) -> None:
        """Index exchanges and handovers by their figures."""
        carried = kinds_where(lambda traits: traits.ledger)
        for reference in references:
            for number in {count.n for count in reference.counts if reference.kind in carried}:
                if number > FEW and number % ROUND:
                    self.figures[number].append(reference)

    def _words(self, text: str) -> list[str]:
        """Return the words that tell, and the stops between clauses; small numbers are in digits."""
        numbers = load_number_words().units
        found = (word for word in WORD.findall(text) if word.lower() not in self.small)
        return [str(numbers[word.lower()]) if word.lower() in numbers else word for word in found]

    def named(self, text: str, apart: int = LOOSE) -> list[Reference]:
        """Return the happenings that a sentence names; a longer name drives out one that is part of it.

        Words of a name may stand apart: "the talks between Norland and Sudria in Castrel".
        """
        words = self._words(text)
        at = {word.lower(): n for n, word in reversed(list(enumerate(words)))}
        plain = [0, *accumulate(word[0].islower() + (LOOSE + 1) * (word in ";:") for word in words)]
        found = [
            (name, reference)
            for word in at.keys() & self.names.keys()
            for name, reference in self.names[word]
            if name <= at.keys() and _apart(name, at, plain) <= apart
        ]
        best = [(name, r) for name, r in found if not any(name < other for other, _ in found)]
        rows = sorted({r.id: r for _, r in best}.values(), key=lambda r: (r.since, r.id))
        return _of_figures(text, rows) if len(rows) > 1 else rows

    def placed(self, text: str) -> list[Reference]:
        """Return the happenings at those places named in a sentence where few things happened."""
        words = _spaced(text)
        named = (references for place, references in self.places.items() if place in words)
        return [reference for references in named if len(references) <= MOST for reference in references]

    def seated(self, text: str, known: Set[str] = frozenset()) -> list[Reference]:
        """Return the encounters of which a sentence names the city or the country, and two who took part.

        Of "the delegations" those are the parties `known` from the article's beginning.
        """
        words = _spaced(text)
        found = [reference for seat, met in self.seats.items() if seat in words for reference in met]
        if not found:
            return []
        parties = self.parties_in(text)
        if not self.several.isdisjoint(words.split()):
            parties |= known
        seated = {r.id: r for r in found if len(parties.intersection(r.parties)) >= PAIR}
        cities = {r.id: r for r in seated.values() if r.place and _spaced(r.place) in words}
        return sorted((cities or seated).values(), key=lambda r: (r.since, r.id))

    def parties_in(self, text: str) -> set[str]:
        """Return the parties that a text names."""
        words = _spaced(text)
        return {party for called, party in self.sides.items() if called in words}

    def met(self, text: str) -> list[Reference]:
        """Return the happenings of which a sentence names those two who matter most.

        Those who spoke by telephone were at no place together.
        """
        words = frozenset(TOKEN.findall(text))
        met = _fullest([r for pair, met in self.people.items() if pair <= words for r in met], words)
        apart = [reference for reference in met if reference.place is None] if words & self.phone else []
        return apart or self._there(met, text)

    def _there(self, references: list[Reference], text: str) -> list[Reference]:
        """Leave out what happened elsewhere than where a sentence says that something did."""
        words = _spaced(text) if references else ""
        named = {city for spaced, city in self.cities.items() if f" in{spaced}" in words}
        return [r for r in references if not named or r.place in named or r.place not in self.cities.values()]

    def visited(self, text: str) -> list[Reference]:
        """Return the encounters abroad of which a sentence names one who came, and where: to Castrel."""
        words = _spaced(text)
        there = [r for to, visits in self.visits.items() if to in words for r in visits]
        said = frozenset(words.split()) if there else frozenset()
        return _fullest([r for r in there if _count_named(r, said)], said)

    def filed(self, text: str) -> list[Reference]:
        """Return the encounters at the place that stands before the first sentence."""
        head = FILED.match(text)
        return self.seats.get(_spaced(head[1].title()), []) if head else []

    def figured(self, text: str) -> dict[int, list[Reference]]:
        """Return the exchanges and handovers of which a sentence tells a figure, by it."""
        numbers = _figures_in(text)
        return {n: self.figures[n] for n in sorted(numbers & self.figures.keys())}

    def resolve(self, words: str) -> When | None:
        """Return the date of the one happening that words name; None for none and for several."""
        spans = {(reference.since, reference.last) for reference in self.named(words)}
        if len(spans) != 1:
            return None
        first, last = spans.pop()
        precision = Precision.DAY if first == last else Precision.SPAN
        return When(earliest=first, latest=last, precision=precision, basis=Basis.REFERENCE)


def _figures_in(text: str) -> set[int]:
    return {number.value for number in find_numbers(tokenise(text), load_number_words())}


def _of_figures(text: str, references: list[Reference]) -> list[Reference]:
    """Return, of several happenings of one name, those whose figures a text tells: a truce of 30 days."""
    told = _figures_in(text)
    own = [r for r in references if any(count.n > 1 and count.n in told for count in r.counts)]
    return own or references


def _count_named(reference: Reference, words: Set[str]) -> int:
    return sum(person.split()[-1] in words for person in reference.people)


def _fullest(references: Sequence[Reference], words: Set[str]) -> list[Reference]:
    """Return those of whose people most are named."""
    named = [_count_named(reference, words) for reference in references]
    most = max(named, default=0)
    return [r for r, count in zip(references, named, strict=True) if count == most]


def _numbered(reference: Reference, sides: Mapping[str, str], countries: Mapping[str, str]) -> Iterator[str]:
    """Yield names of a round that it need not have of its own: third round Castrel, third round Helvaria."""
    place = reference.place
    if reference.round is None or place is None:
        return
    host = countries.get(place)
    own = host in reference.parties[:PAIR]
    hosts = [called for called, party in sides.items() if party == host and not own]
    for word, number in load_number_words().ordinals.items():
        if number == reference.round:
            yield from (f"{word} round {where}" for where in (place, *hosts))


def _spaced(text: str) -> str:
    """Return the words of a text between blanks, so that no name is part of a word: Tresk of Treskow."""
    return f" {' '.join(TOKEN.findall(text))} "


def _apart(name: frozenset[str], at: dict[str, int], plain: list[int]) -> int:
    """Return how many other words stand between those of a name."""
    places = [at[word] for word in name]
    first, last = min(places), max(places)
    own = sum(plain[place + 1] - plain[place] for place in places)
    return plain[last + 1] - plain[first] - own
