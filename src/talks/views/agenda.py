"""The agenda: what was planned, agreed or proposed, and has not come to anything by a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from talks.models import Event, HistoryStep, Mention, Status, When
from talks.paging import paged
from talks.views.claims import Voice, claims_of
from talks.views.nearby import Held
from talks.views.outcomes import is_overdue
from talks.views.timeline import Asked, Told, falls_in, report_dates, rules_of, was_reported

if TYPE_CHECKING:  # the past brings all of linking, which the present does without
    from talks.views.past import History

__all__ = ["Agenda", "Item", "draw_up"]

OPEN: Final = (Status.AGREED, Status.PLANNED, Status.PROPOSED, Status.UNSCHEDULED)
RECENT: Final = dt.timedelta(days=90)  # after which what is over, or not reported again, is old
PASSED: Final = frozenset({"overdue", "lapsed"})
PAGE: Final = 200  # events whose reports are looked up together

Meant = tuple[Event, When]  # an event, and for when it is meant


@dataclass(frozen=True, slots=True)
class Item:
    """What is ahead, for when by the last word, by whose, and what was held that it might be.

    `last` is when it was last reported.
    """

    told: Told
    when: When
    backers: tuple[Voice, ...]
    last: When
    compare: tuple[Event, ...] = ()

    @property
    def moved(self) -> bool:
        """Whether the last word gives another date than most reports."""
        return self.when.known and not _overlap(self.when, self.told.event.when)


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
    wanted = [meant for meant in _meant(store, found) if _is_wanted(meant, asked)]
    all_of_them = older or asked.since is not None or asked.until is not None
    chosen = [meant for meant in wanted if all_of_them or not _is_old(meant, day)]
    items = list(_items(store, chosen, day, named))
    parts = {
        name: [item for item in items if _part(item.told.event, item.when, day) == name] for name in ORDERS
    }
    ordered = {name: tuple(sorted(parts[name], key=order)) for name, order in ORDERS.items()}
    return Agenda(day, **ordered, older=len(wanted) - len(chosen))


def _meant(store: History, events: Iterable[Event]) -> Iterator[Meant]:
    """Yield events, each with the date for which it is meant; of what has no date set, none."""
    for page in paged(events, PAGE):
        keys = [step.mention for event in page if event.when.known for step in _steps(event)]
        dates = {mention.id: mention.when for mention in store.mentions(ids=keys)} if keys else {}
        for event in page:
            open_ = event.status is Status.UNSCHEDULED
            yield event, When.unknown() if open_ else _last_word(event, dates)


def _last_word(event: Event, dates: Mapping[str, When]) -> When:
    """Return the date of an event, or that of the last report with one, if this can't be the same."""
    known = [when for step in _steps(event) if (when := dates.get(step.mention)) and when.known]
    return known[-1] if known and not _overlap(known[-1], event.when) else event.when


def _overlap(one: When, two: When) -> bool:
    if not (one.earliest and one.latest and two.earliest and two.latest):
        return False
    return one.earliest <= two.latest and two.earliest <= one.latest


def _steps(event: Event) -> list[HistoryStep]:
    """List the reports that say of an event what has come of it, the last at the end."""
    return [step for step in event.history if step.status is event.status]


def _is_wanted(meant: Meant, asked: Asked) -> bool:
    """Tell whether an event is meant for the range; one without a date, whether it was reported in it."""
    event, when = meant
    if when.earliest is None or when.latest is None:
        return was_reported(event, asked)
    return falls_in(when, asked)


def _is_old(meant: Meant, day: dt.date) -> bool:
    """Tell whether the date of an event, or else its last report, is long over."""
    event, when = meant
    last = when.latest or _last_report(event).latest
    return last is None or last < day - RECENT


def _part(event: Event, when: When, day: dt.date) -> str:
    if event.status is Status.UNSCHEDULED:
        return "unscheduled"
    if when.latest is None:
        return "undated"
    if when.latest >= day:
        return "dated"
    return "overdue" if is_overdue(event, when, day) else "lapsed"


def _items(store: History, meant: Iterable[Meant], day: dt.date, named: Collection[str]) -> Iterator[Item]:
    for page in paged(meant, PAGE):
        rules = rules_of(store, [event for event, _ in page if event.kind in named])
        backers = _backers(store, [event for event, _ in page])
        held = Held(store, [(event, when) for event, when in page if _part(event, when, day) in PASSED])
        for event, when in page:
            near = held.near(event, when) if _part(event, when, day) in PASSED else []
            told = Told(event, rules.get(event.id))
            yield Item(told, when, backers[event.id], _last_report(event), tuple(near))


def _backers(store: History, events: Sequence[Event]) -> dict[str, tuple[Voice, ...]]:
    """Return whose word events rest on, by the event: of the reports that say what has come of it."""
    mentions = {
        mention.id: mention for mention in store.mentions(ids=[m for e in events for m in e.mentions])
    }
    claims = claims_of(store, mentions.values())
    articles = {article.id: article for article in store.articles(ids={m.article for m in mentions.values()})}

    def backer(mention: Mention) -> Voice:
        return Voice(mention, articles[mention.article], claims.get(mention.id))

    return {
        event.id: tuple(backer(mentions[step.mention]) for step in _steps(event) if step.mention in mentions)
        for event in events
    }


def _last_report(event: Event) -> When:
    dates = (when for when in report_dates(event) if when.known)
    return max(dates, key=lambda when: (when.latest, when.earliest), default=When.unknown())


def _by_date(item: Item) -> tuple[dt.date, dt.date, str]:
    when = item.when
    return (when.earliest or dt.date.max, when.latest or dt.date.max, item.told.event.id)


def _latest_first(item: Item) -> tuple[int, str]:
    """Order by the date of what is over, or else by the last report."""
    last = item.when.latest or item.last.latest or dt.date.min
    return (-last.toordinal(), item.told.event.id)


ORDERS: Final = {
    "dated": _by_date,
    "undated": _latest_first,
    "unscheduled": _latest_first,
    "overdue": _latest_first,
    "lapsed": _latest_first,
}
