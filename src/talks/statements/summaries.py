"""Statements that are first told in short: by a headline, and by an opening that a spokesman bears out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from talks.models import Statement
from talks.reading import Reading
from talks.statements.utterance import Utterance

__all__ = ["Told", "first_line", "sums_up"]

OPENING: Final = 2  # lines of running text in which an article tells its news in short
SOON: Final = 4  # lines within which a spokesman is quoted in full
STOPS: Final = (".", "!", "?", "”", '"', "’")
RUNNING: Final = 60  # characters from which a line that ends in a stop is text


class Told(NamedTuple):
    """An utterance with its record."""

    utterance: Utterance
    record: Statement


def sums_up(reading: Reading, told: Told, others: Sequence[Told], first: int) -> bool:
    """Tell what a headline or an opening tells in short of what the article then credits in full.

    `first` is the number of the first line of running text.
    """
    at = told.utterance.paragraph
    below = (other for other in others if other.utterance.paragraph > at)
    if _is_title(reading, at):
        return any(_is_of_side(other.utterance, told.utterance) for other in below)
    if at >= first + OPENING:
        return False
    return any(
        other.utterance.paragraph <= at + SOON
        and _speaks_for(reading, other.utterance, told.utterance)
        and not set(told.record.topics).isdisjoint(other.record.topics)
        for other in below
    )


def first_line(reading: Reading) -> int:
    """Return the number of the first line of running text; 0 where none is."""
    lines = (reading.text[line.start : line.end] for line in reading.paragraphs)
    return next((n for n, line in enumerate(lines) if len(line) > RUNNING and line.endswith(STOPS)), 0)


def _is_title(reading: Reading, number: int) -> bool:
    line, title = reading.paragraphs[number], reading.article.title
    return reading.text[line.start : line.end] == title


def _is_of_side(below: Utterance, above: Utterance) -> bool:
    """Tell whether the same speaks below, or one of the same side."""
    party = above.speaker.party if above.speaker else None
    return below.speaker == above.speaker or (below.speaker is not None and below.speaker.party == party)


def _speaks_for(reading: Reading, below: Utterance, above: Utterance) -> bool:
    """Tell a spokesman of the office, or the side, to which an opening credits its words."""
    one, other = above.speaker, below.speaker
    if one is None or other is None or other.kind != "person" or one.party != other.party:
        return False
    posts = reading.codebook.speech.speaking
    if not any(reading.cast.holds(other, post) for post in posts):
        return False
    roles = other.person.roles if other.person else ()
    offices = {role.of for role in roles if any(post in role.title for post in posts)}
    return one.kind == "party" or (one.kind == "office" and (not offices or one.name in offices))
