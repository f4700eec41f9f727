"""What templates draw marks and bars by."""

from __future__ import annotations

from talks.models import Evidence, Status
from talks.render import evidence
from talks.render.lines import Paper, Text
from talks.views.stands import Group

__all__ = ["context", "groups", "part", "statuses"]

COLOURED = Paper(colour=True)  # on which the quoted words are marked by a style, not by brackets


def context(quoted: Evidence) -> Text:
    """Return a quote, marked, with what stands around it in its paragraph."""
    return evidence.context(quoted, COLOURED)


def statuses() -> tuple[Status, ...]:
    """Return what can become of a happening, in the order of legends."""
    return tuple(Status)


def groups() -> tuple[Group, ...]:
    """Return where a party can stand."""
    return tuple(Group)


def part(number: int, most: int) -> float:
    """Return which part of the most a number is, in hundredths with two places."""
    return round(100 * min(number, most) / most, 2) if most else 0
