"""Named patterns over tokens, with slots; they know no politics.

A pattern is a row of pieces, separated by blanks:

    talks              the word, in lower case
    ~meet              any form of the verb
    <number> <party>   a slot: something that was recognised before (see SLOTS)
    (a|b c)            one of several; `x?` may be missing; `x*` any number of times
    ..                 up to four words without punctuation between them; ... up to nine
    [talks]            the head of what the pattern finds; without one it is the last piece

A sentence is matched as a line of `word/class/lemma` items; `encode` makes it, `compile_pattern` the matcher.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from talks.errors import CodebookError

__all__ = ["Item", "Line", "Match", "Pattern", "compile_pattern", "encode"]

EVENT = "@"  # the class of what is asked about, which no word has
SLOTS = {
    "number": "#", "party": "P", "adjective": "J", "person": "H", "place": "L", "office": "O", "outlet": "U",
    "name": "PJHLOUN", "people": "PJHOp", "adj": "aJ", "noun": "n", "date": "T", "ordinal": "o", "det": "d",
    "adverb": "r", "not": "x", "prep": "i", "be": "b", "modal": "m", "pronoun": "pd", "event": EVENT,
    "mod": "daJPNnoH~'#LrgTeuz", "verb": "vVeEguz",
}  # fmt: skip
VERBS = "vVeEguzbhDm"  # classes of verb forms; a noun of the same letters is no form of the verb
PIECE = re.compile(r"(\[|\]|\(|\||\))|(\.{2,3})|<([a-z]+)>|(~?[^\s()\[\]|<>?*+]+)")
COMMON = 4.0  # times that a word is rarer with each letter it has, by and large
QUANTIFIER = re.compile(r"[?*+]")
ITEM = r"[^ /]*/{kind}/[^ ]* "
GAPS = {"..": r"(?:[^ /]*/[^,;:.()|Q-]/[^ ]* ){0,4}?", "...": r"(?:[^ /]*/[^;:.()|Q]/[^ ]* ){0,9}?"}


class Item(NamedTuple):
    """One thing in a sentence: a token, or a name, number or date of several."""

    word: str
    kind: str
    lemma: str
    start: int  # first token
    end: int


class Written(NamedTuple):
    """A line as text, with where each item begins in it, and what begins where."""

    text: str
    starts: list[int]
    offsets: dict[int, int]
    marked: int = -1  # the item marked as the happening, if one is


class Line:
    """A sentence as matchers see it; written out once a pattern may be found in it."""

    __slots__ = ("_written", "items", "keys", "places")

    def __init__(self, items: Sequence[Item]) -> None:
        self.items = items
        self.places: defaultdict[str, list[int]] = defaultdict(list)  # by word; verbs by lemma after a tilde
        for number, (word, kind, lemma, _, _) in enumerate(items):
            self.places[word].append(number)
            if kind in VERBS:
                self.places["~" + lemma].append(number)
        self.keys = frozenset(self.places)
        self._written: Written | None = None

    @property
    def written(self) -> Written:
        """The items one after the other."""
        if self._written is None:
            self._written = _write(self.items)
        return self._written

    def marked(self, number: int) -> Written:
        """Return the line as written with one item marked as the happening it is asked about."""
        written = self.written
        at = written.text.index("/", written.starts[number]) + 1
        marked = f"{written.text[:at]}{EVENT}{written.text[at + 1 :]}"
        return Written(marked, written.starts, written.offsets, number)


class Match(NamedTuple):
    """Where a pattern was found: items [start, end), and the item that is its head."""

    pattern: Pattern
    start: int
    end: int
    head: int


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern; `anchors` are words or lemmas one of which every match holds.

    So it is with all other `needs`, which are less rare. A match begins with one of the words of
    `openings`, or an item of one of the `kinds`; with any item where there are neither.
    """

    name: str
    source: str
    regex: re.Pattern[str]
    anchors: frozenset[str]
    needs: tuple[frozenset[str], ...]
    openings: frozenset[str]
    kinds: frozenset[str]
    headed: bool  # whether the head is named

    def find(self, line: Line, marked: Written | None = None) -> Iterable[Match]:
        """Yield the matches in a sentence, left to right; `marked` is the line with an item marked."""
        return self._find(line, marked or line.written) if self.fits(line) else ()

    def fits(self, line: Line) -> bool:
        """Tell whether a line has one of all words that a match needs."""
        keys = line.keys
        if self.anchors and keys.isdisjoint(self.anchors):
            return False
        return not self.needs or not any(map(keys.isdisjoint, self.needs))

    def _find(self, line: Line, written: Written) -> Iterator[Match]:
        offsets = written.offsets
        known = self.openings or self.kinds
        for found in self._matches(line, written) if known else self.regex.finditer(written.text):
            start = offsets.get(found.start())
            end = offsets.get(found.end(), len(line.items))
            if start is not None and end > start:
                head = found.start("head") if self.headed else -1
                yield Match(self, start, end, offsets.get(head, end - 1))

    def _matches(self, line: Line, written: Written) -> Iterator[re.Match[str]]:
        """Try the items with which a match can begin, those apart that lie in the match before."""
        begin = {number for word in self.openings & line.keys for number in line.places[word]}
        if self.kinds:
            begin.update(number for number, item in enumerate(line.items) if item.kind in self.kinds)
            if EVENT in self.kinds and written.marked >= 0:
                begin.add(written.marked)
        done, match, text = 0, self.regex.match, written.text
        for number in sorted(begin) if len(begin) > 1 else begin:
            start = written.starts[number]
            if start >= done and (found := match(text, start)):
                done = found.end()
                yield found


