"""Right answers about the past, the agenda, what is new and what is disputed, on faultless records."""

import datetime as dt

import pytest

from talks.models import Event, Status
from talks.store import Store
from talks.views.agenda import Agenda, draw_up
from talks.views.changes import list_changes, published_since
from talks.views.conflicts import Point, list_disputes
from talks.views.pages import event_page
from talks.views.past import Past
from talks.views.timeline import Asked

SECTIONS = ("dated", "undated", "unscheduled", "overdue", "lapsed")
PAIR = {"Russia", "Ukraine"}


def of(store: Store, canon: str) -> list[Event]:
    """Return the events that reports of one happening came to."""
    mentions = {m.id for m in store.mentions() if m.evidence[0].rule == f"gold.{canon}"}
    return [event for event in store.events() if mentions & set(event.mentions)]


def one(store: Store, canon: str) -> Event:
    """Return the event that most reports of one happening came to."""
    return max(of(store, canon), key=lambda event: len(event.mentions))


def agenda(store: Store, day: str) -> Agenda:
    date = dt.date.fromisoformat(day)
    return draw_up(Past(store, date), date, Asked())


def part(found: Agenda, event: Event) -> str | None:
    """Tell under which heading of an agenda an event stands."""
    return next(
        (name for name in SECTIONS for item in getattr(found, name) if item.told.event.id == event.id), None
    )


def points(store: Store, event: Event) -> dict[str, Point]:
    (dispute,) = (found for found in list_disputes(store, Asked()) if found.told.event.id == event.id)
    return {point.field: point for point in dispute.points}


def test_the_thousand_for_a_thousand_was_agreed_before_it_was_held(gold_history: Store):
    past = Past(gold_history, dt.date(2025, 5, 20))
    swaps = list(past.events(kind="prisoner_swap", party="Russia", since=dt.date(2025, 5, 1)))
    assert {event.status for event in swaps} == {Status.AGREED}
    assert {(count.n, count.each) for event in swaps for count in event.counts} == {(1000, True)}
    held = one(gold_history, "swap-1000-for-1000")
    assert held.status is Status.HELD
    assert [step.status for step in event_page(gold_history, held.id).steps] == [Status.AGREED, Status.HELD]


@pytest.mark.parametrize(
    ("day", "section"),
    [
        ("2025-06-05", "dated"),  # proposed for the last ten days of June
        ("2025-06-20", "dated"),
        ("2025-06-28", "unscheduled"),
        ("2025-07-20", "unscheduled"),
        ("2025-07-25", None),
    ],
)
def test_the_third_round_leaves_the_agenda_once_it_is_held(gold_history: Store, day, section):
    third = one(gold_history, "istanbul-2025-round-3")
    assert third.status is Status.HELD
    assert part(agenda(gold_history, day), third) == section


def test_after_the_third_round_there_is_no_date_for_a_fourth(gold_history: Store):
    fourth = [
        item.told.event
        for item in agenda(gold_history, "2025-07-25").unscheduled
        if item.told.event.round == 4 and set(item.told.event.parties) == PAIR
    ]
    assert len(fourth) == 1
    before = agenda(gold_history, "2025-07-20")
    assert part(before, fourth[0]) is None


def test_planned_is_never_counted_as_held(gold_history: Store):
    for day in ("2024-03-01", "2024-07-01", "2025-05-20", "2025-07-20"):
        found = agenda(gold_history, day)
        listed = [item.told.event for name in SECTIONS for item in getattr(found, name)]
        assert listed
        assert not [event for event in listed if event.status in (Status.HELD, Status.ONGOING)]


def test_both_counts_of_the_bodies_of_june_are_told_with_who_counts(gold_history: Store):
    whole = points(gold_history, one(gold_history, "bodies-6000-june-2025"))["figures"]
    assert {"6,057 bodies", "6,060 bodies"} <= {value.text for value in whole.values}
    assert (whole.parties["Ukraine"], whole.parties["Russia"]) == (["6,057 bodies"], ["6,060 bodies"])
    for_one_day = [
        point.parties
        for found in list_disputes(gold_history, Asked(kinds=("repatriation",)))
        for point in found.points
        if {value.text for value in point.values} == {"1,245 bodies", "1,248 bodies"}
    ]
    assert for_one_day == [{"Ukraine": ["1,245 bodies"], "Russia": ["1,248 bodies"]}]


def test_the_two_lists_of_the_second_swap_stand_against_each_other(gold_history: Store):
    figures = points(gold_history, one(gold_history, "ns-swap-2-tresk"))["figures"]
    assert [value.text for value in figures.values] == ["309 prisoners", "312 prisoners"]
    assert figures.parties["Norland"] == ["309 prisoners"]
    assert min(value.origins for value in figures.values) >= 1


def test_of_the_reports_of_late_july_the_third_round_is_news(gold_history: Store):
    third = one(gold_history, "istanbul-2025-round-3")
    fresh = published_since(gold_history, dt.date(2025, 7, 20))
    found = next(c for c in list_changes(gold_history, fresh, Asked()) if c.event.id == third.id)
    assert found.before
    assert (found.before.status, found.event.status) == (Status.UNSCHEDULED, Status.HELD)
    assert found.before.sources < found.event.sources
