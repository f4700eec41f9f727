"""What was agreed or announced, and what was delivered of it.

A promise is an event that was reported as agreed, or as planned by those who can: a swap, a repatriation, a
document, a truce, an agreement; of talks and summits, one for which a date was named. What counts as delivery
stands in `deliveries`.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice
from typing import Final

from talks.kinds import kinds_where, traits_of
from talks.models import Article, Event, Mention, Status
from talks.store import Store
from talks.terms import REAL
from talks.views.accounts import Told, put_together
from talks.views.amounts import Amount, Flows, Way
from talks.views.deliveries import Deliveries, Term, arrived, delivered
from talks.views.exchanges import Line, read_lines
from talks.views.knowledge import known_at
from talks.views.stages import PROMISED

__all__ = ["Asked", "Promise", "State", "Step", "find_promises", "last_report", "remainder"]

OFF: Final = frozenset({Status.CANCELLED, Status.REJECTED, Status.UNSCHEDULED})


class State(StrEnum):
    """What has become of a promise."""

    KEPT = "kept"
    PARTLY = "partly"
    OPEN = "open"
    OVERDUE = "overdue"  # its time has passed, and nothing is reported
    BROKEN = "broken"  # called off, refused, or put off without a date


@dataclass(frozen=True, slots=True)
class Asked:
    """What promises are wanted; an empty choice wants all. `as_of`: as known at the end of that day.

    `day` is that on which they are judged by all that is known, if not that of the last report.
    """

    as_of: dt.date | None = None
    parties: tuple[str, ...] = ()
    states: tuple[State, ...] = ()
    day: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A report of a promise, or of a delivery of it, that says something new."""

    event: Event
    mention: Mention
    article: Article


@dataclass(frozen=True, slots=True)
class Promise:
    """What was promised, by when, what came of it, and by which reports.

    `plan` is the event as it was promised, found by `rule`; `deliveries` are the events that fulfil it,
    stages among them; `perhaps` are those that may be of it.
    """

    event: Event
    plan: Event
    rule: str
    term: Term
    state: State
    promised: Mapping[Way, Told]
    delivered: Flows
    deliveries: tuple[Line, ...] = ()
    perhaps: tuple[Line, ...] = ()
    steps: tuple[Step, ...] = ()

    @property
    def left(self) -> dict[Way, Amount | None]:
        """What remains of each figure; None where it is not known how much was delivered."""
        return {way: remainder(told.amount, self.came(way)) for way, told in self.promised.items()}

    def came(self, way: Way) -> Amount | None:
        """Return how much of a figure was delivered; None where that is not known."""
        return arrived(self.delivered, way) if self.deliveries else Amount(0, 0)


def last_report(store: Store) -> dt.date | None:
    """Return the day of the last dated report: of one dated by its month, the first day of that."""
    return store.last_published()


def find_promises(store: Store, asked: Asked) -> list[Promise]:
    """Find what was promised, in the order of the first report of it; on a day, as known at its end."""
    day = asked.as_of or asked.day or last_report(store)
    if day is None:
        return []
    lines, stages = read_lines(
        store, known_at(store, asked.as_of, store.events(kind=kinds_where(lambda traits: traits.promised)))
    )
    deliveries = Deliveries(lines, stages)
    found = [_promise(line, deliveries, day) for line in lines if _is_promise(line, asked)]
    chosen = [promise for promise in found if not asked.states or promise.state in asked.states]
    ordered = sorted(chosen, key=_order)
    steps = _steps(store, ordered)
    return [replace(promise, steps=steps[promise.event.id]) for promise in ordered]


def remainder(promised: Amount, came: Amount | None) -> Amount | None:
    """Return what is left of a number; None where it is not known how much came."""
    if came is None:
        return None
    most = max(0, promised.top - came.least)
    return Amount(0 if came.most is None else max(0, promised.least - came.most), most)


def _order(promise: Promise) -> tuple[dt.date, dt.date, str]:
    return promise.term.agreed or dt.date.min, promise.term.due or dt.date.max, promise.event.id


def _is_promise(line: Line, asked: Asked) -> bool:
    if asked.parties and not set(asked.parties) & set(line.event.parties):
        return False
    plans = [mention for mention in line.mentions if mention.status in PROMISED]
    if traits_of(line.event.kind).encounter:
        return any(plan.when.known for plan in plans)
    return bool(plans)


def _promise(line: Line, deliveries: Deliveries, day: dt.date) -> Promise:
    """Tell what has become of a promise by a day."""
    term = Term.of(line)
    done = deliveries.of(line, term)
    perhaps = [] if done else deliveries.perhaps(line, term)
    plans = [mention for mention in line.mentions if mention.status in PROMISED]
    promised = put_together(plans, (), line.sides) if traits_of(line.event.kind).ledger else {}
    came = delivered(done)
    state = _state(line.event, done, promised, came)
    if state is State.OPEN and term.due and term.due < day and not perhaps:
        state = State.OVERDUE
    parts = tuple(part for one in done for part in (one, *one.all_stages))
    plan, rule = _as_planned(line.event, plans)
    return Promise(line.event, plan, rule, term, state, promised, came, parts, tuple(perhaps))


def _as_planned(event: Event, plans: Sequence[Mention]) -> tuple[Event, str]:
    """Return an event as it was promised, and the rule by which most plans were found."""
    counted = Counter(count for plan in plans for count in plan.counts)
    told = Counter(plan.status for plan in plans)
    rules = Counter(plan.evidence[0].rule for plan in plans)
    status = Status.AGREED if told[Status.AGREED] else Status.PLANNED
    counts = sorted(counted, key=lambda count: (-counted[count], not count.each, -count.n, str(count)))
    places = sorted(plan.place for plan in plans if plan.place)
    place = max(places, key=places.count, default=None)
    planned = event.model_copy(update={"status": status, "counts": tuple(counts), "place": place})
    return planned, min(rules, key=lambda rule: (-rules[rule], rule))


def _state(event: Event, done: Sequence[Line], promised: Mapping[Way, Told], came: Flows) -> State:
    """Tell the state from what was done; figures that no report gives are not held against it."""
    if not done:
        return State.BROKEN if event.status in OFF else State.OPEN
    parts = {way: arrived(came, way) for way in promised}
    if any(part and part.top < promised[way].amount.least for way, part in parts.items()):
        return State.PARTLY
    if len(done) == 1 and done[0].event.status is Status.HELD and done[0].whole is None:
        return State.KEPT
    held = all(line.event.status is Status.HELD for line in done)
    enough = all(part and part.least >= promised[way].amount.least for way, part in parts.items())
    return State.KEPT if held and enough and promised else State.PARTLY


def _steps(store: Store, promises: Iterable[Promise]) -> dict[str, tuple[Step, ...]]:
    """Return by promise what its reports say, and then those of its deliveries, each that is new."""
    told = {promise.event.id: list(_told(promise)) for promise in promises}
    keys = {mention.article for steps in told.values() for _, mention in steps}
    articles = {article.id: article for article in store.articles(ids=keys)} if keys else {}
    return {
        key: tuple(Step(event, mention, articles[mention.article]) for event, mention in steps)
        for key, steps in told.items()
    }


def _told(promise: Promise) -> Iterator[tuple[Event, Mention]]:
    own = promise.event
    yield from ((own, mention) for mention in promise.term.news)
    for line in promise.deliveries:
        if line.event.id != own.id:
            real = (mention for mention in Term.of(line).news if mention.status in REAL)
            yield from ((line.event, mention) for mention in islice(real, 1))
