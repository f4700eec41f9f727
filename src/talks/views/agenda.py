"""The agenda: what was planned, agreed or proposed, and has not come to anything by a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from talks.models import Article, Event, Mention, Statement, Status, When
from talks.terms import REAL
from talks.views.claims import claims_of
from talks.views.timeline import Asked, Told, report_dates, rules_of, was_reported

if TYPE_CHECKING:  # the past brings all of linking, which the present does without
    from talks.views.past import History

__all__ = ["Agenda", "Backer", "Item", "draw_up"]

FIRM: Final = frozenset({Status.AGREED, Status.PLANNED})  # what should have happened once its date is over
OPEN: Final = (Status.AGREED, Status.PLANNED, Status.PROPOSED, Status.UNSCHEDULED)
RECENT: Final = dt.timedelta(days=90)  # after which what is over, or not reported again, is old
NEAR: Final = dt.timedelta(days=7)  # within which what was held may be what was planned
PASSED: Final = frozenset({"overdue", "lapsed"})
BOTH: Final = 2  # parties that two happenings must share to be compared
PAGE: Final = 200  # events whose reports are looked up together


@dataclass(frozen=True, slots=True)
class Backer:
    """Who says that something is ahead: a speaker, else the outlet of a report."""

    mention: str
    article: Article
    claim: Statement | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """What is ahead, by whose word, when it was last reported, and what was held that it might be."""

    told: Told
    backers: tuple[Backer, ...]
    last: When
    compare: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True)
class Agenda:
    """What is open on a day, by what is known of when."""

    day: dt.date
    dated: tuple[Item, ...]
    undated: tuple[Item, ...]  # by last report, the latest first
    unscheduled: tuple[Item, ...]  # of which reports say that there is no date
    overdue: tuple[Item, ...]  # planned or agreed for what is over, and never reported held or called off
    lapsed: tuple[Item, ...]  # proposed for what is over
    older: int = 0  # that were left out


def draw_up(
    store: History, day: dt.date, asked: Asked, *, named: Collection[str] = (), older: bool = False
) -> Agenda:
    """Draw up the agenda of a day; without `older`, and without a range, what is old is only counted."""
    found = store.events(kind=asked.kinds or None, party=asked.parties or None, status=OPEN)
    wanted = [event for event in found if _is_wanted(event, asked)]
    all_of_them = older or asked.since is not None or asked.until is not None
    chosen = [event for event in wanted if all_of_them or not _is_old(event, day)]
    items = list(_items(store, chosen, day, named))
    parts = {name: [item for item in items if _part(item.told.event, day) == name] for name in ORDERS}
    ordered = {name: tuple(sorted(parts[name], key=order)) for name, order in ORDERS.items()}
    return Agenda(day, **ordered, older=len(wanted) - len(chosen))


def _is_wanted(event: Event, asked: Asked) -> bool:
    """Tell whether an event is meant for the range; one without a date, whether it was reported in it."""
    if event.when.earliest is None or event.when.latest is None:
        return was_reported(event, asked)
    first, last = asked.since or dt.date.min, asked.until or dt.date.max
    return event.when.earliest <= last and event.when.latest >= first


def _is_old(event: Event, day: dt.date) -> bool:
    """Tell whether the date of an event, or else its last report, is long over."""
    last = _freshness(event)
    return last is None or last < day - RECENT


def _freshness(event: Event) -> dt.date | None:
    """Return for when it was meant at the latest; where that is not set, when it was last reported."""
    meant = None if event.status is Status.UNSCHEDULED else event.when.latest
    return meant or _last_report(event).latest


def _part(event: Event, day: dt.date) -> str:
    if event.status is Status.UNSCHEDULED:
        return "unscheduled"
    if event.when.latest is None:
        return "undated"
    if event.when.latest >= day:
        return "dated"
    return "overdue" if event.status in FIRM else "lapsed"


def _items(store: History, events: Iterable[Event], day: dt.date, named: Collection[str]) -> Iterator[Item]:
    rest = iter(events)
    while page := list(islice(rest, PAGE)):
        rules = rules_of(store, [event for event in page if event.kind in named])
        backers = _backers(store, page)
        for event in page:
            near = _held_nearby(store, event) if event.when.latest and event.when.latest < day else ()
            yield Item(Told(event, rules.get(event.id)), backers[event.id], _last_report(event), tuple(near))


def _backers(store: History, events: Sequence[Event]) -> dict[str, tuple[Backer, ...]]:
    """Return whose word events rest on, by the event: of the reports that say what has come of it."""
    mentions = {
        mention.id: mention for mention in store.mentions(ids=[m for e in events for m in e.mentions])
    }
    claims = claims_of(store, mentions.values())
    articles = {article.id: article for article in store.articles(ids={m.article for m in mentions.values()})}

    def backer(mention: Mention) -> Backer:
        return Backer(mention.id, articles[mention.article], claims.get(mention.id))

    return {
        event.id: tuple(
            backer(mentions[step.mention]) for step in event.history if step.status is event.status
        )
        for event in events
    }


def _held_nearby(store: History, event: Event) -> list[Event]:
    """List what of the kind was held around the date of an event, with its parties, the likest first."""
    first, last = event.when.earliest, event.when.latest
    if first is None or last is None:
        return []
    found = store.events(kind=event.kind, since=first - NEAR, until=last + NEAR, undated=False)
    least = min(BOTH, max(1, len(event.parties)))
    fit = [e for e in found if e.status in REAL and len(set(e.parties) & set(event.parties)) >= least]
    return sorted(
        fit, key=lambda other: (not _shares_figure(event, other), *_apart(event.when, other.when), other.id)
    )


def _shares_figure(one: Event, two: Event) -> bool:
    return bool({(count.of, count.n) for count in one.counts} & {(count.of, count.n) for count in two.counts})


def _apart(one: When, two: When) -> tuple[int, int]:
    """Return how many days lie between two dates: between the first days, and the last."""
    edges = ((one.earliest, two.earliest), (one.latest, two.latest))
    first, last = (abs((a - b).days) if a and b else dt.timedelta.max.days for a, b in edges)
    return first, last


def _last_report(event: Event) -> When:
    dates = (when for when in report_dates(event) if when.known)
    return max(dates, key=lambda when: (when.latest, when.earliest), default=When.unknown())


def _by_date(item: Item) -> tuple[dt.date, dt.date, str]:
    when = item.told.event.when
    return (when.earliest or dt.date.max, when.latest or dt.date.max, item.told.event.id)


def _latest_first(item: Item) -> tuple[int, str]:
    """Order by the date of what is over, or else by the last report."""
    last = _freshness(item.told.event) or dt.date.min
    return (-last.toordinal(), item.told.event.id)


ORDERS: Final = {
    "dated": _by_date,
    "undated": _latest_first,
    "unscheduled": _latest_first,
    "overdue": _latest_first,
    "lapsed": _latest_first,
}
