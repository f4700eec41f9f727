"""What a reader of one negotiation knows: every name of it and of the world, ready to be looked up."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from math import prod
from typing import Any

from talks.codebook.countries import load_parties, load_places
from talks.codebook.dossier import Dossier, Gazetteer, Office, Party, Person, Place, Reference, Role
from talks.codebook.naming import load_naming
from talks.codebook.sounds import sound_of
from talks.errors import CodebookError
from talks.models import Basis, Precision, When
from talks.text import tokenise

__all__ = ["Entry", "World", "build_common_world", "build_world", "fold"]

OF = ("'s", "’s")  # behind a name, whose something is
LEAST_NAME = 2  # words by which a happening is known where others follow
SHORT = 10  # days of a happening that a day of it tells
LEAST_MARKS = 2  # different words that must speak of a negotiation


@dataclass(frozen=True, slots=True)
class Entry:
    """What a name can mean; `kind` is party, adjective, metonym, office, person, place, outlet."""

    kind: str
    name: str
    party: str | None = None
    person: Person | None = None
    place: Place | None = None


@dataclass(frozen=True, eq=False)
class World:
    """All names of a negotiation and of the world, ready to be looked up; tables are made when asked for."""

    dossier: Dossier | None
    keys: Mapping[str, str]  # ways to say a post → its key
    known: Gazetteer
    marks: tuple[frozenset[str], ...] = ()  # for each side, the words that speak of it

    @cached_property
    def people(self) -> dict[str, Person]:
        """People, by name."""
        return {person.name: person for person in self.known.person}

    @cached_property
    def parties(self) -> dict[str, Party]:
        """Parties, by name."""
        return {party.name: party for party in (*load_parties(), *self.known.party)}

    @cached_property
    def offices(self) -> dict[str, Office]:
        """Offices, by name."""
        return {office.name: office for office in self.known.office}

    @cached_property
    def places(self) -> dict[str, Place]:
        """Places, by name."""
        return {place.name: place for place in (*load_places(), *self.known.place)}

    @cached_property
    def names(self) -> dict[str, dict[tuple[str, ...], Entry]]:
        """Every name by its first word, the longest first, with what it means."""
        return _index_names(self)

    @cached_property
    def lengths(self) -> dict[str, tuple[int, ...]]:
        """How many words the names have that a word begins, the most first."""
        return {first: tuple(dict.fromkeys(map(len, names))) for first, names in self.names.items()}

    @cached_property
    def surnames(self) -> dict[str, list[Person]]:
        """People by their last names."""
        return _index_surnames(self)

    @cached_property
    def respelt(self) -> dict[str, list[Person]]:
        """People by their last names as any language may spell them."""
        respelt: defaultdict[str, list[Person]] = defaultdict(list)
        for person in self.people.values():
            respelt[sound_of(person.name.split()[-1])].append(person)
        return dict(respelt)

    @cached_property
    def posts(self) -> dict[tuple[str, str], list[tuple[Role, Person]]]:
        """Roles by post and by whose it is."""
        held: defaultdict[tuple[str, str], list[tuple[Role, Person]]] = defaultdict(list)
        for person in self.people.values():
            for role in person.roles:
                held[self.keys.get(role.title.lower(), role.title.lower()), role.of].append((role, person))
        return dict(held)

    @cached_property
    def outlets(self) -> frozenset[str]:
        """The names of outlets, in lower case."""
        outlets = self.known.outlet
        return frozenset(name.casefold() for outlet in outlets for name in (outlet.name, *outlet.aliases))

    @cached_property
    def called(self) -> dict[str, list[Reference]]:
        """Dated happenings by their names, and by their places."""
        called: defaultdict[str, list[Reference]] = defaultdict(list)
        for reference in self.references:
            place = [reference.place] if reference.kind and reference.place else []
            for name in (*reference.names, *place):
                called[" ".join(_telling(name))].append(reference)
        return dict(called)

    @cached_property
    def told(self) -> dict[str, list[Reference]]:
        """Dated happenings by their kinds, each list by their first days."""
        told: defaultdict[str, list[Reference]] = defaultdict(list)
        for reference in sorted(self.references, key=lambda reference: reference.since):
            told[reference.kind or ""].append(reference)
        return dict(told)

    @cached_property
    def days(self) -> frozenset[dt.date]:
        """The days on which something of the negotiation is known to have happened; no long stretches."""
        short = (r for r in self.references if r.kind and (r.last - r.since).days < SHORT)
        return frozenset(
            r.since + dt.timedelta(days=n) for r in short for n in range((r.last - r.since).days + 1)
        )

    @cached_property
    def seats(self) -> dict[str, list[Reference]]:
        """Dated happenings by their places."""
        seats: defaultdict[str, list[Reference]] = defaultdict(list)
        for reference in self.references:
            seats[reference.place or ""].append(reference)
        return dict(seats)

    def spoken_of(self, words: Mapping[str, int]) -> int:
        """Tell how much words, each with how often it stands there, speak of all sides of the negotiation.

        Nothing where fewer than two different words do.
        """
        found = [side & words.keys() for side in self.marks]
        if sum(map(len, found)) < LEAST_MARKS:
            return 0
        return prod(1 + sum(words[word] for word in side) for side in found)

    def is_organisation(self, name: str) -> bool:
        """Tell a party that is an organisation, which meets as such: an alliance."""
        party = self.parties.get(name)
        return party is not None and party.kind in ("organisation", "bloc")

    @property
    def sides(self) -> tuple[str, ...]:
        """The parties whose conflict it is; none without a dossier."""
        return self.dossier.sides if self.dossier else ()

    @property
    def references(self) -> tuple[Reference, ...]:
        """The dated happenings that articles lean on."""
        return self.dossier.reference if self.dossier else ()

    def date_of(self, words: str, before: dt.date | None) -> When | None:
        """Return the date of the happening called so, or that took place there: the last one before a day.

        The words may go on after its name, and begin with whose it was: Norland's crossing of the river.
        """
        said = _telling(words)
        while said and said[0].endswith(("'s", "’s", "s'", "s’")):
            del said[0]
        shortest = min(len(said), LEAST_NAME)
        keys = (" ".join(said[:end]) for end in range(len(said), shortest - 1, -1))
        named = next((self.called[key] for key in keys if key in self.called), [])
        known = [r for r in named if before is None or r.since <= before]
        if not known:
            return None
        last = max(known, key=lambda reference: reference.since)
        precision = Precision.DAY if last.since == last.last else Precision.SPAN
        return When(earliest=last.since, latest=last.last, precision=precision, basis=Basis.REFERENCE)

    def holders(self, post: str, of: str, day: dt.date | None) -> list[Person]:
        """Return who held a post of a party or office on a day; on an unknown day, whoever ever did."""
        held = self.posts.get((post, of), [])
        return list({person.name: person for role, person in held if role.held_on(day)}.values())


def _telling(name: str) -> list[str]:
    """Return the words of a name in lower case, but for small ones."""
    return [word for word in name.lower().split() if word not in ("the", "in", "at", "a")]


def fold(word: str) -> str:
    """Return a word without accents, for look-up."""
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


def build_world(dossier: Dossier, posts: Mapping[str, str]) -> World:
    """Make a dossier's world; `posts` maps ways to say a post to its key."""
    return World(dossier, posts, dossier, _marks(dossier))


