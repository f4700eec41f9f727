"""The lines of an article that are no page chrome."""

from __future__ import annotations

from talks.codebook.chrome import Chrome
from talks.text import Paragraph, find_paragraphs

__all__ = ["body_of"]


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
