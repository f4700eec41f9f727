"""Names in full, by the shorter ones that an article goes on with: last names, first names, initials."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from talks.codebook.dossier import Person
from talks.codebook.naming import Naming, match_tail
from talks.names.spotting import Name
from talks.names.unnamed import OWNING
from talks.text import Tokens

__all__ = ["find_full_names", "find_known_names", "find_posts"]

FULL = 2  # words of a name in full


def find_full_names(tokens: Tokens, names: Iterable[Name]) -> tuple[dict[str, str], dict[str, str]]:
    """Return the full names of those in no gazetteer by last names and initials, and by first names.

    By first names many peoples call each other: Anwar Odhran is Anwar.
    """
    lasts: dict[str, str] = {}
    firsts: dict[str, str] = {}
    for name in names:
        written = tokens.written(name.start, name.end) if name.entry is None else ""
        if name.end - name.start < FULL or " " not in written:
            continue  # the Quent-Stenmoe talks
        lasts.setdefault(tokens.words[name.end - 1], written)
        lasts.setdefault(_joined(written.split()[-1]), written)
        firsts.setdefault(tokens.words[name.start], written)
        if initials := _initials_of(tokens, name):
            lasts.setdefault(initials, written)
    return lasts, firsts


def find_known_names(tokens: Tokens, names: Iterable[Name]) -> dict[str, Person]:
    """Return known people whom an article names in full by the first and last word of that: Li Hui is Li.

    Whose first or last name another bears is not among them; one of several known people who are called so
    is, where the article names no other.
    """
    borne: dict[str, set[str]] = {}
    people: dict[str, Person] = {}
    for name in names:
        if name.end - name.start < FULL:
            continue
        person = name.entry.person if name.entry else None
        for at, part in ((name.start, 0), (name.end - 1, -1)):
            word = tokens.words[at]
            borne.setdefault(word, set()).add(person.name if person else tokens.written(name.start, name.end))
            if person and person.name.split()[part] == word:
                people[word] = person
    return {word: person for word, person in people.items() if len(borne[word]) == 1}


def _joined(name: str) -> str:
    """Return a name with its parts written as one: Abdul-Salam is Abdulsalam, too."""
    first, *parts = name.split("-")
    return first + "".join(part.lower() for part in parts)


def _initials_of(tokens: Tokens, name: Name) -> str:
    """Return the initials that stand in brackets behind a name: World Grain Programme (WGP)."""
    words, at = tokens.words, name.end + 1
    bracketed = words[name.end : name.end + 1] == ["("] and words[at + 1 : at + 2] == [")"]
    return words[at] if bracketed and words[at].isupper() else ""


def find_posts(tokens: Tokens, names: Sequence[Name], naming: Naming) -> dict[str, tuple[str, str | None]]:
    """Return the posts told right before names that are in no gazetteer, with the party whose they are."""
    found: dict[str, tuple[str, str | None]] = {}
    for before, name in pairwise(names):
        if name.kind != "unknown" or name.end - name.start < FULL or before.kind not in OWNING:
            continue
        post = match_tail(naming.roles, tokens.lowers, before.end, name.start)
        between = tokens.lowers[before.end : post[0]] if post else []
        own = naming.words["standing"].issuperset(between)
        former = tokens.lowers[max(0, before.start - 1) : before.start]
        if post and own and before.entry and naming.former.isdisjoint(former):
            found.setdefault(tokens.written(name.start, name.end), (post[1], before.entry.party))
    return found
