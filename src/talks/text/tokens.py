"""Split text in tokens: parallel lists, as one object a token would be slow."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from operator import add

__all__ = ["Tokens", "cut", "openings", "tokenise"]

DATELINE = 6  # tokens

PIECES = r"""
      [a-z]++(?![\w'’]) | [A-Z][a-z]++(?![\w'’.]) | [,.](?!\w)  # most tokens; all others are tried in vain
    | (?:[A-Z]\.){2,}                                   # U.S.
    | (?<!\w)(?:ABBREVIATIONS)\.
    | (?<!\w)[A-Z]\.(?=\s[A-Z])                       # the initial in Torvald M. Ekre
    | (?<!\w)[A-Z]{1,3}\d{1,3}(?!\w)                     # G7, SU24
    | [^\W\d_]+(?=['’](?:s|re|ve|ll|d|m)\b|n['’]t\b)  # Citadel | 's, did | n't, they | 're
    | n['’]t\b | ['’](?:s|re|ve|ll|d|m)\b
    | [^\W\d_]+(?:['’][^\W\d_]+)*                       # words; d'état
    | \d+(?:[.,:]\d+)*                                  # 6,000 and 18.30
    | \S
    """


@dataclass(frozen=True, slots=True)
class Tokens:
    """Tokens of a text, as parallel lists; `starts` and `ends` are offsets into it."""

    words: list[str]
    lowers: list[str]
    starts: list[int]
    ends: list[int]
    index: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))  # see places

    def __len__(self) -> int:
        return len(self.words)

    def at(self, offset: int) -> int:
        """Return the number of the first token that starts at or after an offset."""
        return bisect_left(self.starts, offset)

    def ending_by(self, offset: int) -> int:
        """Return the number of tokens that end at or before an offset."""
        return bisect_left(self.ends, offset + 1)

    def places(self, words: Set[str]) -> list[int]:
        """Return the tokens that are one of some words, in lower case; each is looked at once for all."""
        index = self.index
        if not index:
            for at, word in enumerate(self.lowers):
                index[word].append(at)
        return sorted(chain.from_iterable(map(index.__getitem__, index.keys() & words)))

    def written(self, start: int, end: int) -> str:
        """Return tokens [start, end) with single blanks where any stand between them."""
        out = self.words[start]
        for at in range(start + 1, end):
            out += (" " if self.starts[at] > self.ends[at - 1] else "") + self.words[at]
        return out


def cut(first: int, last: int, held: Mapping[int, int], most: int) -> Iterator[tuple[int, int]]:
    """Yield tokens [first, last) in stretches of so many; what is `held`, first → end, counts as one."""
    begin, count, at = first, 0, first
    while at < last:
        if count == most:
            yield begin, at
            begin, count = at, 0
        at, count = held.get(at, at + 1), count + 1
    if begin < last:
        yield begin, last


def openings(tokens: Tokens, start: int) -> Iterator[int]:
    """Yield the tokens that begin a sentence, the second behind a dateline: CASTREL: After talks, …"""
    first = tokens.at(start)
    yield first
    head = tokens.words[first : first + DATELINE]
    if ":" in head[1:-1]:
        yield first + head.index(":", 1) + 1


@cache
def token_pattern(abbreviations: frozenset[str] = frozenset()) -> re.Pattern[str]:
    """Return the pattern of tokens; an abbreviation keeps its full stop: Mr. is one token."""
    words = "|".join(re.escape(word.capitalize()) for word in sorted(abbreviations))
    return re.compile(PIECES.replace("ABBREVIATIONS", words or "(?!)"), re.VERBOSE)


def tokenise(text: str, abbreviations: frozenset[str] = frozenset()) -> Tokens:
    """Return the tokens of a text, in order."""
    words: list[str] = token_pattern(abbreviations).findall(text)
    starts: list[int] = []
    at, find = 0, text.find
    for word in words:  # nothing but blanks stands between them
        at = find(word, at)
        starts.append(at)
        at += len(word)
    ends = list(map(add, starts, map(len, words)))
    lowers = list(map(str.lower, words))
    if "’" in text:  # patterns know one apostrophe
        lowers = [word.replace("’", "'") for word in lowers]
    return Tokens(words, lowers, starts, ends)
