"""The records: frozen, typed, exported as JSON Schema by `talks schema`."""

from __future__ import annotations

import calendar
import datetime as dt
import hashlib
from dataclasses import dataclass
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from talks.terms import Basis, Bound, Manner, Precision, Stance, Status

__all__ = [
    "Article",
    "Basis",
    "Bound",
    "Conflict",
    "Count",
    "Event",
    "Evidence",
    "Extraction",
    "HistoryStep",
    "Manner",
    "Mention",
    "Precision",
    "Span",
    "Stance",
    "Statement",
    "Status",
    "When",
    "record_id",
]

CONTEXT = 40  # characters kept before and after a quote, as in W3C text-quote selectors
SEASONS = (24, 21, 22, 23)  # ISO 8601-2 codes of winter, spring, summer and autumn


class Record(BaseModel):
    """A frozen record; unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(Record):
    """Half-open range of code points in `Article.text`."""

    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]

    def of(self, text: str) -> str:
        """Return the words at this span."""
        return text[self.start : self.end]


class When(Record):
    """A date with its precision, its basis, and the words it was read from.

    `earliest` and `latest` bound the happening, both inclusive; both are None when nothing is known.
    """

    earliest: dt.date | None = None
    latest: dt.date | None = None
    precision: Precision = Precision.UNKNOWN
    basis: Basis = Basis.UNKNOWN
    phrase: Span | None = None

    @classmethod
    def unknown(cls) -> When:
        """Return the date of which nothing is known."""
        return UNKNOWN

    @classmethod
    def day(cls, day: dt.date, basis: Basis, phrase: Span | None = None) -> When:
        """Return one known day."""
        return cls(earliest=day, latest=day, precision=Precision.DAY, basis=basis, phrase=phrase)

    @property
    def known(self) -> bool:
        """Tell whether there is a date at all."""
        return self.earliest is not None

    def lies_in(self, other: When) -> bool:
        """Tell whether all of it lies within another date, bounds included; the unknown lies in none."""
        if self.earliest is None or self.latest is None or other.earliest is None or other.latest is None:
            return False
        return other.earliest <= self.earliest and self.latest <= other.latest

    @property
    def date(self) -> str | None:
        """The first day, month or year, as ISO 8601, no finer than the precision."""
        return _edge(self.earliest, self._grain())

    @property
    def end(self) -> str | None:
        """The last day or month of a span or week, else None."""
        if self.precision not in (Precision.SPAN, Precision.WEEK):
            return None
        return _edge(self.latest, self._grain())

    @property
    def edtf(self) -> str | None:
        """The date as ISO 8601-2 (EDTF), e.g. `2025-05-23/2025-05-25` or `2025-08~`."""
        if self.earliest is None:
            return None
        if self.precision is Precision.SEASON:
            return f"{self.earliest.year}-{SEASONS[self.earliest.month % 12 // 3]}"
        if self.end:
            return f"{self.date}/{self.end}"
        return f"{self.date}~" if self.precision is Precision.APPROX else self.date

    def _grain(self) -> Precision:
        if self.precision in (Precision.MONTH, Precision.SEASON):
            return Precision.MONTH
        if self.precision is Precision.YEAR:
            return Precision.YEAR
        loose = self.precision in (Precision.SPAN, Precision.APPROX)
        return Precision.MONTH if loose and self._whole_months() else Precision.DAY

    def _whole_months(self) -> bool:
        if self.earliest is None or self.latest is None:
            return False
        return self.earliest.day == 1 and (self.latest + dt.timedelta(days=1)).day == 1


UNKNOWN = When()


def _edge(day: dt.date | None, grain: Precision) -> str | None:
    if day is None:
        return None
    return day.isoformat()[: {Precision.MONTH: 7, Precision.YEAR: 4}.get(grain, 10)]


def month_end(year: int, month: int) -> dt.date:
    """Return the last day of a month."""
    return dt.date(year, month, calendar.monthrange(year, month)[1])


class Article(Record):
    """One piece of reporting, addressed by the hash of its text; never altered once stored."""

    id: str
    sha256: str
    text: str
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    url: str | None = None
    language: str = "en"
    published: When = When()
    path: str | None = None  # file name it was first read from
    part: int | None = None  # number of the part in a file that holds several, from 0


class Evidence(Record):
    """Words of an article that show where a record was read; `quote == article.text[span]`.

    `prefix` and `suffix` are the W3C Web Annotation text-quote context; `rule` found it.
    """

    article: str
    span: Span
    quote: str
    prefix: str = ""
    suffix: str = ""
    rule: str

    @classmethod
    def at(cls, article: Article, span: Span, rule: str) -> Evidence:
        """Take the words at a span, with their context."""
        text = article.text
        return cls(
            article=article.id,
            span=span,
            quote=span.of(text),
            prefix=text[max(0, span.start - CONTEXT) : span.start],
            suffix=text[span.end : span.end + CONTEXT],
            rule=rule,
        )


class Count(Record):
    """A figure that belongs to a happening, e.g. 1,000 prisoners for 1,000."""

    n: Annotated[int, Field(ge=0)]
    of: str
    from_party: str | None = None
    to_party: str | None = None
    each: bool = False
    bound: Bound = Bound.EXACT


class Mention(Record):
    """A happening as one article reports it."""

    id: str
    article: str
    kind: str
    status: Status
    when: When = When()
    place: str | None = None
    parties: tuple[str, ...] = ()
    people: tuple[str, ...] = ()  # who takes part by name
    round: int | None = None
    counts: tuple[Count, ...] = ()
    reference: str | None = None  # the dossier's happening it was recognised as
    according_to: str | None = None  # statement id, when it is somebody's claim
    evidence: Annotated[tuple[Evidence, ...], Field(min_length=1)]


class Statement(Record):
    """One utterance credited to a speaker."""

    id: str
    article: str
    speaker: str | None  # None when it can't be told
    party: str | None = None
    manner: Manner
    verb: str | None = None
    topics: tuple[str, ...] = ()
    stance: Stance = Stance.REPORTS
    via: str | None = None  # agency or outlet credited
    to: str | None = None  # addressee
    when: When = When()
    evidence: Evidence
    source: Span | None = None
    cue: Span | None = None
    content: tuple[Span, ...] = ()


class HistoryStep(Record):
    """A status that an event had, by the report that says so."""

    reported: str | None  # when the report was published, as finely as is known (EDTF)
    status: Status
    mention: str


class Conflict(Record):
    """Values of one field on which reports of an event disagree, with the mentions that give each."""

    field: str
    values: tuple[tuple[str, tuple[str, ...]], ...]


class Event(Record):
    """The happening itself: the mentions that tell of it, linked across articles."""

    id: str
    kind: str
    status: Status
    when: When = When()
    place: str | None = None
    parties: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    round: int | None = None
    counts: tuple[Count, ...] = ()
    reference: str | None = None
    history: tuple[HistoryStep, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    mentions: tuple[str, ...]
    sources: int = 1  # independent origins


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was read from one article."""

    article: Article
    mentions: tuple[Mention, ...]
    statements: tuple[Statement, ...]
    dossier: str | None = None


def record_id(letter: str, *content: object) -> str:
    """Derive a short typed id from content, e.g. `m3f9a0c51b2d7`."""
    digest = hashlib.sha256("\x1f".join(map(str, content)).encode()).hexdigest()
    return letter + digest[:12]
