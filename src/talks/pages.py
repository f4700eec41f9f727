"""What of a file is article: parts that hold one each, and the lines that are page chrome."""

from __future__ import annotations

import re
from collections.abc import Sequence

from talks.codebook.chrome import Chrome
from talks.text import Paragraph, find_paragraphs

__all__ = ["body_of", "split_parts"]

HEADLINE = 160  # characters; a longer line is no headline
HEADLINE_WORDS = 4
CREDIT = re.compile(r"\([^()]{3,60}\)|[-–—*_ ]{3,}")
CLOSED = (".", "!", "?", "”", '"', "’")
BODY = 200  # characters of running text from which an article is one


def split_parts(text: str, chrome: Chrome) -> list[str]:
    """Return the articles of a normalised text that holds several, glued together; mostly one."""
    lines = find_paragraphs(text)
    starts = [
        0,
        *(_head_of(text, lines, at) for at in range(1, len(lines)) if _begins(text, lines, at, chrome)),
    ]
    kept = [start for n, start in enumerate(starts) if n == 0 or _is_body(text, lines, starts[n - 1], start)]
    ends = [*kept[1:], len(lines)]
    return [text[lines[a].start : lines[b - 1].end] for a, b in zip(kept, ends, strict=True) if a < b]


def body_of(text: str, chrome: Chrome) -> list[Paragraph]:
    """Return the lines of one article without its page chrome."""
    out: list[Paragraph] = []
    for line in find_paragraphs(text):
        words = text[line.start : line.end]
        if chrome.ends.match(words) and out:
            break
        if not chrome.covers(words):
            prefix = chrome.prefixes.match(words)
            out.append(line._replace(start=line.start + prefix.end()) if prefix else line)
    return [line for line in out if line.start < line.end]


def _begins(text: str, lines: Sequence[Paragraph], at: int, chrome: Chrome) -> bool:
    words = text[lines[at].start : lines[at].end]
    if chrome.dateline.match(words) and len(words) > BODY // 2:
        return not _is_head(text, lines, at)
    if chrome.date_line.match(words):
        near = _is_headline(text, lines, at + 1) or _is_headline(text, lines, at - 1)
        return near and not _is_head(text, lines, at)
    return _follows_end(text, lines, at, chrome) and not _is_head(text, lines, at)


def _follows_end(text: str, lines: Sequence[Paragraph], at: int, chrome: Chrome) -> bool:
    """Tell a headline with its article after what ends another one: a credit, tags, a footer."""
    before = text[lines[at - 1].start : lines[at - 1].end]
    if not (CREDIT.fullmatch(before) or chrome.covers(before)) or at + 1 >= len(lines):
        return False
    words = text[lines[at].start : lines[at].end]
    body = text[lines[at + 1].start : lines[at + 1].end]
    headed = (
        _is_headline(text, lines, at) and len(words.split()) >= HEADLINE_WORDS and not chrome.covers(words)
    )
    return headed and len(body) > HEADLINE and body.endswith(CLOSED)


def _head_of(text: str, lines: Sequence[Paragraph], at: int) -> int:
    """Return the line of the headline that stands above a date line, else the line itself."""
    above = at > 1 and not _is_headline(text, lines, at + 1) and _is_headline(text, lines, at - 1)
    return at - 1 if above else at


def _is_head(text: str, lines: Sequence[Paragraph], at: int) -> bool:
    """Tell whether only a head (headline, byline, date) stands before a line, since the file's start."""
    before = text[lines[0].start : lines[at].start]
    return len(before) < BODY or not any(len(line) > HEADLINE for line in before.split("\n"))


def _is_headline(text: str, lines: Sequence[Paragraph], at: int) -> bool:
    if at >= len(lines):
        return False
    words = text[lines[at].start : lines[at].end]
    return len(words) < HEADLINE and not words.endswith((".", ":", ";", ","))


def _is_body(text: str, lines: Sequence[Paragraph], start: int, end: int) -> bool:
    words = (text[line.start : line.end] for line in lines[start:end])
    return sum(len(line) for line in words if line.endswith(CLOSED)) >= BODY
