"""Patterns over tokens, as the rules write them, compiled to regular expressions over token codes.

A pattern is written in words and classes, e.g. `(THE)? day:DAY of month:MONTH (, year:YEAR)?`:

    words           in lower case stand for themselves; so does , . - / – and '
    CLASSES         in capitals stand for any of their words, or for a fragment
    name:CLASS      keeps what stood there, under that name; also before a group
    ( | ) ? *       group, or, optional, repeated
    <A  <!A         preceded, not preceded by one token of A;  >A  >!A  followed, not followed by
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

__all__ = ["Pattern", "compile_pattern", "words_of"]

PIECE = re.compile(
    r"(?P<look><!|<|>!|>)|(?P<slot>[a-z_]+):|(?P<word>'?[a-z]+)|(?P<name>[A-Z_]+)"
    r"|(?P<op>[()|?*])|(?P<mark>[^\s\w])|(?P<gap>\s+)|(?P<bad>.)"
)
LOOKS = {"<": "(?<=", "<!": "(?<!", ">": "(?=", ">!": "(?!"}


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern; `slots` are its named groups as (group, name, class or None).

    Every match has a code of each of its `needs`.
    """

    regex: re.Pattern[str]
    slots: tuple[tuple[str, str, str | None], ...]
    needs: tuple[frozenset[str], ...]


def words_of(pattern: str) -> set[str]:
    """Return the words that a pattern names."""
    return {m["word"] for m in PIECE.finditer(pattern) if m["word"]}


def compile_pattern(source: str, classes: Mapping[str, str], words: Mapping[str, str]) -> Pattern:
    """Compile a pattern, given each class's character set and each word's.

    Raises ValueError with what can't be read.
    """
    writer = _Writer(classes, words)
    for piece in PIECE.finditer(source):
        writer.add(str(piece.lastgroup), piece[str(piece.lastgroup)])
    demands = _demands(_atoms(source, classes, words))
    opening = "" if demands.can_be_empty else f"(?=[{re.escape(''.join(sorted(demands.firsts)))}])"
    try:
        regex = re.compile(f"{opening}(?:{''.join(writer.out)})")
        return Pattern(regex, tuple(writer.slots), tuple(demands.needs))
    except re.error as error:
        raise ValueError(f"{source!r} does not compile ({error})") from error


class _Demands(NamedTuple):
    """What a pattern or a group of one asks of token codes.

    Of each of its `needs` every match has one; it begins with one of `firsts`, unless it `can_be_empty`.
    """

    needs: list[frozenset[str]]
    firsts: frozenset[str]
    can_be_empty: bool


NOTHING = _Demands([], frozenset(), True)


def _atoms(
    source: str, classes: Mapping[str, str], words: Mapping[str, str]
) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield the pieces of a pattern as text, each with the codes that it stands for."""
    codes = {"word": words, "name": classes}
    for piece in PIECE.finditer(source):
        kind, text = str(piece.lastgroup), piece[0]
        if kind not in ("gap", "slot"):
            yield "<" if kind == "look" else text, frozenset(codes[kind][text] if kind in codes else text)


def _demands(atoms: Iterator[tuple[str, frozenset[str]]]) -> _Demands:
    """Read a pattern, or a group up to its bracket; what looks around asks for nothing."""
    branches: list[list[_Demands]] = [[]]
    looks = False
    for text, codes in atoms:
        if text == ")":
            break
        if text == "|":
            branches.append([])
        elif text in ("?", "*"):
            branches[-1][-1] = branches[-1][-1]._replace(needs=[], can_be_empty=True)
        elif text != "<":
            found = _demands(atoms) if text == "(" else _Demands([codes], codes, can_be_empty=False)
            branches[-1].append(NOTHING if looks else found)
        looks = text == "<"
    return _any_of([_all_of(branch) for branch in branches])


def _all_of(parts: Sequence[_Demands]) -> _Demands:
    """Return what parts ask for that follow each other."""
    begun = next((number for number, part in enumerate(parts) if not part.can_be_empty), len(parts))
    firsts = frozenset[str]().union(*(part.firsts for part in parts[: begun + 1]))
    return _Demands([need for part in parts for need in part.needs], firsts, begun == len(parts))


def _any_of(parts: Sequence[_Demands]) -> _Demands:
    """Return what parts ask for of which one stands there."""
    needs = parts[0].needs
    if len(parts) > 1:
        least = [min(part.needs, key=len, default=frozenset[str]()) for part in parts]
        needs = [frozenset[str]().union(*least)] if all(least) else []
    firsts = frozenset[str]().union(*(part.firsts for part in parts))
    return _Demands(needs, firsts, any(part.can_be_empty for part in parts))


class _Writer:
    """Writes the regular expression, piece by piece; knows which prefix waits for its atom."""

    def __init__(self, classes: Mapping[str, str], words: Mapping[str, str]) -> None:
        self.classes, self.words = classes, words
        self.out: list[str] = []
        self.slots: list[tuple[str, str, str | None]] = []
        self.waiting = ""
        self.writers: Mapping[str, Callable[[str], None]] = {
            "look": self._look,
            "slot": self._slot,
            "word": lambda word: self._atom(f"[{self.words[word]}]"),
            "name": self._name,
            "op": self._op,
            "mark": lambda mark: self._atom(re.escape(mark)),
            "gap": lambda _: None,
            "bad": self._refuse,
        }

    def add(self, kind: str, text: str) -> None:
        """Write one piece."""
        self.writers[kind](text)

    def _refuse(self, text: str) -> None:
        raise ValueError(f"{text!r} means nothing in a pattern")

    def _look(self, text: str) -> None:
        self.waiting = LOOKS[text]

    def _slot(self, name: str) -> None:
        group = f"{name}__{len(self.slots)}"
        self.slots.append((group, name, None))
        self.waiting = f"(?P<{group}>"

    def _op(self, text: str) -> None:
        opening = self.waiting or "(?:"
        self.out.append(opening if text == "(" else text)
        self.waiting = ""

    def _name(self, name: str) -> None:
        if name not in self.classes:
            raise ValueError(f"there is no class {name}")
        if self.waiting.startswith("(?P"):
            group, slot, _ = self.slots[-1]
            self.slots[-1] = (group, slot, name)
        self._atom(f"[{self.classes[name]}]")

    def _atom(self, regex: str) -> None:
        self.out.append(f"{self.waiting}{regex})" if self.waiting else regex)
        self.waiting = ""
