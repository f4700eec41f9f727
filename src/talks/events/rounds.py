"""Which round a happening is."""

from __future__ import annotations

import re

from talks.events.triggers import Hit
from talks.numbers import find_ordinal, load_number_words
from talks.reading import Reading

__all__ = ["find_rounds"]

MOST_ROUNDS = 30
WITH = re.compile("i[daN~n'c]+(?=[is])")  # classes of a preposition with those who take part, or where
REACH = 12  # tokens before the head among which its number stands


def find_rounds(reading: Reading, hit: Hit) -> list[int]:
    """Return the numbers of the rounds that the words name: "a second and a third round" are two."""
    words, tokens = load_number_words(), reading.tokens
    found: list[int] = []
    at = hit.head - 1
    while at >= 0 and hit.head - at < REACH:
        number = find_ordinal(tokens, at, words)
        if not (number or at >= hit.first or tokens.lowers[at] in words.words["numbering"]):
            break
        if 0 < number < MOST_ROUNDS:
            found.insert(0, number)
        elif tokens.words[at] in words.roman and at == hit.head - 1:
            found.insert(0, words.roman[tokens.words[at]])
        at -= 1 + (number > 0 and tokens.lowers[at] not in words.ordinals)
    found = _first_of(reading, hit, found)
    if found == [1] and _is_first_since(reading, hit.last):
        return []
    if found or tokens.lowers[hit.head] != "round" or hit.head + 1 >= len(tokens):
        return found
    after = tokens.lowers[hit.head + 1]
    number = words.units.get(after) or _small(after)
    return [number] if number else []


def _first_of(reading: Reading, hit: Hit, found: list[int]) -> list[int]:
    """Return the numbers of "the first two rounds"; of those found else, as they are."""
    told = next((n.value for n in reading.numbers_in(hit.first, hit.head) if n.end == hit.head), 0)
    return list(range(1, told + 1)) if found == [1] and 1 < told < MOST_ROUNDS else found


def _small(word: str) -> int:
    number = int(word) if word.isdecimal() and len(word) < 3 else 0
    return number if number < MOST_ROUNDS else 0


def _is_first_since(reading: Reading, at: int) -> bool:
    """Tell "the first round since March", "in three years", which is no round one; in Castrel, it is."""
    between = WITH.match(reading.classes, at)  # between Norland and Sudria
    words = reading.tokens.lowers[at : at + 1]
    seat = any(name.start <= at + 1 < name.end for name in reading.cast.names_in(at, at + 4))
    since = between is not None and reading.tokens.lowers[between.end() : between.end() + 1] == ["since"]
    return since or (not seat and not load_number_words().words["lapse"].isdisjoint(words))
