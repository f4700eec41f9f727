"""What one sentence says of one happening."""

from __future__ import annotations

from dataclasses import dataclass

from talks.models import Count, Status, When
from talks.reading import Sentence

__all__ = ["Happening"]


@dataclass(slots=True)
class Happening:
    """A candidate for a mention; `weight` tells how much the sentence says of it."""

    kind: str
    rule: str
    sentence: Sentence
    head: int
    first: int
    last: int
    status: Status
    weight: float
    when: When
    place: str | None
    parties: tuple[str, ...]
    people: tuple[str, ...]
    round: int | None
    counts: tuple[Count, ...]
    definite: bool = False
    told_apart: bool = False  # who takes part is said, or how many rounds
    counted: bool = False  # it stands for several: three meetings
    leaders: int = 0  # heads of state who take part, named or not
    separate: bool = False  # of a mediator with each side, as it is told
    assumed: bool = False  # the parties are those of the conflict, as none are named
    absent: frozenset[str] = frozenset()  # parties told to have stayed away
    unattended: bool = False  # nobody is told to take part
    put_off: bool = False  # it was postponed, to no day that is told
    journey: bool = False  # somebody only goes to where others are
    sure: bool = True  # the words around it tell its status
    decreed: bool = False  # it was ordered, from nobody says when
    sorts: frozenset[str] = frozenset()
    reference: str | None = None
    plain: Happening | None = None  # as the words tell it, where the dossier gave it a date