def _write(items: Sequence[Item]) -> Written:
    parts = [f"{word}/{kind}/{lemma} " for word, kind, lemma, _, _ in items]
    text = "".join(parts)
    if (text.count("/"), text.count(" ")) != (2 * len(items), len(items)):  # there are more in some word
        parts = [f"{_plain(word)}/{kind}/{_plain(lemma)} " for word, kind, lemma, _, _ in items]
        text = "".join(parts)
    starts = list(accumulate(map(len, parts), initial=0))[:-1]
    return Written(text, starts, {start: number for number, start in enumerate(starts)})


def _plain(word: str) -> str:
    """Return a word without what parts items."""
    return word.replace("/", "").replace(" ", "_")


def encode(items: Sequence[Item]) -> Line:
    """Write items as a line for matching."""
    return Line(items)


def compile_pattern(name: str, source: str) -> Pattern:
    """Compile a pattern; a mistake in it is a CodebookError that names it."""
    try:
        regex = re.compile(rf"(?:(?<= )|^){_translate(source)}")
    except (re.error, KeyError) as error:
        raise CodebookError(name, f"pattern {source!r}: {error}", "correct the pattern") from error
    needs = tuple(filter(None, map(_words, _top_level(source))))
    anchors = min(needs, key=_commonness, default=frozenset[str]())
    others = tuple(need for need in needs if need != anchors)
    openings = _openings(source)
    slots = [opening for opening in openings if opening.startswith("<")]
    kinds = frozenset[str]().union(*(SLOTS[slot[1:-1]] for slot in slots))
    headed = "head" in regex.groupindex
    return Pattern(name, source, regex, anchors, others, openings.difference(slots), kinds, headed)


def _commonness(words: frozenset[str]) -> float:
    """Estimate how often one of some words stands in a text: the short ones are the common ones."""
    return sum(COMMON ** -len(word.lstrip("~@")) for word in words)


def _translate(source: str) -> str:
    out, at = [], 0
    while at < len(source):
        if source[at].isspace():
            at += 1
            continue
        found = PIECE.match(source, at)
        if not found:
            raise KeyError(f"unexpected {source[at]!r}")
        piece = _piece(found)
        at = found.end()
        if QUANTIFIER.match(source, at):
            piece, at = (f"(?:{piece}){source[at]}" if found[1] != ")" else f"){source[at]}"), at + 1
        out.append(piece)
    return "".join(out)


def _piece(found: re.Match[str]) -> str:
    mark, gap, slot, word = found.groups()
    if mark:
        return {"[": "(?P<head>", "]": ")", "(": "(?:", "|": "|", ")": ")"}[mark]
    if gap:
        return GAPS[gap]
    if slot:
        return ITEM.format(kind=f"[{SLOTS[slot]}]")
    if word.startswith("~"):
        return rf"[^ /]*/[{VERBS}]/{re.escape(word[1:])} "
    return rf"{re.escape(word)}/[^ ]* "


def _openings(source: str) -> frozenset[str]:
    """Return the words and slots with which a match can begin; none when it can begin with anything."""
    out: set[str] = set()
    for part in _parts(source):
        piece = part.rstrip("?*+")
        if piece[0] == ".":
            return frozenset()
        branches = [_openings(b) for b in _branches(piece[1:-1])] if piece[0] == "(" else [frozenset({piece})]
        if not all(branches):
            return frozenset()
        out.update(*branches)
        if part[-1] not in "?*":
            return frozenset(out)
    return frozenset()


def _top_level(source: str) -> Iterable[str]:
    """Yield the pieces outside brackets; an optional one is left out."""
    return (part for part in _parts(source) if part[-1] not in "?*")


def _parts(source: str) -> Iterable[str]:
    """Yield the pieces outside brackets."""
    source = source.replace("[", " ").replace("]", " ")
    depth, part = 0, ""
    for char in source + " ":
        depth += (char == "(") - (char == ")")
        if char.isspace() and depth == 0:
            if part:
                yield part
            part = ""
        else:
            part += char


def _words(part: str) -> frozenset[str]:
    """Return the words one of which a piece needs; none when it can do without."""
    part = part.rstrip("+")
    if not part.startswith("("):
        return frozenset() if part[0] in "<." else frozenset({part})
    out: set[str] = set()
    for branch in _branches(part[1:-1]):
        words = [w for piece in _top_level(branch) if (w := _words(piece))]
        if not words:
            return frozenset()
        out |= min(words, key=len)
    return frozenset(out)


def _branches(inner: str) -> Iterable[str]:
    depth, part = 0, ""
    for char in inner:
        depth += (char == "(") - (char == ")")
        if char == "|" and depth == 0:
            yield part
            part = ""
        else:
            part += char
    yield part
