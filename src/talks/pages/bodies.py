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
TEASERS: Final = 3  # headlines at the end of an article, from which they are a list of links
TEASER: Final = 200  # characters of a headline at most
RUNNING: Final = 90  # characters of running text at least
TITLED: Final = 4  # words
STOPS: Final = (".", "!", "?", "…", ".)", "!)", "?)", "”", "»", '"', "’", ":", ";", ",")
LINKS: Final = 10  # headlines below a line that leads to other articles, at most
LONGER: Final = re.compile(r"[^\W\d_]{5,}")
SHOUTED: Final = 5  # words in capitals from which they are a heading
WORD: Final = r"(?!A [A-Z][a-z])[A-Z0-9][A-Z0-9.'’,&-]* (?:[-–—:] )?"
# Set among running text: … he said. TRUCE ENDS AT MIDNIGHT, OFFICIALS SAY The delegations …
HEADING: Final = re.compile(rf"(?<=[.!?\"”»)] )(?:{WORD}){{{SHOUTED},}}(?=[A-Z](?:[a-zà-ÿ]| [A-Z][a-z]))")
# The same with its blanks lost, a link to another article: … he said.TRUCE ENDS AT MIDNIGHTThe delegations …
GLUED: Final = re.compile(
    r"(?<=[.!?\"”»)])(?:['‘\"“]?[A-Z0-9][A-Z0-9.'’,:&-]* ){4,}['‘\"“]?[A-Z0-9]+['’\"”]?(?=[A-Z][a-zà-ÿ])"
)


def body_of(text: str, chrome: Chrome) -> list[Paragraph]:
    """Return the lines of one article without its page chrome."""
    out: list[Paragraph] = []
    links = 0  # headlines that may still follow a line that leads to other articles
    for line in find_paragraphs(text):
        words = text[line.start : line.end]
        if chrome.ends.match(words) and out:
            break
        if chrome.leads_on(words):
            links = LINKS
        elif links and _is_headline(words):
            links -= 1
        else:
            links = 0
            for piece in _unglued(text, line):
                for part in _headed(text, piece):
                    out += _without_chrome(text, part, chrome)
    return _without_teasers(text, [line for line in out if line.start < line.end])


def _is_headline(words: str) -> bool:
    """Tell a line that ends in no stop, as headlines and the names of sections do."""
    return len(words) <= TEASER and not words.endswith(STOPS)


def _without_teasers(text: str, lines: list[Paragraph]) -> list[Paragraph]:
    """Leave out a list of headlines at the end, Each in Capitals Like This: links to other articles."""
    end = len(lines)
    while end and _is_titled(text[lines[end - 1].start : lines[end - 1].end]):
        end -= 1
    text_above = any(line.end - line.start > RUNNING for line in lines[:end])
    return lines[:end] if text_above and len(lines) - end >= TEASERS else lines


def _is_titled(words: str) -> bool:
    """Tell a line whose longer words all begin with a capital; one that opens with a date may be an entry."""
    longer = [word for word in LONGER.findall(words) if not word.isupper()]
    return (
        len(words) <= TEASER
        and len(longer) >= TITLED
        and not words[0].isdigit()
        and all(word[0].isupper() for word in longer)
    )


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


def _unglued(text: str, line: Paragraph) -> Iterator[Paragraph]:
    """Yield a line in pieces, without the links in capitals that are glued into its running text."""
    start = line.start
    for link in GLUED.finditer(text, line.start, line.end):
        yield line._replace(start=start, end=link.start())
        start = link.end()
    yield line._replace(start=start, gap=line.gap or start > line.start)


def _headed(text: str, line: Paragraph) -> Iterator[Paragraph]:
    """Yield a line in pieces, where headings in capitals stand among its running text."""
    start = line.start
    for heading in HEADING.finditer(text, line.start, line.end):
        yield line._replace(start=start, end=heading.start() - 1)
        yield Paragraph(heading.start(), heading.end() - 1, gap=True)
        start = heading.end()
    yield line._replace(start=start)
