"""Subjects of statements and the words that show them (topics.toml)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import product

from talks.codebook.data import read_data
from talks.text import tokenise

__all__ = ["Topics", "load_topics"]

WORD = re.compile(r'"([^"]+)"|(\S+)')
FIGURE = "#"  # stands for any figure
SHORTEST = 3  # letters of a stem

Shown = tuple[str, bool]  # a topic, and whether the word names it or only goes with it


@dataclass(frozen=True, slots=True)
class Topics:
    """Words, stems and phrases with the topics that they show."""

    names: tuple[str, ...]
    words: dict[str, tuple[Shown, ...]]
    stems: dict[str, tuple[Shown, ...]]
    phrases: dict[str, list[tuple[tuple[str, ...], tuple[Shown, ...]]]]  # by the first word, longest first
    encounters: frozenset[str]  # words of meeting, which make a summit of two leaders
    remote: frozenset[str]  # words that tell that they only telephoned
    examples: dict[str, tuple[str, str]]  # topic → example, counterexample
    known: dict[str, tuple[Shown, ...]] = field(default_factory=dict)  # what words have shown before

    def count(self, lowers: Sequence[str]) -> tuple[Counter[str], Counter[str]]:
        """Count by topic the words that name it, and those that hint at it."""
        named: Counter[str] = Counter()
        hinted: Counter[str] = Counter()
        for topic, names in self._shown(lowers):
            (named if names else hinted)[topic] += 1
        return named, hinted

    def _shown(self, lowers: Sequence[str]) -> Iterable[Shown]:
        after = 0  # where the last phrase ends
        lowers = [FIGURE if word[0].isdigit() else word for word in lowers]
        for at, word in enumerate(lowers):
            if at < after:
                continue
            size, shown = self._phrase(lowers, at) if word in self.phrases else (0, ())
            after = at + size
            yield from shown if size else self.known.get(word) or self._word(word)

    def _phrase(self, lowers: Sequence[str], at: int) -> tuple[int, tuple[Shown, ...]]:
        for words, shown in self.phrases[lowers[at]]:
            *whole, last = lowers[at : at + len(words)]
            if len(whole) == len(words) - 1 and tuple(whole) == words[:-1] and last.startswith(words[-1]):
                return len(words), shown
        return 0, ()

    def _word(self, word: str) -> tuple[Shown, ...]:
        if word not in self.known:
            starts = (self.stems.get(word[:size]) for size in range(len(word), SHORTEST - 1, -1))
            self.known[word] = self.words.get(word) or next(filter(None, starts), ())
        return self.known[word]


@cache
def load_topics() -> Topics:
    """Read the topics."""
    data = read_data("topics.toml")
    rows = data["topics"]
    optional = ("", *data["optional"].split())
    owners: dict[str, tuple[Shown, ...]] = {}
    for topic, row in rows.items():
        for words, names in ((row["words"], True), (row["hints"], False)):
            for phrase, word in WORD.findall(words):
                for key in _written_out((phrase or word).lower(), optional):
                    owners[key] = (*owners.get(key, ()), (topic, names))
    split = {key: tuple(tokenise(key.removeprefix("=")).lowers) for key in owners}
    phrases: dict[str, list[tuple[tuple[str, ...], tuple[Shown, ...]]]] = {}
    for key in sorted(split, key=lambda key: -len(split[key])):
        if len(split[key]) > 1:
            phrases.setdefault(split[key][0], []).append((split[key], owners[key]))
    single = {key: shown for key, shown in owners.items() if len(split[key]) == 1}
    return Topics(
        names=tuple(rows),
        words={key[1:]: shown for key, shown in single.items() if key.startswith("=")},
        stems={key: shown for key, shown in single.items() if not key.startswith("=")},
        phrases=phrases,
        encounters=frozenset(data["encounters"]["words"].split()),
        remote=frozenset(data["encounters"]["unless"].split()),
        examples={topic: (row["example"], row["counterexample"]) for topic, row in rows.items()},
    )


def _written_out(phrase: str, optional: Sequence[str]) -> Iterable[str]:
    """Yield the phrases that a phrase with choices stands for."""
    choices = [optional if part == "_" else part.split("|") for part in phrase.split()]
    return (" ".join(filter(None, words)) for words in product(*choices))
