"""Where a text is from, by its own words: a masthead, a line at its foot, the credit of its dateline."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from talks.codebook.chrome import Chrome
from talks.codebook.outlets import Imprint, load_imprint
from talks.text import find_paragraphs

__all__ = ["find_outlet"]

HEAD: Final = 4  # lines at the head in which an outlet may stand
FOOT: Final = 5  # lines at the foot
HEADLINE: Final = 160  # characters; a longer line is text
LEAST_HEADLINE: Final = 3  # words


def find_outlet(text: str, chrome: Chrome, known: Collection[str] = ()) -> str | None:
    """Return the outlet that a text names as its own, or None; `known` are outlets, in lower case."""
    lines = [text[line.start : line.end].strip() for line in find_paragraphs(text)]
    return next(_named(lines, chrome, load_imprint(), known), None)


def _named(lines: list[str], chrome: Chrome, imprint: Imprint, known: Collection[str]) -> Iterator[str]:
    head, foot = lines[:HEAD], lines[max(1, len(lines) - FOOT) :]
    if _is_masthead(head, chrome):
        yield from filter(None, [imprint.name_in(head[0], "masthead")])
    if len(head) > 1 and head[0].startswith(head[1]):
        yield from filter(None, [imprint.name_in(head[0].removeprefix(head[1]), "title")])
    for at, part in (("head", head), ("foot", foot[::-1])):
        yield from filter(None, (imprint.name_in(line, at, known) for line in part))
    texts = (line for line in lines[: HEAD + 1] if len(line) > HEADLINE)
    yield from filter(None, (imprint.name_in(line, "dateline") for line in texts))


def _is_masthead(head: list[str], chrome: Chrome) -> bool:
    """Tell whether the first line stands above a date and a headline, so that it is no headline itself."""
    if len(head) < HEAD or not chrome.date_line.match(head[1]):
        return False
    return len(head[2].split()) >= LEAST_HEADLINE and len(head[2]) < HEADLINE and not chrome.covers(head[2])
