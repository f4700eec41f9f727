"""Normalise a text once, before any offset exists; it is never touched again."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["close_gaps", "normalise", "straighten"]

# Control characters, soft hyphens, zero-width and bidirectional marks: they show nothing and can deceive.
INVISIBLE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]"
)
ESCAPE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\-_])")
BREAKS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
BLANKS = re.compile(r"[^\S\n]+")
LABEL = re.compile(r"[a-z_]+(?::(?:\s|$)| \d{4}-\d\d-\d\d\b)")
GAP = re.compile(r"(\n{2,})")
GAPS = re.compile(r"\n{3,}")
CLOSED = tuple('.!?:;…"”’»)]|')
OPEN = re.compile(r" (?:and|or|the|an?|of|in|to|with|for|by|from|at|on|as|than|between|his|her|its|their)$")
WRAP_WIDTH = range(50, 101)  # columns at which mail and old systems break their lines


def normalise(raw: str) -> str:
    """Return text in NFC, one paragraph a line, without control characters or hard line breaks."""
    return close_gaps(straighten(raw))


def close_gaps(text: str) -> str:
    """Leave no more than one blank line between paragraphs."""
    return GAPS.sub("\n\n", text)


def straighten(raw: str) -> str:
    """Normalise all of a text but the number of blank lines between its paragraphs."""
    text = BREAKS.sub("\n", ESCAPE.sub("", raw))
    text = INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    lines = [BLANKS.sub(" ", line).strip() for line in text.split("\n")]
    return "".join(map(_unwrap, GAP.split("\n".join(lines).strip()))).strip()


def _unwrap(block: str) -> str:
    lines = block.split("\n")
    if len(lines) < 2 or not any(lines):
        return block
    wrapped = _is_wrapped(lines)
    out = [lines[0]]
    for line in lines[1:]:
        if _continues(out[-1], line) or (wrapped and len(out[-1].rsplit("\n")[-1]) >= WRAP_WIDTH.start):
            out[-1] += " " + line
        else:
            out.append(line)
    return "\n".join(out)


def _continues(line: str, following: str) -> bool:
    """Tell a line broken in mid-sentence."""
    if LABEL.match(following):  # date: 2025-07-22, date 2025-07-22
        return False
    wide = len(line) >= WRAP_WIDTH.start and following[0].isalnum()  # Sign in
    goes_on = following[0].islower() or (wide and OPEN.search(line) is not None)
    return not line.endswith(CLOSED) and goes_on and line[-1] not in "|"


def _is_wrapped(lines: list[str]) -> bool:
    """Tell a block broken at a fixed width: all lines but the last are about as long."""
    widths = [len(line) for line in lines[:-1]]
    if len(widths) < 2 or not all(width in WRAP_WIDTH for width in widths):
        return False
    return max(widths) - min(widths) <= 20 and sum(line.endswith(CLOSED) for line in lines[:-1]) * 2 < len(
        lines
    )
