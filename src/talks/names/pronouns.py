"""Whom a pronoun or "the Norlandian" means: the last one told of whom it fits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from talks.codebook.naming import Naming
from talks.names.actor import Actor

__all__ = ["find_countryman", "find_meant", "gender_of"]

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
        return next((actor for actor in told if actor.kind in BODIES or _is_source(actor, naming)), None)
    return None


def _is_source(actor: Actor, naming: Naming) -> bool:
    """Tell who is called by a word for no person: a governmental source said it was late; it added …"""
    words = actor.name.lower().split() if actor.kind == "unnamed" and not actor.plural else ()
    return not naming.words["faceless"].isdisjoint(words)


def find_countryman(
    party: str, words: Sequence[str], behind: Sequence[str], naming: Naming, told: Iterable[Actor]
) -> Actor | None:
    """Return who is meant by words for one of a people, given with those behind: said the Norlandian.

    Nobody is meant by the first of two adjectives: the Norlandian and Sudrian governments.
    """
    article, *name = words
    one = article in naming.words["pointing"] and len(name) == 1
    if not one or not name[0].endswith(tuple(naming.words["demonymic"])):
        return None
    if not naming.words["joining"].isdisjoint(behind[:1]):
        return None
    return next((actor for actor in told if actor.kind == "person" and actor.party == party), None)


def gender_of(title: str) -> str | None:
    """Return the gender that a courtesy title tells: Mrs. Berg."""
    return {"mr": "m", "mrs": "f", "ms": "f"}.get(title.rstrip("."))
