"""Who speaks or acts."""

from __future__ import annotations

from typing import NamedTuple

from talks.codebook.dossier import Person

__all__ = ["LEADER", "Actor", "actor_for"]

LEADER = "leader"  # what whoever leads may be called


class Actor(NamedTuple):
    """Who speaks or acts; `kind` is person, office, party, body, unnamed, outlet or thing."""

    name: str
    kind: str
    party: str | None = None
    person: Person | None = None
    gender: str | None = None
    post: str | None = None
    plural: bool = False
    anonymous: bool = False  # brought in as one who is not to be named: a diplomat, a source


def actor_for(person: Person, post: str | None = None) -> Actor:
    """Return somebody known as who speaks or acts, by a post if one is told."""
    return Actor(person.name, "person", person.party, person, person.gender, post)
