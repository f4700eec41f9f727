"""What linking looks at: a mention with what its article says of itself, and the clue that this gives."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from typing import Final

from talks.codebook.kinds import KindFile, load_kinds
from talks.models import Bound, Evidence, Mention, Precision, Status, When
from talks.terms import REAL

__all__ = ["NARROW", "SLACK", "WIDE", "Clue", "Days", "Report", "clue_of"]

NARROW: Final = 5  # days among which a date may leave the choice and still place a happening
LONG: Final = 10  # days that a happening may last and still be placed by them
WIDE: Final = 40  # days beyond which a date says too little to be compared
SLACK: Final = 3  # days by which "about that day" may be off
LATER: Final = re.compile(r".*[.!?\n]", re.DOTALL)  # what stands before the sentence of a quote
ENDED: Final = re.compile(r"[.!?][\"'”’)]*\s*$")  # a quote that is a whole sentence
STATES: Final = frozenset({Status.ONGOING, Status.PAUSED})

Days = tuple[int, int]  # the first and the last, as ordinals


@dataclass(frozen=True, slots=True)
class Report:
    """A mention with what its article says of itself."""

    mention: Mention
    published: When
    origin: str  # equal for reports of one origin
    around: frozenset[str] = frozenset()  # places that hold the mention's place: its region, its country
    sketch: bytes = b""  # of the article's text, to tell copies by
    outlet: str = ""  # of the article; where it is the origin, nobody else is credited


@dataclass(frozen=True, slots=True, eq=False)
class Clue:
    """All of a report that decides which happening it tells of; equal for reports that can't be told apart.

    `days` bound the happening. A `fixed` clue places it: by a day, by a few, or by a reference. A loose one
    without days is reckoned from `reach`: the weeks in which it was reported.
    """

    kind: str
    real: bool
    under_way: bool
    paused: bool
    off: bool  # called off, or refused
    unset: bool  # told to have no date
    settled: bool  # agreed or planned, by those who can
    fixed: bool
    days: Days | None
    span: bool  # from day to day, as against some time in a month
    reach: Days | None  # its days, or those in which it was reported; None when neither is known well
    about: Days | None  # days about which it is said to come, or to have begun
    place: str | None
    around: frozenset[str]
    parties: frozenset[str]
    people: frozenset[str]
    round: int | None
    counts: frozenset[tuple[str, int]]
    open: bool  # its figure is the least or the most of what is to come
    reference: str | None
    sorts: frozenset[str]  # of a kind with several sorts of thing: "memorandum", "energy"
    plain: bool  # told in words for what is meant when no sort is told
    alone: str = ""  # the mention, when it has nothing by which it could be told to be another's
    sign: str = field(init=False)  # all of it as one text: clues are compared by it, and put in order
    file: KindFile = field(init=False)  # what is known of its kind
    family: str = field(init=False)  # equal for kinds that reports take for each other
    year: int = field(init=False)  # of its first day: the plans of two years do not come together
    narrow: bool = field(init=False)  # the day is known, or one of few, or the first and the last of some

    def __post_init__(self) -> None:
        values = (getattr(self, name) for name in self.__slots__[: self.__slots__.index("sign")])
        told = [sorted(value) if isinstance(value, frozenset) else value for value in values]
        file = load_kinds()[self.kind].file
        length = self.days[1] - self.days[0] + 1 if self.days else 0
        object.__setattr__(self, "sign", repr(told))
        object.__setattr__(self, "file", file)
        object.__setattr__(self, "family", "encounter" if file.encounter else self.kind)
        object.__setattr__(self, "year", dt.date.fromordinal(self.reach[0]).year if self.reach else 0)
        object.__setattr__(self, "narrow", 0 < length <= (LONG if self.span else NARROW))


def clue_of(report: Report) -> Clue:
    """Return the clue of a report."""
    mention, when = report.mention, report.mention.when
    file, sorts = load_kinds()[mention.kind].file, _sorts(mention)
    known = mention.reference is not None and file.encounter and mention.status is Status.ONGOING
    days = _days(report) or (_about(when) if known else None)  # a known round that goes on is held that day
    limit = LONG if when.precision is Precision.SPAN else NARROW
    narrow = days is not None and days[1] - days[0] < limit
    reference = mention.reference if when.known else None
    fixed = reference is not None or (narrow and when.precision is not Precision.APPROX)
    about = _about(when) if days is None else None
    return Clue(
        kind=mention.kind,
        real=mention.status in REAL,
        under_way=mention.status is Status.ONGOING,
        paused=mention.status is Status.PAUSED,
        off=mention.status in (Status.CANCELLED, Status.REJECTED),
        unset=mention.status is Status.UNSCHEDULED,
        settled=mention.status in (Status.AGREED, Status.PLANNED),
        fixed=fixed,
        days=days,
        span=when.precision is Precision.SPAN,
        reach=days or (mention.status in STATES and about) or _told(report),
        about=about,
        place=mention.place,
        around=report.around,
        parties=frozenset(mention.parties),
        people=frozenset(mention.people),
        round=mention.round,
        counts=frozenset((c.of, c.n) for c in mention.counts if not file.terms or c.of in file.terms_of),
        open=any(count.bound in (Bound.AT_LEAST, Bound.AT_MOST) for count in mention.counts),
        reference=reference,
        sorts=frozenset(name for name in sorts if not file.sorts[name].plain),
        plain=any(file.sorts[name].plain for name in sorts),
    )


def _days(report: Report) -> Days | None:
    """Return the days of a happening; what comes "soon", "in summer", or goes on, has none of its own."""
    when, status = report.mention.when, report.mention.status
    if when.earliest is None or when.latest is None:
        return None
    about, vague = when.precision is Precision.APPROX, (when.latest - when.earliest).days >= WIDE
    to_come = report.published.latest is None or when.latest >= report.published.latest
    if (status not in REAL or status in STATES) and (about or (to_come and vague)):
        return None
    slack = SLACK if about else 0
    return when.earliest.toordinal() - slack, when.latest.toordinal() + slack


def _about(when: When) -> Days | None:
    if when.precision is not Precision.APPROX or when.earliest is None or when.latest is None:
        return None
    return when.earliest.toordinal(), when.latest.toordinal()


def _told(report: Report) -> Days | None:
    """Return the days on which a happening without days of its own was reported."""
    first, last = report.published.earliest, report.published.latest
    if first is None or last is None or (last - first).days >= WIDE:
        return None
    return first.toordinal(), last.toordinal()


def _sorts(mention: Mention) -> frozenset[str]:
    """Return what sort of thing of its kind it is, by its rule, else by the first words that tell."""
    file = load_kinds()[mention.kind].file
    named = file.headlines.names.get(mention.evidence[0].rule.rpartition(".")[2])
    if named in file.sorts:
        return frozenset({named})
    telling = mention.evidence[:1] if file.terms else mention.evidence  # of truces, a report compares several
    words = (text for evidence in telling for text in (evidence.quote, _sentence(evidence)))
    found = (file.sorts_in(text) for text in words if file.sorts)
    return next(filter(None, found), frozenset())


def _sentence(evidence: Evidence) -> str:
    """Return a quote with what its context gives of the sentence around it."""
    before = LATER.sub("", evidence.prefix)
    after = "" if ENDED.search(evidence.quote) else re.split(r"[.!?\n]", evidence.suffix, maxsplit=1)[0]
    return f"{before}{evidence.quote}{after}"
