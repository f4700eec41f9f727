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
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from talks.errors import CodebookError

__all__ = ["Item", "Line", "Match", "Pattern", "compile_pattern", "encode"]

SLOTS = {
    "number": "#", "party": "P", "adjective": "J", "person": "H", "place": "L", "office": "O", "outlet": "U",
    "name": "PJHLOUN", "people": "PJHOp", "adj": "aJ", "noun": "n", "date": "T", "ordinal": "o", "det": "d",
    "adverb": "r", "not": "x", "prep": "i", "be": "b", "modal": "m", "pronoun": "pd", "event": "E",
    "mod": "daJPNnoH~'#LrgTeuz", "verb": "vVeEguz",
}  # fmt: skip
VERBS = "vVeEguzbhDm"  # classes of verb forms; a noun of the same letters is no form of the verb
PIECE = re.compile(r"(\[|\]|\(|\||\))|(\.{2,3})|<([a-z]+)>|(~?[^\s()\[\]|<>?*+]+)")
QUANTIFIER = re.compile(r"[?*+]")
ITEM = r"[^ /]*/{kind}/[^ ]* "
GAPS = {"..": r"(?:[^ /]*/[^,;:.()|Q-]/[^ ]* ){0,4}?", "...": r"(?:[^ /]*/[^;:.()|Q]/[^ ]* ){0,9}?"}


@dataclass(frozen=True, slots=True)
class Item:
    """One thing in a sentence: a token, or a name, number or date of several."""

    word: str
    kind: str
    lemma: str
    start: int  # first token
    end: int


class Line:
    """A sentence as matchers see it; written out once a pattern may be found in it."""

    def __init__(self, items: Sequence[Item]) -> None:
        self.items = items

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """The items by word, and by lemma after a tilde."""
        places: dict[str, list[int]] = {}
        for number, item in enumerate(self.items):
            places.setdefault(item.word, []).append(number)
            places.setdefault("~" + item.lemma, []).append(number)
        return places

    @cached_property
    def keys(self) -> frozenset[str]:
        """The words, and the lemmas after a tilde."""
        return frozenset(self.places)

    @cached_property
    def parts(self) -> list[str]:
        """The items as they are written."""
        return [
            f"{item.word.replace('/', '').replace(' ', '_')}/{item.kind}/{item.lemma.replace(' ', '_')} "
            for item in self.items
        ]

    @cached_property
    def text(self) -> str:
        """All items, one after the other."""
        return "".join(self.parts)

    @cached_property
    def starts(self) -> list[int]:
        """Where each item begins in the text."""
        return list(accumulate(map(len, self.parts), initial=0))[:-1]

    @cached_property
    def offsets(self) -> dict[int, int]:
        """The number of the item that begins at a place in the text."""
        return {start: number for number, start in enumerate(self.starts)}

    def marked(self, number: int) -> Line:
        """Return the same line with one item marked as the happening it is asked about."""
        line = Line(self.items)
        at = self.starts[number] + self.parts[number].index("/") + 1
        line.text = f"{self.text[:at]}E{self.text[at + 1 :]}"
        line.places, line.keys, line.starts, line.offsets = self.places, self.keys, self.starts, self.offsets
        return line


@dataclass(frozen=True, slots=True)
class Match:
    """Where a pattern was found: items [start, end), and the item that is its head."""

    pattern: Pattern
    start: int
    end: int
    head: int


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern; `anchors` are words or lemmas one of which every match holds.

    So it is with all `needs`, of which `anchors` is the smallest; a match begins with one of `openings`.
    """

    name: str
    source: str
    regex: re.Pattern[str]
    anchors: frozenset[str]
    needs: tuple[frozenset[str], ...]
    openings: frozenset[str]  # none: it can begin with any item

    def find(self, line: Line) -> Iterable[Match]:
        """Yield the matches in a sentence, left to right."""
        return () if any(map(line.keys.isdisjoint, self.needs)) else self._find(line)

    def _find(self, line: Line) -> Iterator[Match]:
        for found in self._matches(line) if self.openings else self.regex.finditer(line.text):
            start = line.offsets.get(found.start())
            end = line.offsets.get(found.end(), len(line.items))
            if start is not None and end > start:
                head = found.start("head") if "head" in self.regex.groupindex else -1
                yield Match(self, start, end, line.offsets.get(head, end - 1))

    def _matches(self, line: Line) -> Iterator[re.Match[str]]:
        """Try the items with which a match can begin, those apart that lie in the match before."""
        begin: set[int] = set()
        for word in self.openings & line.keys:
            begin.update(line.places[word])
        done = 0
        for number in sorted(begin):
            start = line.starts[number]
            if start >= done and (found := self.regex.match(line.text, start)):
                done = found.end()
                yield found


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
    anchors = min(needs, key=len, default=frozenset[str]())
    return Pattern(name, source, regex, anchors, needs, _openings(source))


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
    """Return the words with which a match can begin; none when it can begin with any."""
    out: set[str] = set()
    for part in _parts(source):
        piece = part.rstrip("?*+")
        if piece[0] in "<.":
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
