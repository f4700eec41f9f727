"""How people, offices and parties are named, whatever the negotiation (lexicon/names-en.toml)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from talks.codebook.data import read_data

__all__ = ["Naming", "load_naming"]

Phrases = dict[str, list[tuple[tuple[str, ...], str]]]


@dataclass(frozen=True, slots=True)
class Naming:
    """Phrase tables by first word, longest first; `roles`, `offices`, `collectives` give a phrase its key."""

    titles: frozenset[str]
    roles: Phrases
    offices: Phrases
    collectives: Phrases
    posts: dict[str, str]  # every way to say a post → its key
    former: frozenset[str]
    stop: frozenset[str]
    genders: dict[str, str]
    leading: frozenset[str]  # posts whose holders make a summit when they meet
    leaders: frozenset[str]  # words for several of them
    delegations: frozenset[str]
    dignitaries: frozenset[str]  # words for officials who meet each other
    words: dict[str, frozenset[str]]  # pronouns and determiners, by what they do


@cache
def load_naming(language: str = "en") -> Naming:
    """Read the naming words of a language."""
    data = read_data(f"lexicon/names-{language}.toml")
    posts = {way: key for key, ways in data["roles"].items() for way in _ways(ways)}
    return Naming(
        titles=frozenset(data["titles"].split()),
        roles=_table(data["roles"]),
        offices=_table(data["offices"]),
        collectives=_table(data["collectives"]),
        posts=posts,
        former=frozenset(_ways(data["modifiers"]["former"])),
        stop=frozenset(data["stop"]["words"].split()),
        leading=frozenset(data["leaders"]["posts"]),
        leaders=frozenset(_ways(data["leaders"]["words"])),
        delegations=frozenset(data["delegations"]["words"].split()),
        dignitaries=frozenset(data["dignitaries"]["words"].split()),
        words={name: frozenset(words.split()) for name, words in data["words"].items()},
        genders={name: sex for sex, names in data["genders"].items() for name in names.split()},
    )


def match_phrase(table: Phrases, words: list[str], at: int) -> tuple[int, str] | None:
    """Return the end and key of the longest phrase that starts at a word."""
    for phrase, key in table.get(words[at], ()):
        if tuple(words[at : at + len(phrase)]) == phrase:
            return at + len(phrase), key
    return None


def _ways(text: str) -> list[str]:
    return [" ".join(way.split()) for way in text.split("|") if way.strip()]


def _table(entries: dict[str, str]) -> Phrases:
    out: Phrases = {}
    for key, ways in entries.items():
        for words in _spellings(_ways(ways)):
            out.setdefault(words[0], []).append((words, key))
    return {first: sorted(found, key=lambda row: -len(row[0])) for first, found in out.items()}


def _spellings(ways: Iterable[str]) -> Iterable[tuple[str, ...]]:
    """Yield a phrase as its tokens: a hyphen or an apostrophe-s is a token of its own."""
    for way in ways:
        spaced = way.replace("-", " - ").replace("'s", " 's").replace("’s", " ’s")
        yield tuple(spaced.split())
