"""The lines of a file, each with what it is to an article: text, headline, date, ruler, credit."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from talks.codebook.chrome import Chrome
from talks.codebook.outlets import load_imprint
from talks.codebook.seams import SeamSigns
from talks.dates import DateGrammar
from talks.dating import is_date_line
from talks.text import find_paragraphs

__all__ = ["BODY", "Line", "read_lines"]

HEADLINE: Final = 160  # characters; a longer line is text
LEAST_HEADLINE: Final = 4  # words
LABEL: Final = 45  # characters of a line with the name of an outlet or a section
LABEL_WORDS: Final = 3
BODY: Final = 200  # characters of running text from which an article is one
RUNNING: Final = 60  # characters of a line from which a body can begin
CLOSED: Final = (".", "!", "?", "”", '"', "’")
OPEN: Final = (":", ";", ",")
CREDIT: Final = re.compile(r"\([^()]{3,60}\)")
NAMED: Final = re.compile(r"[A-ZÀ-Þ][^\s]*(?:\s(?:of|the|and|for|&|[A-ZÀ-Þ][^\s]*))*")
MARKS: Final = "#*_>“\"'‘ "
ITEM: Final = re.compile(r"[-–—•▪]\s")
DIGIT: Final = re.compile(r"\d")
POSTED: Final = re.compile(r"^[-–—]|@|(?<![ap]\.m)\.$")  # the date of a quoted post, or a sentence


class Line(NamedTuple):
    """A line of a text as offsets, the blank lines above it, its words, and what it is."""

    start: int
    end: int
    blank: int
    words: str
    role: str

    @property
    def closed(self) -> int:
        """The characters of running text that it holds."""
        return len(self.words) if self.words.endswith(CLOSED) else 0

    @property
    def runs(self) -> bool:
        """Tell whether a body can begin with it."""
        return self.role == "text" and (len(self.words) > HEADLINE or self.closed > RUNNING)


def read_lines(text: str, chrome: Chrome, signs: SeamSigns, grammar: DateGrammar) -> list[Line]:
    """Return the lines of a text."""
    out: list[Line] = []
    for span in find_paragraphs(text):
        words = text[span.start : span.end]
        blank = text.count("\n", out[-1].end, span.start) - 1 if out else 0
        out.append(Line(span.start, span.end, blank, words, _role(words, chrome, signs, grammar)))
    return out


def _role(words: str, chrome: Chrome, signs: SeamSigns, grammar: DateGrammar) -> str:
    if len(words) > HEADLINE:
        return "text"
    if DIGIT.search(words) and _is_date(words, chrome, grammar):
        return "date"
    if role := signs.role_of(words):
        return role
    if CREDIT.fullmatch(words) or signs.closing_words.search(words):
        return "closing"
    if chrome.covers(words):
        kind = chrome.lines.match(words)
        return "closing" if kind and kind.lastgroup in signs.closing else "link"
    return _form(words)


def _is_date(words: str, chrome: Chrome, grammar: DateGrammar) -> bool:
    """Tell a line that dates an article, not a post that it quotes."""
    if chrome.date_line.match(words):
        return True
    return not POSTED.search(words) and is_date_line(words, grammar)


def _form(words: str) -> str:
    """Tell a headline, a label and text by how they are written."""
    bare = words.strip(MARKS)
    number = len(bare.split())
    if words.endswith(".") or (words.endswith(CLOSED) and words.rstrip("”\"’'").endswith((".", ","))):
        return "text"
    if words.endswith(OPEN) or ITEM.match(words) or not bare or not (bare[0].isupper() or bare[0].isdigit()):
        return "other"
    whole = (words[0] in MARKS) == (words[-1] in MARKS)  # not the second half of a headline in bold
    named = whole and len(bare) <= LABEL and NAMED.fullmatch(bare)
    if named and (number <= LABEL_WORDS or load_imprint().name_in(bare, "foot")):
        return "label"
    return "headline" if number >= LEAST_HEADLINE else "short"
