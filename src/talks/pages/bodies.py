"""The lines of an article that are no page chrome."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from talks.codebook.chrome import Chrome
from talks.text import Paragraph, find_paragraphs, split_sentences

__all__ = ["body_of"]

NO_ABBREVIATIONS: Final[frozenset[str]] = frozenset()  # that one ends a sentence only spares more of the text
CAPTION: Final = 400  # characters; a longer line is text, with a caption in it
SHOUTED: Final = 5  # words in capitals from which they are a heading
WORD: Final = r"(?!A [A-Z][a-z])[A-Z0-9][A-Z0-9.'’,&-]* (?:[-–—:] )?"
# Set among running text: … he said. TRUCE ENDS AT MIDNIGHT, OFFICIALS SAY The delegations …
HEADING: Final = re.compile(rf"(?<=[.!?\"”»)] )(?:{WORD}){{{SHOUTED},}}(?=[A-Z](?:[a-zà-ÿ]| [A-Z][a-z]))")


def body_of(text: str, chrome: Chrome) -> list[Paragraph]:
    """Return the lines of one article without its page chrome."""
    out: list[Paragraph] = []
    for line in find_paragraphs(text):
        if chrome.ends.match(text[line.start : line.end]) and out:
            break
        for piece in _headed(text, line):
            out += _without_chrome(text, piece, chrome)
    return [line for line in out if line.start < line.end]


def _without_chrome(text: str, line: Paragraph, chrome: Chrome) -> Iterator[Paragraph]:
    """Yield a line without what stands before its first sentence, and nothing of page chrome."""
    words = text[line.start : line.end]
    if not chrome.covers(words):
        prefix = chrome.prefixes.match(words)
        yield line._replace(start=line.start + prefix.end()) if prefix else line
    elif len(words) > CAPTION and not chrome.is_chrome(words):
        yield from _uncaptioned(text, line, chrome)


def _uncaptioned(text: str, line: Paragraph, chrome: Chrome) -> Iterator[Paragraph]:
    """Yield running text in pieces, without the sentences that end in the credit of a picture."""
    start = line.start
    while credit := chrome.credit_in(text[start : line.end]):
        *before, _ = split_sentences(text, start, start + credit.start(), NO_ABBREVIATIONS) or [
            (start, start)
        ]
        yield Paragraph(start, before[-1][1] if before else start, gap=True)
        start += credit.end()
        start += len(text[start : line.end]) - len(text[start : line.end].lstrip(" .)"))
    yield Paragraph(start, line.end, gap=True)


def _headed(text: str, line: Paragraph) -> Iterator[Paragraph]:
    """Yield a line in pieces, where headings in capitals stand among its running text."""
    start = line.start
    for heading in HEADING.finditer(text, line.start, line.end):
        yield line._replace(start=start, end=heading.start() - 1)
        yield Paragraph(heading.start(), heading.end() - 1, gap=True)
        start = heading.end()
    yield line._replace(start=start)
