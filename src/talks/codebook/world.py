"""What a reader of one negotiation knows: every name of it and of the world, ready to be looked up."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from talks.codebook.countries import load_parties, load_places
from talks.codebook.dossier import Dossier, Office, Party, Person, Place, Reference, Role
from talks.errors import CodebookError
from talks.models import Basis, Precision, When
from talks.text import tokenise

__all__ = ["Entry", "World", "build_world", "fold"]


@dataclass(frozen=True, slots=True)
class Entry:
    """What a name can mean; `kind` is party, adjective, metonym, office, person, place, outlet."""

    kind: str
    name: str
    party: str | None = None
    person: Person | None = None
    place: Place | None = None


@dataclass(slots=True)
class World:
    """Names by their first word, longest first, and people by last name and by post."""

    dossier: Dossier | None
    names: dict[str, list[tuple[tuple[str, ...], Entry]]] = field(default_factory=dict)
    surnames: dict[str, list[Person]] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    parties: dict[str, Party] = field(default_factory=dict)
    offices: dict[str, Office] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    posts: dict[tuple[str, str], list[tuple[Role, Person]]] = field(default_factory=dict)
    called: dict[str, list[Reference]] = field(default_factory=dict)  # names of references, and their places
    marks: frozenset[str] = frozenset()  # words whose presence speaks for this negotiation

    @property
    def sides(self) -> tuple[str, ...]:
        """The parties whose conflict it is; none without a dossier."""
        return self.dossier.sides if self.dossier else ()

    @property
    def references(self) -> tuple[Reference, ...]:
        """The dated happenings that articles lean on."""
        return self.dossier.reference if self.dossier else ()

    def date_of(self, words: str, before: dt.date | None) -> When | None:
        """Return the date of the happening called so, or that took place there: the last one before a day."""
        key = " ".join(word for word in words.lower().split() if word not in ("the", "in", "at", "a"))
        known = [r for r in self.called.get(key, ()) if before is None or r.since <= before]
        if not known:
            return None
        last = max(known, key=lambda reference: reference.since)
        precision = Precision.DAY if last.since == last.last else Precision.SPAN
        return When(earliest=last.since, latest=last.last, precision=precision, basis=Basis.REFERENCE)

    def holders(self, post: str, of: str, day: dt.date | None) -> list[Person]:
        """Return who held a post of a party or office on a day; on an unknown day, whoever ever did."""
        held = self.posts.get((post, of), [])
        return list({person.name: person for role, person in held if role.held_on(day)}.values())


def fold(word: str) -> str:
    """Return a word without accents, for look-up."""
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


def build_world(dossier: Dossier | None, posts: dict[str, str]) -> World:
    """Compile a dossier and the world's countries; `posts` maps ways to say a post to its key."""
    world = World(dossier)
    own = dossier.party if dossier else ()
    world.parties = {party.name: party for party in load_parties()} | {party.name: party for party in own}
    world.places = {place.name: place for place in (*load_places(), *(dossier.place if dossier else ()))}
    if dossier:
        world.people = {person.name: person for person in dossier.person}
        world.offices = {office.name: office for office in dossier.office}
    _index_names(world)
    _index_people(world, posts)
    world.marks = _marks(world)
    for reference in world.references:
        for name in (*reference.names, *([reference.place] if reference.kind and reference.place else [])):
            world.called.setdefault(name.lower().removeprefix("the "), []).append(reference)
    return world


def _marks(world: World) -> frozenset[str]:
    missing = next((name for name in world.sides if name not in world.parties), None)
    if missing and world.dossier:
        where = f"dossiers/{world.dossier.id}.toml"
        raise CodebookError(where, f"side {missing!r} is no party", "add it as a [[party]]")
    sides = [world.parties[name] for name in world.sides]
    words = {word for party in sides for word in (party.name, *party.adjectives, *party.metonyms)}
    people = (name.split()[-1] for name, person in world.people.items() if person.party in world.sides)
    return frozenset(words | set(people))


def _index_names(world: World) -> None:
    names: defaultdict[str, dict[tuple[str, ...], Entry]] = defaultdict(dict)
    for text, entry in _spellings(world):
        for spelling in {text, fold(text)}:
            words = tuple(tokenise(spelling).words)
            if words:
                known = names[words[0]].get(words)
                names[words[0]][words] = _merge(known, entry) if known else entry
    world.names = {
        first: sorted(found.items(), key=lambda row: -len(row[0])) for first, found in names.items()
    }


def _merge(known: Entry, entry: Entry) -> Entry:
    """Keep the first meaning, and the place that a capital or country also is."""
    return replace(known, place=entry.place) if entry.place and not known.place else known


def _spellings(world: World) -> Iterator[tuple[str, Entry]]:
    """Yield every name with what it means; where two share a spelling the first one counts."""
    yield from _dossier_spellings(world)
    own = world.dossier.party if world.dossier else ()
    for party in (*own, *load_parties()):
        yield from _forms(party, "party", party.name, (party.name, *party.aliases))
        yield from _forms(party, "adjective", party.name, party.adjectives)
        yield from _forms(party, "metonym", party.name, party.metonyms)
    for place in world.places.values():
        yield from _forms(place, "place", place.country, (place.name, *place.aliases), place=place)


def _dossier_spellings(world: World) -> Iterator[tuple[str, Entry]]:
    for person in world.people.values():
        yield from _forms(person, "person", person.party, (person.name, *person.aliases), person=person)
    for office in world.offices.values():
        bare = (alias.removeprefix("the ") for alias in (office.name, *office.aliases))
        yield from _forms(office, "office", office.party, bare)
    for outlet in world.dossier.outlet if world.dossier else ():
        bare = (alias.removeprefix("the ") for alias in (outlet.name, *outlet.aliases))
        yield from _forms(outlet, "outlet", outlet.country, bare)


def _forms(
    record: Any, kind: str, party: str | None, names: Iterable[str], **more: Any
) -> Iterator[tuple[str, Entry]]:
    entry = Entry(kind, record.name, party, **more)
    for name in names:
        yield name, entry


def _index_people(world: World, posts: dict[str, str]) -> None:
    surnames: defaultdict[str, list[Person]] = defaultdict(list)
    held: defaultdict[tuple[str, str], list[tuple[Role, Person]]] = defaultdict(list)
    for person in world.people.values():
        lasts = {person.name.split()[-1], *(alias.split()[-1] for alias in person.aliases), *person.surnames}
        for last in {*lasts, *map(fold, lasts)}:
            surnames[last].append(person)
        for role in person.roles:
            held[posts.get(role.title.lower(), role.title.lower()), role.of].append((role, person))
    world.surnames, world.posts = dict(surnames), dict(held)
