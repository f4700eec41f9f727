"""What a happening covers, where a kind has several sorts: a truce at sea is not one of all arms."""

from __future__ import annotations

from itertools import takewhile

from talks.codebook.kinds import KindFile
from talks.events.phrases import phrase_of
from talks.events.triggers import Hit
from talks.reading import Reading, Sentence

__all__ = ["find_scope"]

REACH = 8  # tokens after a happening in which its scope is told
ENDS = frozenset(",.;:()vmhDkw")  # classes at which the words that belong to it end


def find_scope(reading: Reading, sentence: Sentence, hit: Hit, file: KindFile) -> frozenset[str]:
    """Return the sorts that the words of a happening, or those after it, name."""
    if not file.scopes:
        return frozenset()
    phrase = phrase_of(sentence, hit.head)
    first = min(hit.first, phrase.start) if phrase else hit.first
    last = min(hit.last + REACH, sentence.last)
    after = takewhile(lambda at: reading.classes[at] not in ENDS, range(hit.last, last))
    words = {reading.tokens.lowers[at] for at in [*range(first, hit.last), *after]}
    return frozenset(name for name, listed in file.scopes.items() if not words.isdisjoint(listed.split()))
