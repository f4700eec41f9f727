"""Paragraphs, quotations and sentences of a normalised text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

__all__ = [
    "Paragraph",
    "Quotation",
    "find_paragraphs",
    "find_quotations",
    "quotations_near",
    "split_sentences",
]

LINE = re.compile(r"[^\n]+")
STOP = re.compile(
    r"[.!?…](?<![.!?…][.!?…])[.!?…]*+(?:(?:['’\"”»)\]]++)?(?=\s)|[\"”»]+(?=[A-Z“\"«])"
    r"|(?<=[a-z]{3}[.!?])(?=[A-Z](?:[a-z]|\s)))"  # a blank is lost: "it was over.Ekre said"
)
SENTENCE_START = re.compile(r"\s*[\"“«„'‘(\[–—-]*\s*[A-ZÀ-ÖØ-ÞĀ-ŽА-Я\d]")
BEFORE_WORD = re.compile(r"[(“\"«‘]")  # beside blanks
OPENING = re.compile(r"\s+([A-Z][a-z]*)(?=\s)")
LONGEST_WORD = 64  # characters; what is longer is no abbreviation
TURNED = ",.!?"  # before a closing mark that looks like an opening one, with a blank behind it
ENDING = ".!?…"  # before a closing mark with no blank behind it: “It is over.”Quent left
INITIAL = re.compile(r"[A-Z]\.|(?:[A-Za-z]\.){2,}")
NETWORK = re.compile(r"\s[a-z]+\sX\.$")  # wrote on X. The talks …; not the initial in Jonas X. Delgast


class Paragraph(NamedTuple):
    """One line of a normalised text, as offsets; `gap` tells that a blank line stands before it."""

    start: int
    end: int
    gap: bool


class Quotation(NamedTuple):
    """Quoted words, as offsets: `start` and `end` with the marks, `inner` without them."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool = True


def find_paragraphs(text: str) -> list[Paragraph]:
    """Return the lines of a normalised text."""
    out, before = [], 0
    for match in LINE.finditer(text):
        out.append(Paragraph(match.start(), match.end(), match.start() - before != 1))
        before = match.end()
    return out


def split_sentences(
    text: str,
    start: int,
    end: int,
    abbreviations: frozenset[str],
    atoms: Sequence[tuple[int, int]] = (),
    openers: frozenset[str] = frozenset(),
) -> list[tuple[int, int]]:
    """Return the sentences of text[start:end]; none ends inside one of the `atoms` (quotations, in order).

    One ends with an abbreviation only where one of the `openers` follows: at 10 a.m. The talks …
    """
    out, begin = [], start
    for match in STOP.finditer(text, start, end):
        stop = match.end()
        before = bisect_left(atoms, (match.start(),)) - 1
        if before >= 0 and stop < atoms[before][1]:
            continue
        if _is_abbreviation(text, begin, match.start() + 1, abbreviations, match.group()):
            opening = OPENING.match(text, stop, end)
            name = text[max(begin, stop - 3) : stop - 1].strip()  # of "J.", but "U.S." has a stop here
            if opening is None or opening[1].lower() not in openers or len(name) == 1:
                continue
        if not SENTENCE_START.match(text, stop, end):
            continue
        out.append((begin, stop))
        begin = _skip_blanks(text, stop, end)
    if begin < end:
        out.append((begin, end))
    return out


def _is_abbreviation(text: str, begin: int, stop: int, abbreviations: frozenset[str], mark: str) -> bool:
    if mark[0] != "." or len(mark) > 1:
        return False
    last = text[max(begin, stop - LONGEST_WORD) : stop]
    found = BEFORE_WORD.split(last.split()[-1])[-1]
    word = found.rstrip(".")
    if not abbreviations.isdisjoint((word, word.lower())):
        return True
    return INITIAL.fullmatch(found) is not None and not NETWORK.search(last)


def _skip_blanks(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at


# Each begins with what it finds, and looks back from there: so it is found fast.
SINGLE_CLOSE = re.compile(r"[’'](?<=[\w.,!?…][’'])(?!\w)")
MARKS = re.compile(
    r"[“”\"«»„‘’'](?:(?<=[“”\"«»„])|(?<=')'|(?<=[‘'])(?<![^\s(\[—–-][‘'])(?=\w)"
    r"|(?<=[’'])(?<=[\w.,!?…][’'])(?!\w))"
)
SINGLE, DOUBLE = ("'", "‘"), ("“", '"', "«", "„", "''")
PAIRS = {"“": '”"', "«": "»", "„": "“”", '"': '"”', "''": "''", "‘": "’", "'": "'’"}


def find_quotations(text: str, start: int, end: int) -> Iterator[Quotation]:
    """Yield the outermost quotations of one paragraph; the last may be unclosed."""
    opened: tuple[int, int, str] | None = None
    closing: int | None = None
    for match in MARKS.finditer(text, start, end):
        mark, was_apostrophe = match.group(), False
        if opened and mark in DOUBLE and opened[2] in SINGLE:
            closing = _last_close(text, start, end) if closing is None else closing
            was_apostrophe = closing < match.end()
        if opened is None or was_apostrophe:
            if mark in PAIRS and _can_open(text, match, start):
                opened = (match.start(), match.end(), mark)
        elif (mark in PAIRS[opened[2]] and _can_close(text, match, end)) or _is_turned(text, match, end):
            yield Quotation(opened[0], match.end(), opened[1], match.start())
            opened = None
    if opened and opened[2] not in SINGLE:
        yield Quotation(opened[0], end, opened[1], end, closed=False)


def _last_close(text: str, start: int, end: int) -> int:
    """Return where the last mark stands that could close a single quotation, -1 for none."""
    return max((match.start() for match in SINGLE_CLOSE.finditer(text, start, end)), default=-1)


def quotations_near(quotations: Sequence[Quotation], start: int, end: int) -> Sequence[Quotation]:
    """Return, of quotations in order, those that touch text[start:end] or end right before it."""
    low = bisect_right(quotations, start - 2, key=attrgetter("end"))
    return quotations[low : bisect_left(quotations, end, key=attrgetter("start"))]


def _can_open(text: str, match: re.Match[str], start: int) -> bool:
    before = text[match.start() - 1] if match.start() > start else " "
    after = text[match.end() : match.end() + 1]
    if before.isalnum() or not after:
        return False
    # Some systems leave a blank inside the opening mark: " So be it," he said.
    return not after.isspace() or (
        match.group() in DOUBLE and before.isspace() and text[match.end() + 1 : match.end() + 2].isalnum()
    )


def _is_turned(text: str, match: re.Match[str], end: int) -> bool:
    """Tell an opening mark that closes: “The list is ready,“ he said."""
    after = text[match.end() : match.end() + 1] if match.end() < end else " "
    return match.group() == "“" and text[match.start() - 1] in TURNED and after.isspace()


def _can_close(text: str, match: re.Match[str], end: int) -> bool:
    if match.group() not in ("'", "’", '"', "''"):
        return True
    before, after = text[match.start() - 1], text[match.end() : match.end() + 1] if match.end() < end else " "
    if before.isspace():  # 'So be it,' " he said: the mark after a quotation in the quotation
        return text[match.start() - 2] in "’'" and not after.isalnum()
    return not after.isalnum() or (before in ENDING and after.isupper())
