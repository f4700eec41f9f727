"""How people, offices and parties are named, whatever the negotiation (lexicon/names-en.toml)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from talks.codebook.data import read_data

__all__ = ["Naming", "load_naming", "match_phrase", "match_tail"]


class Phrases(dict[str, list[tuple[tuple[str, ...], str]]]):
    """Phrases with their keys by first word, longest first; `lasts` are the words with which they end."""

    def __init__(self, rows: Iterable[tuple[tuple[str, ...], str]]) -> None:
        super().__init__()
        for words, key in sorted(rows, key=lambda row: -len(row[0])):
            self.setdefault(words[0], []).append((words, key))
        self.lasts = frozenset(words[-1] for found in self.values() for words, _ in found)


@dataclass(frozen=True, slots=True)
class Naming:
    """Phrase tables by first word, longest first; `roles`, `offices`, `collectives` give a phrase its key."""

    titles: frozenset[str]
    roles: Phrases
    offices: Phrases
    collectives: Phrases
    posts: dict[str, str]  # every way to say a post → its key
    bureaus: dict[str, str]  # posts → the offices that work for their holders
    heads: dict[str, str]  # a post and the office that it is of → the post that is meant
    former: frozenset[str]
    stop: frozenset[str]
    genders: dict[str, str]
    leading: tuple[str, ...]  # posts whose holders make a summit when they meet, the first one leads
    leaders: frozenset[str]  # words for several of them
    delegations: frozenset[str]
    dignitaries: frozenset[str]  # words for officials who meet each other
    words: dict[str, frozenset[str]]  # pronouns and determiners, by what they do
    personal: frozenset[str]  # pronouns of one person
    pronouns: frozenset[str]  # all that can stand for who was told of before


@cache
def load_naming(language: str = "en") -> Naming:
    """Read the naming words of a language."""
    data = read_data(f"lexicon/names-{language}.toml")
    posts = {way: key for key, ways in data["roles"].items() for way in _ways(ways)}
    words = {name: frozenset(listed.split()) for name, listed in data["words"].items()}
    personal = words["masculine"] | words["feminine"]
    return Naming(
        titles=frozenset(data["titles"].split()),
        roles=_table(data["roles"]),
        offices=_table(data["offices"]),
        collectives=_table(data["collectives"]),
        posts=posts,
        bureaus=data["bureaus"],
        heads=data["heads"],
        former=frozenset(_ways(data["modifiers"]["former"])),
        stop=frozenset(data["stop"]["words"].split()),
        leading=tuple(data["leaders"]["posts"]),
        leaders=frozenset(_ways(data["leaders"]["words"])),
        delegations=frozenset(data["delegations"]["words"].split()),
        dignitaries=frozenset(data["dignitaries"]["words"].split()),
        words=words,
        personal=personal,
        pronouns=personal | words["plural"] | words["neuter"],
        genders={name: sex for sex, names in data["genders"].items() for name in names.split()},
    )


def match_phrase(table: Phrases, words: list[str], at: int) -> tuple[int, str] | None:
    """Return the end and key of the longest phrase that starts at a word."""
    for phrase, key in table.get(words[at], ()):
        if tuple(words[at : at + len(phrase)]) == phrase:
            return at + len(phrase), key
    return None


def match_tail(table: Phrases, words: list[str], start: int, end: int) -> tuple[int, str] | None:
    """Return the start and key of the first phrase, each the longest at its start, that ends at `end`."""
    if start >= end or words[end - 1] not in table.lasts:
        return None
    for at in range(start, end):
        if words[at] in table:
            found = match_phrase(table, words, at)
            if found and found[0] == end:
                return at, found[1]
    return None


def _ways(text: str) -> list[str]:
    return [" ".join(way.split()) for way in text.split("|") if way.strip()]


def _table(entries: dict[str, str]) -> Phrases:
    return Phrases((words, key) for key, ways in entries.items() for words in _spellings(_ways(ways)))


def _spellings(ways: Iterable[str]) -> Iterable[tuple[str, ...]]:
    """Yield a phrase as its tokens: a hyphen or an apostrophe-s is a token of its own."""
    for way in ways:
        spaced = way.replace("-", " - ").replace("'s", " 's").replace("’s", " ’s")
        yield tuple(spaced.split())
