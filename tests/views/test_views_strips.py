"""The strip counts each event once, by what came of it, in the month that it began."""

import datetime as dt
from collections import Counter

from talks.store import Store
from talks.terms import REAL
from talks.views.months import first_month
from talks.views.past import Past
from talks.views.strips import Strip, Turnout, count_months
from talks.views.timeline import Asked


def whole(strip: Strip) -> Counter[Turnout]:
    return sum((*strip.months.values(), *strip.years.values(), strip.undated), Counter())


def test_each_event_is_counted_once(told: Store):
    strip, events = count_months(told, Asked()), list(told.events())
    assert whole(strip).total() == len(events)
    assert strip.undated.total() == sum(not event.when.known for event in events) > 0
    assert whole(strip)[Turnout.HELD] == sum(event.status in REAL for event in events)
    for month, numbers in strip.months.items():
        assert numbers.total() == sum(
            event.when.known and first_month(event.when) == (month, False) for event in events
        )


def test_a_choice_counts_what_is_chosen(told: Store):
    kinds = ("prisoner_swap", "talks")
    strip = count_months(told, Asked(kinds=kinds, since=dt.date(2024, 3, 1), until=dt.date(2024, 3, 31)))
    chosen = list(told.events(kind=kinds, since=dt.date(2024, 3, 1), until=dt.date(2024, 3, 31)))
    assert 0 < sum((*strip.months.values(), *strip.years.values()), Counter()).total() == len(chosen)


def test_plans_are_not_counted_as_held(told: Store):
    strip = count_months(told, Asked(statuses=("planned", "agreed", "proposed")))
    assert set(+whole(strip)) == {Turnout.PLANNED}


def test_the_past_is_counted_as_it_was_known(autumn: Store):
    then = count_months(Past(autumn, dt.date(2024, 9, 10)), Asked())
    assert whole(then).total() < whole(count_months(autumn, Asked())).total()


def test_months_are_in_order(told: Store):
    months = list(count_months(told, Asked()).months)
    assert months == sorted(months)
