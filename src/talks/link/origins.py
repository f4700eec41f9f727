"""How many independent origins the reports of a happening have."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from talks.link.reports import Report

__all__ = ["count_origins"]

WORDS: Final = 5  # words in a row that two texts hardly have in common by chance
ALIKE: Final = 0.7  # part of such runs of the shorter text from which it is taken from the other
TELLING: Final = 4  # such runs that a text must have: short sentences are alike without being copies
WORD: Final = re.compile(r"\w+")


def count_origins(reports: Sequence[Report]) -> int:
    """Count the origins of reports; what one agency or outlet put out is of one, and so are copies."""
    forest: dict[str, str] = {}
    for one, two in _ties(reports):
        forest[_root(forest, one)] = _root(forest, two)
    return len({_root(forest, report.mention.article) for report in reports})


def _root(forest: dict[str, str], node: str) -> str:
    while forest.get(node, node) != node:
        node = forest[node]
    return node


def _ties(reports: Sequence[Report]) -> Iterable[tuple[str, str]]:
    """Yield what is of one origin: an article with its origin, and articles that copy each other."""
    by_words: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for report in reports:
        yield report.mention.article, f"origin {report.origin}"
        words = tuple(WORD.findall(report.mention.evidence[0].quote.casefold()))
        by_words[words].append(report.mention.article)
    for articles in by_words.values():
        yield from ((articles[0], other) for other in articles[1:])
    yield from _copies({words: articles[0] for words, articles in by_words.items()})


def _copies(texts: dict[tuple[str, ...], str]) -> Iterable[tuple[str, str]]:
    """Yield the articles of texts that share most of their runs of words."""
    held: defaultdict[tuple[str, ...], list[tuple[str, ...]]] = defaultdict(list)
    for words in texts:
        runs = {words[n : n + WORDS] for n in range(len(words) - WORDS + 1)}
        shared: defaultdict[tuple[str, ...], int] = defaultdict(int)
        for run in runs:
            for other in held[run]:
                shared[other] += 1
            held[run].append(words)
        for other, number in shared.items():
            runs_of_shorter = min(len(words), len(other)) - WORDS + 1
            if number >= max(TELLING, ALIKE * runs_of_shorter):
                yield texts[words], texts[other]
