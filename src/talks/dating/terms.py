"""Terms of office: a text that speaks of Chancellor Varga was written when he was that, or later."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from talks.codebook.dossier import Person

__all__ = ["Term", "TermIndex"]

NAME = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
REACH = 8  # words before a last name in which its title stands

Term = tuple[dt.date, dt.date]


@dataclass(frozen=True, slots=True)
class _Holder:
    first_names: frozenset[str]
    terms: dict[tuple[str, ...], list[Term]]  # words of a title, lower case → when it was held


@dataclass(frozen=True, slots=True)
class TermIndex:
    """Terms of office, by the last names of those who held them."""

    holders: dict[str, list[_Holder]] = field(default_factory=dict)
    former: frozenset[str] = frozenset()

    @classmethod
    def of(cls, people: Iterable[Person], posts: Mapping[str, str], former: Iterable[str] = ()) -> TermIndex:
        """Index people's roles; `posts` maps every way to say a post to its key."""
        ways = defaultdict(list)
        for way, key in posts.items():
            ways[key].append(tuple(way.split()))
        holders: defaultdict[str, list[_Holder]] = defaultdict(list)
        for person in people:
            terms: defaultdict[tuple[str, ...], list[Term]] = defaultdict(list)
            for role in person.roles:
                for words in ways[posts.get(role.title.lower(), "")]:
                    terms[words].append((role.since or dt.date.min, role.until or dt.date.max))
            if terms:
                holder = _Holder(frozenset(person.name.lower().split()[:-1]), dict(terms))
                holders[person.name.split()[-1].lower()].append(holder)
        return cls(dict(holders), frozenset(former))

    def told(self, text: str) -> list[tuple[Term, ...]]:
        """Return, for each official to whom a sentence gives a title, when that title was held."""
        words = [match[0].lower() for match in NAME.finditer(text)]
        found = [terms for at, word in enumerate(words) for terms in self._at(words, at, word)]
        return list(dict.fromkeys(found))

    def _at(self, words: list[str], at: int, word: str) -> Iterator[tuple[Term, ...]]:
        for holder in self.holders.get(word, ()):
            before = words[max(0, at - REACH) : at]
            while before and before[-1] in holder.first_names:
                before.pop()
            for title, terms in holder.terms.items():
                head = before[: -len(title)]
                if tuple(before[-len(title) :]) == title and self.former.isdisjoint(head[-2:]):
                    yield tuple(terms)
