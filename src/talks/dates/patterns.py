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
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

__all__ = ["Pattern", "compile_pattern", "needs_of", "words_of"]

PIECE = re.compile(
    r"(?P<look><!|<|>!|>)|(?P<slot>[a-z_]+):|(?P<word>'?[a-z]+)|(?P<name>[A-Z_]+)"
    r"|(?P<op>[()|?*])|(?P<mark>[^\s\w])|(?P<gap>\s+)|(?P<bad>.)"
)
LOOKS = {"<": "(?<=", "<!": "(?<!", ">": "(?=", ">!": "(?!"}


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern; `slots` are its named groups as (group, name, class or None)."""

    regex: re.Pattern[str]
    slots: tuple[tuple[str, str, str | None], ...]


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
    try:
        return Pattern(re.compile("".join(writer.out)), tuple(writer.slots))
    except re.error as error:
        raise ValueError(f"{source!r} does not compile ({error})") from error


def needs_of(source: str, classes: Mapping[str, str], words: Mapping[str, str]) -> tuple[frozenset[str], ...]:
    """Return sets of token codes, of each of which every match of a pattern has one."""
    pieces = ((str(piece.lastgroup), piece[0]) for piece in PIECE.finditer(source))
    codes = {"word": words, "name": classes}
    atoms = (
        (kind, frozenset(codes[kind][text]) if kind in codes else text)
        for kind, text in pieces
        if kind not in ("gap", "slot")
    )
    return tuple(_needs(atoms))


def _needs(pieces: Iterator[tuple[str, frozenset[str] | str]]) -> list[frozenset[str]]:
    """Read a pattern, or a group up to its bracket; what looks around, or may be left out, needs nothing."""
    branches: list[list[list[frozenset[str]]]] = [[]]
    looks = False
    for kind, text in pieces:
        if kind == "look":
            looks = True
            continue
        if text == ")":
            break
        if text == "|":
            branches.append([])
        elif text in ("?", "*"):
            branches[-1].pop()
        else:
            atom = [text if isinstance(text, frozenset) else frozenset({text})]
            found = _needs(pieces) if text == "(" else atom
            branches[-1].append([] if looks else found)
            looks = False
    needs = [[need for atom in branch for need in atom] for branch in branches]
    if len(needs) == 1:
        return needs[0]
    return [frozenset().union(*(min(branch, key=len) for branch in needs))] if all(needs) else []


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
