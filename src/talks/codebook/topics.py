"""Subjects of statements and the words that show them (topics.toml)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise, product
from typing import Any, NamedTuple

from talks.codebook.data import read_data
from talks.errors import CodebookError
from talks.text import tokenise

__all__ = ["Counts", "Topics", "load_topics"]

WHERE = "topics.toml"
WORD = re.compile(r'"([^"]+)"|(\S+)')
FIGURE = "#"  # stands for any figure
GAP = ".."  # stands for a few words
END = "."  # stands behind the last word
WIDEST = 4  # words in a gap
BREAKS = frozenset(".,;:?!()|–—")  # which no gap goes across
SHORTEST = 3  # letters of a stem
CLEAR = 5  # letters from which the last word of a phrase is a stem; a shorter one takes only an ending
MOST_WORDS = 100_000  # words remembered: bounds memory on endless input

Shown = tuple[str, bool]  # a topic, and whether the word names it or only goes with it


Counts = tuple[dict[str, int], dict[str, int]]  # by topic: words that name it, words that hint at it


class Phrase(NamedTuple):
    """The words of a phrase, the last one a stem, with what they show; `third` begins the third of them."""

    parts: tuple[str, ...]
    shown: tuple[Shown, ...]
    third: str  # empty where there is none, or a gap lets others stand there
    forms: frozenset[str]  # of the last one, if it is too short to be a stem: "the dead" is in no deadline


@dataclass(frozen=True, slots=True)
class Opening:
    """What a word shows by itself, and in the phrases that it opens: the longest first."""

    shown: tuple[Shown, ...]
    phrases: tuple[Phrase, ...] = ()


class Begun(dict[tuple[str, str], tuple[Phrase, ...]]):
    """Phrases by two words that can begin them; each pair is looked at once."""

    def __init__(self, phrases: Mapping[str, Sequence[Phrase]]) -> None:
        super().__init__()
        self.phrases = phrases

    def __missing__(self, pair: tuple[str, str]) -> tuple[Phrase, ...]:
        """Look for the phrases of the first word that can go on with the second."""
        first, second = map(_plain, pair)
        rows = self.phrases.get(first, ())
        found = tuple(row for row in rows if row.parts[1] == GAP or second.startswith(row.parts[1]))
        if len(self) < MOST_WORDS:
            self[pair] = found
        return found


class Openings(dict[str, Opening | None]):
    """Words with what they open, None for nothing; each is looked at once."""

    def __init__(
        self,
        words: Mapping[str, tuple[Shown, ...]],
        stems: Mapping[str, tuple[Shown, ...]],
        phrases: Mapping[str, Sequence[Phrase]],
    ) -> None:
        super().__init__()
        self.words, self.stems, self.phrases = words, stems, phrases
        self.begun = Begun(phrases)

    def __missing__(self, word: str) -> Opening | None:
        """Look a word up: itself, else its longest stem."""
        if word[0].isdigit():
            return self[FIGURE]
        phrases = tuple(self.phrases.get(word, ()))
        stems = (self.stems.get(word[:size]) for size in range(len(word), SHORTEST - 1, -1))
        shown = self.words.get(word) or next(filter(None, stems), ())
        found = Opening(shown, phrases) if shown or phrases else None
        if len(self) < MOST_WORDS:
            self[word] = found
        return found


@dataclass(frozen=True, slots=True)
class Topics:
    """Words, stems and phrases with the topics that they show."""

    names: tuple[str, ...]
    openings: Openings
    negotiation: frozenset[str]  # topics that are negotiating itself
    loose: tuple[str, ...]  # how words of these begin that speak of much else as well
    encounters: frozenset[str]  # words of meeting, which make a summit of two leaders
    journeys: frozenset[str]  # words that do so only of leaders named with them
    remote: frozenset[str]  # words that tell that they only telephoned
    usual: str  # the topic of what names none
    leaders: str  # the topic, instead of the usual one, where two leaders meet
    hosting: str  # the topic beside it of one who would have them meet at home
    accusing: str  # the topic that the usual one becomes as well where somebody is accused
    rest: str  # the topic of what is about none of the others
    kinds: dict[str, str]  # kind of happening → the topic of what tells of one
    examples: dict[str, tuple[str, str]]  # topic → example, counterexample

    def see(self, lowers: Sequence[str]) -> Topical:
        """Return the words of a text as they show topics."""
        openings, begun = self.openings, self.openings.begun
        places = [
            at
            for at, pair in enumerate(pairwise([*lowers, END]))
            if (opening := openings[pair[0]]) is not None and (opening.shown or begun[pair])
        ]
        return Topical(lowers, openings, places)


@dataclass(frozen=True, slots=True)
class Topical:
    """A text's words, with the places where what shows a topic can begin: few do."""

    words: Sequence[str]
    openings: Openings
    places: list[int]
    read: dict[tuple[int, int], tuple[int, tuple[Shown, ...]]] = field(default_factory=dict)  # see _shown

    def count(self, first: int = 0, last: int | None = None) -> Counts:
        """Count by topic, in words [first, last), those that name it and those that hint at it."""
        named: dict[str, int] = {}
        hinted: dict[str, int] = {}
        for _, _, shown in self.find(first, last):
            for topic, names in shown:
                counted = named if names else hinted
                counted[topic] = counted.get(topic, 0) + 1
        return named, hinted

    def find(self, first: int = 0, last: int | None = None) -> Iterator[tuple[int, int, tuple[Shown, ...]]]:
        """Yield what shows a topic in words [first, last): where it begins and ends, and what it shows."""
        last = len(self.words) if last is None else last
        for at in range(bisect_left(self.places, first), bisect_left(self.places, last)):
            start = self.places[at]
            if start >= first:  # else it lies in the last phrase
                first, shown = self._shown(start, last)
                yield start, first, shown

    def _shown(self, at: int, last: int) -> tuple[int, tuple[Shown, ...]]:
        """Return the end and the topics of what begins at a place."""
        word = self.words[at]
        opening = self.openings[word]
        if opening is None:
            return at + 1, ()
        begun = self.openings.begun[word, self.words[at + 1]] if opening.phrases and at + 1 < last else ()
        if not begun:
            return at + 1, opening.shown
        stop = min(last, at + len(begun[0].parts) + WIDEST)
        if (at, stop) not in self.read:  # it is, for most ranges that hold it
            words = [_plain(word) for word in self.words[at:stop]]
            third = words[2] if len(words) > 2 else ""
            fitting = (phrase for phrase in begun if third.startswith(phrase.third))
            sizes = ((phrase, _length(words, phrase.parts, phrase.forms)) for phrase in fitting)
            found = ((at + size, phrase.shown) for phrase, size in sizes if size)
            self.read[at, stop] = next(found, (at + 1, opening.shown))
        return self.read[at, stop]


