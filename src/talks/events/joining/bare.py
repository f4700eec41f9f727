"""Words that speak of talks or a truce and tell nothing of them: in general, or beside what is told."""

from __future__ import annotations

from collections.abc import Collection

from talks.codebook.kinds import KindFile
from talks.events.happenings import Happening
from talks.models import Basis, Status

__all__ = ["DETAIL", "LEAST", "are_bare", "are_general"]

LEAST = 1.0  # weight from which a happening stands by itself
DETAIL = 0.7  # weight of a date, round or figure
ABSENT = frozenset({Status.UNSCHEDULED, Status.REJECTED, Status.PAUSED, Status.PLANNED})  # is news by itself


def are_general(told: Collection[Happening], file: KindFile) -> bool:
    """Tell talk of "the negotiations" in general: nobody says when, where or whose."""
    return file.rounds and all(_is_general(h) and _is_nowhere(h) for h in told)


def are_bare(told: Collection[Happening], file: KindFile, beside: Collection[Happening] = ()) -> bool:
    """Tell "when talks resume", "breaking the truce", which stand `beside` what is told of them."""
    return (file.rounds or file.terms) and all(_is_bare(happening, beside) for happening in told)


def _is_bare(happening: Happening, beside: Collection[Happening]) -> bool:
    dated = happening.when.known and happening.when.basis is not Basis.PUBLISHED
    detailed = _has_details(happening) and not _renews(happening, beside)
    if dated or detailed or happening.people or happening.sorts:
        return False
    weight = happening.weight - DETAIL * happening.when.known
    news = happening.status in ABSENT and happening.sure
    return _is_nowhere(happening) and weight <= LEAST and not news


def _is_general(happening: Happening) -> bool:
    """Tell "the negotiations were hard" and "agreed to go on with the negotiations"."""
    if happening.when.known or happening.round:
        return False
    vague = happening.status is Status.HELD and not happening.sure and not _has_details(happening)
    goes_on = happening.status is Status.AGREED and happening.definite and happening.weight <= LEAST
    return vague or goes_on


def _has_details(happening: Happening) -> bool:
    return bool(happening.round or happening.counts or happening.told_apart)


def _is_nowhere(happening: Happening) -> bool:
    """Tell what has no place but the country of one of the sides."""
    return happening.place in (None, *happening.parties)


def _renews(happening: Happening, beside: Collection[Happening]) -> bool:
    """Tell a wish to go on with what is told of the same parties: she wants talks with Sudria to continue."""
    if happening.status is not Status.PROPOSED or happening.round or happening.counts:
        return False
    return any(set(happening.parties) <= set(other.parties) for other in beside)
