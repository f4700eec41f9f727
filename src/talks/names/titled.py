"""Ordinary words that are written with capitals in a headline: Talks to Resume on Friday, Ekre Says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import Final

from talks.codebook.world import World
from talks.text import Paragraph, Tokens

__all__ = ["find_titled"]

LONG: Final = 4  # letters from which a word of a headline has a capital
LEAST: Final = 4  # such words, at least, in a headline
LONGEST: Final = 30  # tokens of one, at most
SMALL: Final = 1  # long words without a capital in one: a word that its editor overlooked
ENDS: Final = frozenset(".;:,")  # marks by which a line of text ends


def find_titled(tokens: Tokens, lines: Sequence[Paragraph], world: World, common: Set[str]) -> frozenset[int]:
    """Return the tokens of headlines that are no names, for all their capitals.

    They are `common` words, or written without a capital elsewhere in the text, and called by no name.
    """
    small = {word for word in set(tokens.words) if word.islower()}
    return frozenset(at for line in lines for at in _of_line(tokens, line, world, (common, small)))


def _of_line(
    tokens: Tokens, line: Paragraph, world: World, ordinary: tuple[Set[str], Set[str]]
) -> Iterator[int]:
    first, last = tokens.at(line.start), tokens.ending_by(line.end)
    words = tokens.words[first:last]
    if len(words) > LONGEST or not words or words[-1] in ENDS:
        return
    long = [word for word in words if len(word) >= LONG and word.isalpha() and not word.isupper()]
    if len(long) < LEAST or sum(word.islower() for word in long) > SMALL:
        return
    for at in range(first, last):
        word = tokens.lowers[at]
        known = any(word in words for words in ordinary) and not _is_name(tokens.words[at], world)
        if known and tokens.words[at][0].isupper():
            yield at


def _is_name(word: str, world: World) -> bool:
    calm = word.capitalize() if len(word) > LONG else word
    return (calm,) in world.names.get(calm, {}) or calm in world.surnames
