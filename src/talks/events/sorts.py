"""What sort of thing of its kind a happening is: a truce at sea is not one of all arms."""

from __future__ import annotations

from itertools import takewhile

from talks.codebook.kinds import KindFile
from talks.events.phrases import phrase_of
from talks.events.triggers import Hit
from talks.reading import Reading, Sentence
from talks.syntax import Phrase

__all__ = ["find_sorts", "tells_sort"]

DATE = "T"  # class
REACH = 8  # tokens after a happening in which its sort is told
ENDS = frozenset(",.;:()vmhDkw")  # classes at which the words that belong to it end


def find_sorts(reading: Reading, sentence: Sentence, hit: Hit, file: KindFile) -> frozenset[str]:
    """Return the sorts that the words of a happening, or those after it, name."""
    if not file.sorts:
        return frozenset()
    phrase = phrase_of(sentence, hit.head)
    first = min(hit.first, _begin(reading, sentence, phrase)) if phrase else hit.first
    while first > sentence.first and reading.classes[first - 1] == DATE:
        first -= 1  # a call for Christmas truce
    last = min(hit.last + REACH, sentence.last)
    after = takewhile(lambda at: reading.classes[at] not in ENDS, range(hit.last, last))
    stop = max(after, default=hit.last - 1)
    return file.sorts_in(reading.text[reading.tokens.starts[first] : reading.tokens.ends[stop]])


def _begin(reading: Reading, sentence: Sentence, phrase: Phrase) -> int:
    """Return where the words of a noun phrase begin: a sea and sky truce."""
    before = sentence.parse.phrases[phrase.number - 1] if phrase.number else None
    joined = phrase.after == "coordinator" and before is not None and before.end + 1 == phrase.start
    return before.start if before and joined and reading.classes[phrase.start] != "d" else phrase.start


def tells_sort(reading: Reading, hit: Hit, file: KindFile, sorts: frozenset[str]) -> bool:
    """Tell whether more is said of what it is than the word for it says, or is meant anyway."""
    starts, ends = reading.tokens.starts, reading.tokens.ends
    own = file.sorts_in(reading.text[starts[hit.first] : ends[hit.last - 1]])
    return any(not file.sorts[sort].plain for sort in sorts - own)