def build_common_world(known: Gazetteer, posts: Mapping[str, str]) -> World:
    """Make the world of articles of no dossier."""
    return World(None, posts, known)


def _marks(dossier: Dossier) -> tuple[frozenset[str], ...]:
    parties = {party.name: party for party in dossier.party}
    return tuple(_marks_of(name, parties.get(name), dossier) for name in dossier.sides)


def _marks_of(name: str, side: Party | None, dossier: Dossier) -> frozenset[str]:
    """Return the words that speak of a side."""
    if side is None:
        where = f"dossiers/{dossier.id}.toml"
        raise CodebookError(where, f"side {name!r} is no party", "add it as a [[party]]")
    people = {person.name.replace("-", " ").split()[-1] for person in dossier.person if person.party == name}
    return frozenset({name, *side.adjectives, *side.metonyms} | {name for name in people if len(name) > 2})


def _index_names(world: World) -> dict[str, dict[tuple[str, ...], Entry]]:
    names: defaultdict[str, dict[tuple[str, ...], Entry]] = defaultdict(dict)
    for text, entry in _spellings(world):
        for spelling in {text, fold(text)}:
            words = tuple(tokenise(spelling).words)
            if words:
                known = names[words[0]].get(words)
                names[words[0]][words] = _merge(known, entry) if known else entry
    return {
        first: dict(sorted(found.items(), key=lambda row: -len(row[0]))) for first, found in names.items()
    }


def _merge(known: Entry, entry: Entry) -> Entry:
    """Keep the first meaning, and the place that a capital or country also is."""
    return replace(known, place=entry.place) if entry.place and not known.place else known


def _spellings(world: World) -> Iterator[tuple[str, Entry]]:
    """Yield every name with what it means; where two share a spelling the first one counts."""
    yield from _dossier_spellings(world)
    own = world.known.party
    for party in (*own, *load_parties()):
        yield from _forms(party, "party", party.name, (party.name, *party.aliases))
        yield from _forms(party, "adjective", party.name, party.adjectives)
        yield from _forms(party, "metonym", party.name, party.metonyms)
    for party in (*own, *load_parties()):
        yield from _capital(world, party)
    for place in world.places.values():
        yield from _forms(place, "place", place.country, (place.name, *place.aliases), place=place)


def _capital(world: World, party: Party) -> Iterator[tuple[str, Entry]]:
    """Yield what a capital is called without its name: the Helvarian capital, Helvaria's, the UAE capital."""
    places = (world.places.get(name) for name in party.metonyms)
    capital = next((p for p in places if p and p.kind == "city" and p.country == party.name), None)
    if capital is not None:
        whose = (
            *party.adjectives,
            *(f"{name}{mark}" for name in (party.name, *party.aliases) for mark in ("", *OF)),
        )
        names = (f"{owner} {word}" for owner in whose for word in load_naming().words["capital"])
        yield from _forms(capital, "place", party.name, names, place=capital)


def _dossier_spellings(world: World) -> Iterator[tuple[str, Entry]]:
    for person in world.people.values():
        yield from _forms(person, "person", person.party, (person.name, *person.aliases), person=person)
    for office in world.offices.values():
        bare = (alias.removeprefix("the ") for alias in (office.name, *office.aliases))
        yield from _forms(office, "office", office.party, bare)
    for outlet in world.known.outlet:
        bare = (alias.removeprefix("the ") for alias in (outlet.name, *outlet.aliases))
        yield from _forms(outlet, "outlet", outlet.country, bare)


def _forms(
    record: Any, kind: str, party: str | None, names: Iterable[str], **more: Any
) -> Iterator[tuple[str, Entry]]:
    entry = Entry(kind, record.name, party, **more)
    for name in names:
        yield name, entry


def _index_surnames(world: World) -> dict[str, list[Person]]:
    surnames: defaultdict[str, list[Person]] = defaultdict(list)
    for person in world.people.values():
        lasts = {person.name.split()[-1], *(alias.split()[-1] for alias in person.aliases), *person.surnames}
        for last in {*lasts, *map(fold, lasts)}:
            surnames[last].append(person)
    return dict(surnames)
