"""Cut a text into tokens, each written as one character, so that grammar runs over tokens.

A token's code stands for its word (if the grammar knows it) or its shape (if it is a number); whatever
else is `OTHER`. Patterns over codes are then ordinary regular expressions, and a match's positions are
token numbers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

__all__ = ["OTHER", "SHAPES", "Codes", "Tokens", "number_codes", "sentences", "tokenise"]

OTHER = "x"
MOST_WORDS = 100_000  # words remembered: bounds memory on endless input

TOKEN = re.compile(
    r"""[A-Za-z]++(?!\w)                                             # a word
      | [A-Za-z]{2,}+(?=\d{1,2}(?:\s[A-Z][a-z]++\s|[-/.]\d{1,2}[-/.])\d{4}\b)   # one glued to its date
      | (?:19|20)\d\d(?=[A-Z][a-z])                                   # and a year to which it glues one
      | [^\w\s'’]                                                    # a mark
      | \d{4}-\d\d-\d\d
          (?: [T ]\d\d:\d\d (?: :\d\d(?:\.\d+)? )? (?: Z | [+-]\d\d:?\d\d )? )? (?![\d-])
      | (?<=/)\d{4}(?=/\d\d?/\d)                                     # the year of a page's address
      | \d{1,2} (?: \.\d{1,2}\. | /\d{1,2}/ | -\d{1,2}- ) \d{4} (?![\d-])  # 02.06.2025
      | \d+ (?: [.,:/]\d+ )* \w*                                     # 6,000 18:30 2nd
      | [^\W\d_]\w*                                                 # Türkiye COP28
      | ['’]\d\ds?\b                                                # '96
      | ['’][^\W\d_]+                                               # the s of Monday's
      | \S""",
    re.VERBOSE,
)

# What a number that is not a plain small integer or year may be, first match first.
SHAPES: Mapping[str, re.Pattern[str]] = {
    "i": re.compile(r"\d{4}([-/.])\d\d\1\d\d.*"),
    "k": re.compile(r"\d{1,2}(?:\.\d{1,2}\.|/\d{1,2}/|-\d{1,2}-)\d{4}"),
    "v": re.compile(r"(?:1[0-2]|0?[1-9])(?:[:.][0-5]\d)?[ap]m", re.IGNORECASE),
    "t": re.compile(r"(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?"),
    "u": re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d"),
    "s": re.compile(r"['’]\d0s"),
    "q": re.compile(r"['’]\d\d"),
    "h": re.compile(r"(?:[01]\d|2[0-3])[0-5]\d"),
    "n": re.compile(r"\d{1,18}(?:,\d{3}){0,5}"),
}

END = re.compile(r"[.!?][\"”’')]*\s+(?=[\"“‘'(`]*[A-Z])")
SHORT_YEAR = re.compile(r"['’]\d\d")
SPACE = ord(" ")


class Codes(dict[str, str]):
    """The code of every known word; of an unknown one, its shape, which is looked at once."""

    def __missing__(self, word: str) -> str:
        """Tell a number's shape."""
        code = OTHER
        if word[0].isdigit() or word[0] in "'’":
            code = next((code for code, shape in SHAPES.items() if shape.fullmatch(word)), OTHER)
        if len(self) < MOST_WORDS:
            self[word] = code
        return code


class Blanks(dict[int, int]):
    """A translation table that blanks whatever is no letter or digit."""

    def __missing__(self, code: int) -> int:
        """Look at a character once."""
        self[code] = code if chr(code).isalnum() else SPACE
        return self[code]


BLANKS = Blanks()
WESTERN = "cp1252"  # has nearly all of an English text, with its quotation marks and dashes
BLANK_BYTES = bytes(
    code if bytes([code]).decode(WESTERN, "replace").isalnum() else SPACE for code in range(256)
)


def _blanked(text: str) -> str:
    """Blank whatever is no letter or digit; as bytes, which is five times as fast, where that can be done."""
    try:
        return text.encode(WESTERN).translate(BLANK_BYTES).decode(WESTERN)
    except UnicodeEncodeError:
        return text.translate(BLANKS)


@dataclass(frozen=True, slots=True)
class Tokens:
    """A sentence's tokens: the text they are of, their words and their codes."""

    text: str
    words: list[str]
    codes: str

    def starts(self, count: int) -> list[int]:
        """Return where each of the first tokens starts."""
        starts, position, find = [], 0, self.text.index
        for word in self.words[:count]:
            position = find(word, position)
            starts.append(position)
            position += len(word)
        return starts


def tokenise(text: str, codes: Codes) -> Tokens:
    """Cut a text into tokens."""
    words = TOKEN.findall(text)
    lookup: Callable[[str], str] = codes.__getitem__
    return Tokens(text, words, "".join(map(lookup, words)))


def sentences(text: str, triggers: frozenset[str] | None) -> Iterator[tuple[int, str]]:
    """Yield the sentences, with their starts, that hold a trigger; all where there are none.

    A sentence may come out too long, never too short: "on Nov. 6" and "at 10 p.m. Monday" stay whole.
    """
    bare = _blanked(text)
    if SHORT_YEAR.search(text):
        triggers = None
    elif triggers is not None and triggers.isdisjoint(bare.split()):
        return
    start = 0
    for end in END.finditer(text):
        before = text[end.start() - 2 : end.start()]
        if (before.isalpha() and before.islower()) or not before[1:].isalpha():
            if triggers is None or not triggers.isdisjoint(bare[start : end.end()].split()):
                yield start, text[start : end.end()]
            start = end.end()
    if triggers is None or not triggers.isdisjoint(bare[start:].split()):
        yield start, text[start:]


def number_codes() -> dict[str, str]:
    """Return the codes of plain small numbers, of ordinals in digits, of years and decades."""
    found = {str(n): "a" if n <= 12 else "b" if n <= 24 else "c" if n <= 31 else "d" for n in range(100)}
    found["0"] = "d"
    found |= {f"0{n}": "z" for n in range(1, 10)}
    found |= {f"{n}{ending}": "o" for n in range(1, 32) for ending in (_ordinal(n), _ordinal(n).upper())}
    found |= {f"{n}s": "s" for n in range(1500, 2100, 10)}
    return found | {str(n): "y" if 1900 <= n < 2100 else "Y" for n in range(1500, 2200)}


def _ordinal(n: int) -> str:
    return "th" if 10 < n < 20 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
