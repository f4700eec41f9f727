"""Dossiers: what a record refers to exists, terms of office have an order, one name means one thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from talks.codebook import Codebook
from talks.codebook.dossier import Dossier, Person, Reference
from talks.codebook.world import World

__all__ = ["check_dossiers"]


def check_dossiers(codebook: Codebook) -> Iterator[str]:
    """Yield what is wrong with the dossiers."""
    for world in codebook.worlds:
        if world.dossier:
            for fault in _faults(world, world.dossier, frozenset(codebook.kinds)):
                yield f"dossiers/{world.dossier.id}.toml: {fault}"


def _faults(world: World, dossier: Dossier, kinds: frozenset[str]) -> Iterator[str]:
    yield from _unknown("sides and mediators", (*dossier.sides, *dossier.mediators), world.parties)
    yield from _unknown("offices' parties", (office.party for office in dossier.office), world.parties)
    yield from _unknown("people's parties", (p.party for p in dossier.person if p.party), world.parties)
    places = {**world.places, **world.parties}
    yield from _unknown("places' countries", (p.country for p in dossier.place if p.country), places)
    yield from _unknown("places' cities", (p.within for p in dossier.place if p.within), places)
    for person in dossier.person:
        yield from _person(person, world)
    for reference in dossier.reference:
        yield from _reference(reference, world, kinds)
    yield from _repeated("reference", (reference.id for reference in dossier.reference))
    for what in ("party", "office", "person", "place", "outlet"):
        yield from _repeated(what, (record.name for record in getattr(dossier, what)))


def _person(person: Person, world: World) -> Iterator[str]:
    bodies = {*world.parties, *world.offices, *(office.party for office in world.offices.values())}
    yield from _unknown(f"roles of {person.name}", (role.of for role in person.roles), bodies)
    for role in person.roles:
        if role.since and role.until and role.until < role.since:
            yield f"{person.name} ends as {role.title} before the beginning"


def _reference(reference: Reference, world: World, kinds: frozenset[str]) -> Iterator[str]:
    what = f"reference {reference.id}"
    yield from _unknown(f"the kind of {what}", [reference.kind] if reference.kind else [], kinds)
    yield from _unknown(f"parties of {what}", reference.parties, world.parties)
    yield from _unknown(f"people of {what}", reference.people, world.people)
    place = [reference.place] if reference.place else []
    yield from _unknown(f"the place of {what}", place, {**world.places, **world.parties})


def _unknown(what: str, names: Iterable[str], known: Iterable[str]) -> Iterator[str]:
    for name in sorted(set(names) - set(known)):
        yield f"{what}: {name!r} is no record of the dossier or the world"


def _repeated(what: str, names: Iterable[str]) -> Iterator[str]:
    for name, times in Counter(names).items():
        if times > 1:
            yield f"{what} {name!r} is told {times} times"
