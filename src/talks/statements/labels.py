"""Speakers told by a label: transcripts ("MR EKRE: …"), headlines ("Stone House: …"), press conferences."""

from __future__ import annotations

import re
from dataclasses import dataclass

from talks.names import Actor
from talks.reading import Reading
from talks.text import Paragraph

__all__ = ["Label", "find_label"]

LABEL = re.compile(r"(?P<who>[^\W\d][^:\n“”\"?!]{1,45}?)(?:\s\([^)]{1,40}\))?:(?:\s+(?=\S)|(?=[“\"]))")
NEAR = 20  # characters behind a label, by which a line in capitals is told
LEAST_WORDS = 3  # of what follows a label
SPEAKING = frozenset({"person", "office", "party", "body"})


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the start of a line; without an actor it is a question or a heading."""

    actor: Actor | None
    source: tuple[int, int]
    content: tuple[int, int]


def find_label(reading: Reading, line: Paragraph) -> Label | None:
    """Return the label that a line begins with, if its words name who can speak."""
    match = LABEL.match(reading.text, line.start, line.end)
    if match is None or len(reading.text[match.end() : line.end].split()) < LEAST_WORDS:
        return None
    first = reading.tokens.at(match.start("who"))
    last = reading.tokens.ending_by(match.end("who"))
    actor = _actor(reading, first, last)
    if actor is None or actor.kind not in SPEAKING or _is_dateline(reading, actor, match):
        return None
    return Label(actor, match.span("who"), (match.end(), line.end))


def _is_dateline(reading: Reading, actor: Actor, match: re.Match[str]) -> bool:
    """Tell a capital that says where a report was written: HARVIK: The president said …"""
    rest = reading.text[match.end() : match.end() + NEAR]
    return actor.kind == "party" and match["who"].isupper() and not rest.isupper()


def _actor(reading: Reading, first: int, last: int) -> Actor | None:
    """Return whom a label names: in full, or by the last name of somebody named in full elsewhere."""
    names = reading.cast.names_in(first, last)
    if names and names[-1].end == last:
        return reading.cast.resolve(first, last)
    full = reading.cast.full.get(reading.tokens.words[last - 1]) if last - first == 1 else None
    return Actor(full, "person") if full else None
