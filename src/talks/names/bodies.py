"""Bodies: by the last words of their names, and the offices that work for somebody: Stenmoe's office."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import pairwise

from talks.codebook.dossier import Person
from talks.codebook.naming import Naming
from talks.codebook.world import Entry, World
from talks.names.actor import Actor
from talks.names.spotting import Name
from talks.text import Tokens

__all__ = ["adjective_of", "body_of", "find_bureau", "find_local", "find_namesake", "kind_of", "posts_of"]

SIDES = frozenset({"party", "adjective", "metonym"})  # kinds of names that tell whose an office is


def body_of(entry: Entry, leaders: str | None = None) -> Actor:
    """Return the body that a name in the gazetteer stands for; a place is none that speaks.

    Of several states their `leaders` speak, as they are called: European leaders.
    """
    if leaders and entry.kind == "party":
        return Actor(leaders, "body", entry.name, plural=True)
    if entry.kind in ("party", "metonym"):
        return Actor(entry.name, "party", entry.name)
    if entry.kind == "place":
        return Actor(entry.name, "thing", entry.party)
    return Actor(entry.name, entry.kind, entry.party)


def find_bureau(owner: Actor, world: World, naming: Naming, day: dt.date | None) -> Actor | None:
    """Return the office that works for somebody: the one called after him, else that of his post."""
    surname = owner.name.split()[-1]
    called = (
        entry
        for phrase, entry in world.names.get(surname, {}).items()
        if entry.kind == "office" and phrase[-1] in naming.words["bureau"]
    )
    known = next(called, None)
    if known:
        return Actor(known.name, "office", known.party)
    posts = (owner.post, *posts_of(owner.person, naming, day))
    name = next((naming.bureaus[post] for post in posts if post in naming.bureaus), None)
    if name is None or owner.party not in world.parties:
        return None
    return Actor(f"{adjective_of(owner.party, world)} {name}", "office", owner.party)


def adjective_of(party: str | None, world: World) -> str:
    """Return the adjective of a party, or its name where it has none: Norlandic."""
    record = world.parties.get(party or "")
    return next(iter(record.adjectives), record.name) if record else party or ""


def kind_of(name: str, before: str, words: Mapping[str, frozenset[str]]) -> str:
    """Tell a person from a body, or from what prints news, by the head of a name or the word before it."""
    whole, several = name.lower().split(), " " in name
    last = next((word for word, after in pairwise(whole) if after in words["purposes"]), whole[-1])
    if before in words["institutions"] or (several and last in words["institutions"]):
        return "body"
    if last in words["realms"]:
        return "body"
    return "thing" if several and last in words["press"] else "person"


def find_local(
    tokens: Tokens, phrase: tuple[int, int, int], names: Sequence[Name], party: str | None, naming: Naming
) -> Actor | None:
    """Return authorities of a town or region, or of nobody known, in the words of the text.

    `phrase` is where they are told of: start, noun, end; `party` is that of the names around.
    """
    start, noun, end = phrase
    place = next((name for name in names if name.entry and name.entry.kind == "place"), None)
    local = place is not None or not naming.words["local"].isdisjoint(tokens.lowers[start:noun])
    start += tokens.lowers[start] in naming.words["determining"]
    if party and not local:
        return None
    kind = "body" if local or start < noun else "unnamed"  # the authorities
    return Actor(tokens.written(start, max(end, place.end) if place else end), kind, party, plural=True)


def find_namesake(
    tokens: Tokens, phrase: tuple[int, int], inside: Sequence[Name], around: Sequence[Name], naming: Naming
) -> Actor | None:
    """Return the body of another side that is called like a known office: the Captives Office of Norland."""
    head, owners = inside[-1], around[len(inside) :]
    beside = [name for name in (*inside[:-1], *owners[:1]) if name.entry and name.kind in SIDES]
    sides = [(name, name.entry.party or name.entry.name) for name in beside if name.entry]
    if head.entry is None or head.entry.kind != "office" or not sides or head.entry.party is None:
        return None
    if any(side == head.entry.party for _, side in sides):
        return None
    name, side = sides[-1]
    start = phrase[0] + (tokens.lowers[phrase[0]] in naming.words["determining"])
    return Actor(tokens.written(start, max(phrase[1], name.end)), "body", side)


def posts_of(
    person: Person | None, naming: Naming, day: dt.date | None, *, of: Container[str] | None = None
) -> Iterator[str]:
    """Yield the keys of the posts that somebody holds on a day; `of` some bodies or sides alone."""
    for role in person.roles if person else ():
        if role.held_on(day) and (of is None or role.of in of):
            yield naming.posts.get(role.title.lower(), role.title.lower())
