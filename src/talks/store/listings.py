"""What each kind of listing can be asked, and where that is stored."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal, TypedDict

from talks.store.tables import ARTICLES, EVENTS, LISTS, MENTIONS, STATEMENTS, TOPICS, Table

__all__ = [
    "ARTICLE_LISTING",
    "EVENT_LISTING",
    "MENTION_LISTING",
    "STATEMENT_LISTING",
    "ArticleFilters",
    "Choice",
    "Condition",
    "EventFilters",
    "Listing",
    "MentionFilters",
    "Range",
    "SearchFilters",
    "StatementFilters",
]

Choice = str | Collection[str] | None
Order = Literal["date", "article"]
Condition = tuple[str, Sequence[object]]  # a piece of SQL and its parameters

STANDING: Final = "r.article NOT IN (SELECT id FROM articles WHERE superseded_by IS NOT NULL)"
DOSSIER: Final = "r.article IN (SELECT id FROM articles WHERE dossier IN (SELECT value FROM json_each(?)))"
OUTLET: Final = "r.article IN (SELECT id FROM articles WHERE outlet IN (SELECT value FROM json_each(?)))"
EVENT: Final = """r.id IN (SELECT l.mention FROM event_mentions AS l JOIN events AS e ON e.n = l.event
WHERE e.id IN (SELECT value FROM json_each(?)))"""


class Filters(TypedDict, total=False):
    """What all listings can be asked; several values accept what has any of them.

    `since` and `until` are inclusive and accept whatever may fall between them. `undated` asks for only what
    has no date (True) or a date (False); unset, the undated come last, unless there is a range.
    """

    ids: Choice
    since: dt.date | None
    until: dt.date | None
    undated: bool | None
    limit: int | None


class ArticleFilters(Filters, total=False):
    """What a listing of articles can be asked; dates are those of publication."""

    outlet: Choice
    dossier: Choice
    language: Choice
    superseded: bool


class EventFilters(Filters, total=False):
    """What a listing of events can be asked."""

    kind: Choice
    status: Choice
    place: Choice
    party: Choice
    person: Choice


class MentionFilters(EventFilters, total=False):
    """What a listing of mentions can be asked."""

    article: Choice
    event: Choice
    dossier: Choice
    superseded: bool
    order: Order


class StatementFilters(Filters, total=False):
    """What a listing of statements can be asked."""

    article: Choice
    speaker: Choice
    party: Choice
    topic: Choice
    stance: Choice
    dossier: Choice
    superseded: bool
    order: Order


class SearchFilters(TypedDict, total=False):
    """What a search can be asked beside words: what has no kind, no speaker and so on is not found by one."""

    since: dt.date | None
    until: dt.date | None
    kind: Choice
    status: Choice
    place: Choice
    party: Choice
    speaker: Choice
    topic: Choice
    outlet: Choice


@dataclass(frozen=True, slots=True)
class Range:
    """The dates that are wanted."""

    since: dt.date | None = None
    until: dt.date | None = None
    undated: bool | None = None

    @property
    def dated_too(self) -> bool:
        """Whether dated records are wanted; a range that ends before it begins holds none."""
        return self.undated is not True and self.edges[0] <= self.edges[1]

    @property
    def undated_too(self) -> bool:
        """Whether records without a date are wanted."""
        return bool(self.undated) or (self.undated is None and not (self.since or self.until))

    @property
    def edges(self) -> tuple[str, str]:
        """The first and the last day."""
        return (self.since or dt.date.min).isoformat(), (self.until or dt.date.max).isoformat()


@dataclass(frozen=True, slots=True)
class Listing:
    """How one kind of record is filtered: by its own columns, by its lists, or by other tables.

    Each kind that has dates of its own is in order of date, unless asked by article; articles are by id.
    """

    table: Table
    own: Collection[str]
    lists: Mapping[str, Table] = field(default_factory=dict)
    related: Mapping[str, str] = field(default_factory=dict)
    standing: tuple[Condition, ...] = ()  # leaves out what was superseded
    dates: tuple[str, str] = ("earliest", "latest")


ARTICLE_LISTING: Final = Listing(
    table=ARTICLES,
    own=("id", "outlet", "dossier", "language"),
    standing=(("r.superseded_by IS NULL", ()),),
    dates=("published_earliest", "published_latest"),
)
EVENT_LISTING: Final = Listing(
    table=EVENTS,
    own=("id", "kind", "status", "place"),
    lists={"party": LISTS["event"]["parties"], "person": LISTS["event"]["people"]},
)
MENTION_LISTING: Final = Listing(
    table=MENTIONS,
    own=("id", "article", "kind", "status", "place"),
    lists={"party": LISTS["mention"]["parties"], "person": LISTS["mention"]["people"]},
    related={"event": EVENT, "dossier": DOSSIER, "outlet": OUTLET},
    standing=((STANDING, ()),),
)
STATEMENT_LISTING: Final = Listing(
    table=STATEMENTS,
    own=("id", "article", "speaker", "party", "stance"),
    lists={"topic": TOPICS},
    related={"dossier": DOSSIER, "outlet": OUTLET},
    standing=((STANDING, ()),),
)
