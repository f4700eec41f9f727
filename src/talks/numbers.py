"""Number words and figures."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from talks.codebook.data import read_data
from talks.models import Bound
from talks.text import Tokens

__all__ = ["Number", "NumberWords", "find_numbers", "find_ordinal", "load_number_words"]

FIGURE = re.compile(r"\d{1,3}(?:,\d{3}){1,5}|\d{1,18}")  # what is longer counts nothing


class Number(NamedTuple):
    """A whole number said by the tokens [start, end), with its bound."""

    start: int
    end: int
    value: int
    bound: Bound = Bound.EXACT


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The number words of a language."""

    units: dict[str, int]
    scales: dict[str, int]
    ordinals: dict[str, int]
    roman: dict[str, int]
    bounds: dict[str, tuple[tuple[tuple[str, ...], Bound], ...]]  # by their last words, the longest first
    words: dict[str, frozenset[str]]  # words around numbers, by what they do
    sides: tuple[str, ...]  # phrases that make a figure one for each side
    particled: frozenset[str]  # verbs whose particle looks like a bound: hand over 6,000 bodies


@cache
def load_number_words(language: str = "en") -> NumberWords:
    """Read the number words of a language."""
    data = read_data(f"lexicon/numbers-{language}.toml")
    bounds = [
        (tuple(way.split()), Bound(name)) for name, ways in data["bounds"].items() for way in ways.split("|")
    ]
    bounds.sort(key=lambda row: -len(row[0]))
    lasts = dict.fromkeys(way[-1] for way, _ in bounds)
    return NumberWords(
        data["units"],
        data["scales"],
        data["ordinals"],
        data["roman"],
        {last: tuple(row for row in bounds if row[0][-1] == last) for last in lasts},
        {name: frozenset(words.split()) for name, words in data["words"].items()},
        tuple(data["sides"]["ways"].split("|")),
        frozenset(data["particled"]["words"].split()),
    )


def find_ordinal(tokens: Tokens, at: int, words: NumberWords) -> int:
    """Return the ordinal whose last token is given, in words or in digits: third, 3rd; else 0."""
    if tokens.lowers[at] not in words.words["suffixes"]:
        return words.ordinals.get(tokens.lowers[at], 0)
    joined = at > 0 and tokens.ends[at - 1] == tokens.starts[at]
    return int(tokens.lowers[at - 1]) if joined and tokens.lowers[at - 1].isdecimal() else 0


def find_numbers(tokens: Tokens, words: NumberWords) -> list[Number]:
    """Return the whole numbers of a text; decimals, scores and times are none."""
    out: list[Number] = []
    lowers, done = tokens.lowers, 0
    figures = {word for word in set(lowers) if word[0].isdigit()}
    for at in tokens.places(figures | words.units.keys() | words.scales.keys()):
        if at < done:
            continue
        number = _figure(tokens, at, words) if lowers[at][0].isdigit() else _spoken(tokens, at, words)
        if number:
            out.append(number)
            done = number.end
    return out


def _figure(tokens: Tokens, at: int, words: NumberWords) -> Number | None:
    word = tokens.words[at]
    if not FIGURE.fullmatch(word):
        return None
    value, end = int(word.replace(",", "")), at + 1
    start, bound = _with_bound(tokens, at, words)
    if end < len(tokens) and tokens.lowers[end] in words.scales:
        value *= words.scales[tokens.lowers[end]]
        end += 1
    return Number(start, end, value, bound)


def _spoken(tokens: Tokens, at: int, words: NumberWords) -> Number | None:
    if at and tokens.lowers[at] in words.scales and tokens.lowers[at - 1] in words.words["uncounted"]:
        return None
    total, part, end, seen = 0, 0, at, False
    while end < len(tokens):
        word = tokens.lowers[end]
        if word in words.units:
            part += words.units[word]
        elif word in words.scales:
            part = (part or 1) * words.scales[word]
            if words.scales[word] >= 1000:
                total, part = total + part, 0
        elif not (word in ("and", "-") and seen and _goes_on(tokens, end + 1, words)):
            break
        seen, end = True, end + 1
    bound_start, bound = _with_bound(tokens, at, words)
    return Number(bound_start, end, total + part, bound) if seen else None


def _goes_on(tokens: Tokens, at: int, words: NumberWords) -> bool:
    """Tell whether "and" or a hyphen stands inside a number: one hundred and twenty, twenty-five."""
    if at >= len(tokens) or tokens.lowers[at] not in words.units:
        return False
    before = tokens.lowers[at - 2]
    if tokens.lowers[at - 1] == "and":
        return words.scales.get(before, 0) >= 100
    return words.units.get(before, 0) >= 20


def _with_bound(tokens: Tokens, at: int, words: NumberWords) -> tuple[int, Bound]:
    for way, bound in words.bounds.get(tokens.lowers[at - 1], ()) if at else ():
        start = at - len(way)
        if start >= 0 and tuple(tokens.lowers[start:at]) == way and not _is_particle(tokens, start, words):
            return start, bound
    return at, Bound.EXACT


def _is_particle(tokens: Tokens, at: int, words: NumberWords) -> bool:
    return at > 0 and tokens.lowers[at - 1] in words.particled
