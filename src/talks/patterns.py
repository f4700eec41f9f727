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
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence as matchers see it; `offsets` are where each item begins in `text`."""

    text: str
    items: Sequence[Item]
    offsets: dict[int, int]


@dataclass(frozen=True, slots=True)
class Match:
    """Where a pattern was found: items [start, end), and the item that is its head."""

    pattern: Pattern
    start: int
    end: int
    head: int


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern; `anchors` are words or lemmas one of which every match holds."""

    name: str
    source: str
    regex: re.Pattern[str]
    anchors: frozenset[str]

    def find(self, line: Line) -> Iterable[Match]:
        """Yield the matches in a sentence, left to right."""
        for found in self.regex.finditer(line.text):
            start = line.offsets.get(found.start())
            end = line.offsets.get(found.end(), len(line.items))
            if start is not None and end > start:
                head = found.start("head") if "head" in self.regex.groupindex else -1
                yield Match(self, start, end, line.offsets.get(head, end - 1))


def encode(items: Sequence[Item]) -> Line:
    """Write items as a line for matching."""
    offsets, parts, at = {}, [], 0
    for number, item in enumerate(items):
        offsets[at] = number
        part = f"{item.word.replace('/', '').replace(' ', '_')}/{item.kind}/{item.lemma.replace(' ', '_')} "
        parts.append(part)
        at += len(part)
    return Line("".join(parts), items, offsets)


def compile_pattern(name: str, source: str) -> Pattern:
    """Compile a pattern; a mistake in it is a CodebookError that names it."""
    try:
        regex = re.compile(rf"(?:(?<= )|^){_translate(source)}")
    except (re.error, KeyError) as error:
        raise CodebookError(name, f"pattern {source!r}: {error}", "correct the pattern") from error
    return Pattern(name, source, regex, _anchors(source))


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


def _anchors(source: str) -> frozenset[str]:
    """Return the words of the smallest part of a pattern that every match must hold."""
    parts = [_words(part) for part in _top_level(source)]
    needed = [words for words in parts if words]
    return min(needed, key=len) if needed else frozenset()


def _top_level(source: str) -> Iterable[str]:
    """Yield the pieces outside brackets; an optional one is left out."""
    source = source.replace("[", " ").replace("]", " ")
    depth, part = 0, ""
    for char in source + " ":
        depth += (char == "(") - (char == ")")
        if char.isspace() and depth == 0:
            if part and part[-1] not in "?*":
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
