"""What linking looks at: a mention with what its article says of itself, and the clue that this gives."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Final

from talks.codebook.kinds import KindFile, load_kinds
from talks.models import Bound, Mention, Precision, Status, When
from talks.terms import REAL

__all__ = ["Clue", "Report", "clue_of"]

NARROW: Final = 5  # days among which a date may leave the choice and still place a happening
LONG: Final = 10  # days that a happening may last and still be placed by them
SLACK: Final = 3  # days by which "about that day" may be off


@dataclass(frozen=True, slots=True)
class Report:
    """A mention with what its article says of itself."""

    mention: Mention
    published: When
    origin: str  # equal for reports of one origin
    around: frozenset[str] = frozenset()  # places that hold the mention's place: its region, its country


@dataclass(frozen=True, slots=True, eq=False)
class Clue:
    """All of a report that decides which happening it tells of; equal for reports that can't be told apart.

    `first` and `last` bound the happening, as days. A `fixed` clue places its happening: by a day, or by a
    reference. A loose one is reckoned from `pivot`: its first day, or the Monday of the week it was reported.
    """

    kind: str
    real: bool
    paused: bool
    off: bool  # called off, or refused
    fixed: bool
    first: int | None
    last: int | None
    span: bool  # from day to day, as against some time in a month
    pivot: int | None
    quarter: int | None  # of a year; loose reports come together within one
    place: str | None
    around: frozenset[str]
    parties: frozenset[str]
    people: frozenset[str]
    round: int | None
    counts: frozenset[tuple[str, int]]
    open: bool  # its figure is the least or the most of what is to come
    reference: str | None
    name: str | None  # "memorandum", of a kind with several things
    alone: str = ""  # the mention, when it has nothing by which it could be told to be another's
    sign: str = field(init=False)  # all of it as one text: clues are compared by it, and put in order

    def __post_init__(self) -> None:
        values = (getattr(self, name) for name in self.__slots__ if name != "sign")
        told = [sorted(value) if isinstance(value, frozenset) else value for value in values]
        object.__setattr__(self, "sign", repr(told))

    def __hash__(self) -> int:
        return hash(self.sign)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Clue) and self.sign == other.sign

    @property
    def file(self) -> KindFile:
        """What is known of its kind."""
        return load_kinds()[self.kind].file

    @property
    def family(self) -> str:
        """What is equal for kinds that reports take for each other."""
        return "encounter" if self.file.encounter else self.kind

    @property
    def dated(self) -> bool:
        """Whether the report says when."""
        return self.first is not None

    @property
    def narrow(self) -> bool:
        """Whether the day is known, or one of few, or the first and the last of some."""
        return 0 < len(self.days) <= (LONG if self.span else NARROW)

    @property
    def days(self) -> range:
        """The days on which it can have been."""
        return (
            range(self.first, self.last + 1) if self.first is not None and self.last is not None else range(0)
        )

    @property
    def reach(self) -> tuple[int, int]:
        """The first and the last day: its own, else those of the week in which it was reported."""
        if self.first is not None and self.last is not None:
            return self.first, self.last
        return (self.pivot or 0), (self.pivot or 0) + 6


def clue_of(report: Report) -> Clue:
    """Return the clue of a report."""
    mention, when = report.mention, report.mention.when
    first, last = _bounds(when)
    limit = LONG if when.precision is Precision.SPAN else NARROW
    narrow = first is not None and last is not None and last - first < limit
    reference = mention.reference if when.known else None
    fixed = reference is not None or (narrow and when.precision is not Precision.APPROX)
    start = when.earliest or report.published.earliest
    names = load_kinds()[mention.kind].file.headlines.names
    return Clue(
        kind=mention.kind,
        real=mention.status in REAL,
        paused=mention.status is Status.PAUSED,
        off=mention.status in (Status.CANCELLED, Status.REJECTED),
        fixed=fixed,
        first=first,
        last=last,
        span=when.precision is Precision.SPAN,
        pivot=first if when.known else _monday(report.published.earliest),
        quarter=start.year * 4 + (start.month - 1) // 3 if start else None,
        place=mention.place,
        around=report.around,
        parties=frozenset(mention.parties),
        people=frozenset(mention.people),
        round=mention.round,
        counts=frozenset((count.of, count.n) for count in mention.counts),
        open=any(count.bound in (Bound.AT_LEAST, Bound.AT_MOST) for count in mention.counts),
        reference=reference,
        name=names.get(mention.evidence[0].rule.rpartition(".")[2]),
    )


def _bounds(when: When) -> tuple[int | None, int | None]:
    if when.earliest is None or when.latest is None:
        return None, None
    slack = SLACK if when.precision is Precision.APPROX else 0
    return when.earliest.toordinal() - slack, when.latest.toordinal() + slack


def _monday(day: dt.date | None) -> int | None:
    return day.toordinal() - day.weekday() if day else None