def _length(words: Sequence[str], parts: tuple[str, ...], forms: frozenset[str]) -> int:
    """Return how many words at their start a phrase takes, whose last part is a stem; 0 if none."""
    if GAP in parts:
        return _length_with_gap(words, parts, forms)
    *whole, ending = parts
    size = len(whole)
    if size >= len(words) or words[:size] != whole:
        return 0
    last = words[size]
    return size + 1 if (last in forms if forms else last.startswith(ending)) else 0


def _length_with_gap(words: Sequence[str], parts: tuple[str, ...], forms: frozenset[str]) -> int:
    """Return the length of what stands before the gap: the words in it and behind it show what they show."""
    gap = parts.index(GAP)
    if tuple(words[:gap]) != parts[:gap]:
        return 0
    for start in range(gap, min(gap + WIDEST + 1, len(words))):
        if length := _length(words[start:], parts[gap + 1 :], forms):
            return gap if start > gap else gap + length
        if words[start] in BREAKS:
            return 0
    return 0


def _plain(word: str) -> str:
    return FIGURE if word[0].isdigit() else word


@cache
def load_topics() -> Topics:
    """Read the topics."""
    data = read_data(WHERE)
    rows = data["topics"]
    return Topics(
        names=tuple(rows),
        openings=_openings(_owners(data), ("", *data["endings"].split())),
        negotiation=frozenset(data["negotiation"]["topics"].split()),
        loose=tuple(phrase or word for phrase, word in WORD.findall(data["negotiation"]["loose"])),
        encounters=frozenset(data["encounters"]["words"].split()),
        journeys=frozenset(data["encounters"]["journeys"].split()),
        remote=frozenset(data["encounters"]["unless"].split()),
        usual=_known(rows, data, "usual"),
        leaders=_known(rows, data, "leaders"),
        hosting=_known(rows, data, "hosting"),
        accusing=_known(rows, data, "accusing"),
        rest=_known(rows, data, "rest"),
        kinds={kind: topic for topic, row in rows.items() for kind in row.get("kinds", "").split()},
        examples={topic: (row["example"], row["counterexample"]) for topic, row in rows.items()},
    )


