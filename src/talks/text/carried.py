"""Quotations that run over several paragraphs, and are marked only where they begin and where they end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from talks.text.paragraphs import DOUBLE, MARKS, PAIRS, Paragraph, Quotation, find_quotations

__all__ = ["find_all_quotations"]

FARTHEST = 6  # paragraphs after its first in which a quotation may end
ENDS = frozenset("".join(PAIRS[mark] for mark in DOUBLE)) | set(DOUBLE)


def find_all_quotations(text: str, lines: Sequence[Paragraph]) -> list[Quotation]:
    """Return the outermost quotations of a text, in order."""
    out: list[Quotation] = []
    at = 0
    while at < len(lines):
        found = list(find_quotations(text, lines[at].start, lines[at].end))
        out += found
        end = _end_of(text, lines[at + 1 : at + 1 + FARTHEST], found[-1]) if found else None
        at += 1
        while end and lines[at].end < end.end():
            line = lines[at]
            out.append(Quotation(line.start, line.end, line.start, line.end, closed=False))
            at += 1
        if end:
            start, rest = lines[at].start, lines[at].end
            out += [Quotation(start, end.end(), start, end.start()), *find_quotations(text, end.end(), rest)]
            at += 1
    return out


def _end_of(text: str, following: Sequence[Paragraph], opened: Quotation) -> re.Match[str] | None:
    """Return the mark that ends a quotation that its own paragraph leaves open, if none begins before."""
    if opened.closed:
        return None
    marks = (m for line in following for m in MARKS.finditer(text, line.start, line.end) if m.group() in ENDS)
    mark = next(marks, None)
    begun = mark is None or text[mark.start() - 1].isspace()
    closing = PAIRS[text[opened.start : opened.inner_start]]
    return mark if mark and not begun and mark.group() in closing else None
