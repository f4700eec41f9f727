"""Whom a pronoun means: the last one told of whom it fits."""

from __future__ import annotations

from collections.abc import Iterable

from talks.codebook.naming import Naming
from talks.names.actor import Actor

__all__ = ["find_meant"]

BODIES = frozenset({"office", "party", "body"})
PEOPLE = frozenset({"person", "unnamed"})


def find_meant(word: str, naming: Naming, told: Iterable[Actor]) -> Actor | None:
    """Return whom a pronoun means among those told of before, the last one first."""
    if word in naming.personal:
        sex = "m" if word in naming.words["masculine"] else "f"
        people = (actor for actor in told if actor.kind in PEOPLE and not actor.plural)
        return next((actor for actor in people if actor.gender in (sex, None)), None)
    if word in naming.words["plural"]:
        return next((actor for actor in told if actor.plural), None)
    if word in naming.words["neuter"]:
        return next((actor for actor in told if actor.kind in BODIES), None)
    return None
