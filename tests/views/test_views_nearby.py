"""What was held around many dates at once is what was held around each."""

import datetime as dt

import pytest

from invented_tangle import DAYS, FIRST
from talks.models import Basis, Event, Status, When
from talks.store import Store
from talks.terms import REAL
from talks.views.nearby import Held
from talks.views.past import History, as_of

WEEK = dt.timedelta(days=7)


def one_by_one(store: History, event: Event, when: When) -> set[str]:
    if when.earliest is None or when.latest is None:
        return set()
    found = store.events(kind=event.kind, since=when.earliest - WEEK, until=when.latest + WEEK)
    least = min(2, max(1, len(event.parties)))
    return {e.id for e in found if e.status in REAL and len(set(e.parties) & set(event.parties)) >= least}


@pytest.mark.parametrize("day", [None, FIRST + dt.timedelta(days=DAYS // 2)])
def test_many_dates_at_once_find_what_each_finds(tangle: Store, day: dt.date | None):
    store = as_of(tangle, day)
    meant = [(event, event.when) for event in store.events() if event.status not in REAL]
    held = Held(store, meant)
    found = [{other.id for other in held.near(*one)} for one in meant]
    assert found == [one_by_one(store, *one) for one in meant]
    assert sum(map(len, found)) > 10


def test_the_likest_come_first(news: Store):
    (swap,) = news.events(kind="prisoner_swap")
    planned = swap.model_copy(update={"status": Status.PLANNED})
    assert Held(news, [(planned, swap.when)]).near(planned, swap.when) == [swap]


@pytest.mark.parametrize("day", [dt.date.min, dt.date.max])
def test_at_the_ends_of_time_nothing_was_held(told: Store, day: dt.date):
    (event, *_) = told.events()
    assert Held(told, [(event, When.day(day, Basis.STATED))]).near(event, When.day(day, Basis.STATED)) == []