def _owners(data: Mapping[str, Any]) -> dict[str, tuple[Shown, ...]]:
    """Return what each word and phrase shows, as it is written; what is both a word and a hint is a hint."""
    optional = ("", *data["optional"].split())
    owners: dict[str, tuple[Shown, ...]] = {}
    for topic, row in data["topics"].items():
        for words, names in ((row["words"], True), (row["hints"], False)):
            for phrase, word in WORD.findall(words):
                for key in _written_out((phrase or word).lower(), optional):
                    others = (shown for shown in owners.get(key, ()) if shown[0] != topic)
                    owners[key] = (*others, (topic, names))
    passing = (words[0] for words in WORD.findall(data["passing"]))
    return owners | {key: () for words in passing for key in _written_out(words, optional)}


def _openings(owners: Mapping[str, tuple[Shown, ...]], endings: Sequence[str]) -> Openings:
    """Return what words show by themselves and in phrases, of which the longest are tried first."""
    split = {key: tuple(_parts(key)) for key in owners}
    phrases: dict[str, list[Phrase]] = {}
    for key in sorted(split, key=lambda key: (-len(split[key]), GAP in split[key])):
        if len(split[key]) > 1:
            parts = split[key]
            third = parts[2] if len(parts) > 2 and GAP not in parts[1:3] else ""
            short = len(parts[-1]) < CLEAR
            forms = frozenset(parts[-1] + ending for ending in endings) if short else frozenset[str]()
            phrases.setdefault(parts[0], []).append(Phrase(parts, owners[key], third, forms))
    single = {key: shown for key, shown in owners.items() if len(split[key]) == 1}
    return Openings(
        words={key[1:]: shown for key, shown in single.items() if key.startswith("=")},
        stems={key: shown for key, shown in single.items() if not key.startswith("=")},
        phrases=phrases,
    )


def _parts(key: str) -> Iterator[str]:
    """Yield the words of a phrase as they stand in a text, with its gaps."""
    for part in key.removeprefix("=").split():
        yield from (GAP,) if part == GAP else tokenise(part).lowers


def _known(rows: Mapping[str, object], data: Mapping[str, Any], part: str) -> str:
    """Return the topic that plays a part; refuse one that there is none of."""
    topic = str(data["parts"][part])
    if topic not in rows:
        raise CodebookError(WHERE, f"parts.{part}: there is no topic {topic!r}", "correct the file")
    return topic


def _written_out(phrase: str, optional: Sequence[str]) -> Iterable[str]:
    """Yield the phrases that a phrase with choices stands for."""
    choices = [optional if part == "_" else part.split("|") for part in phrase.split()]
    return (" ".join(filter(None, words)) for words in product(*choices))
