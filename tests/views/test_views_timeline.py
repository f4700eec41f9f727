"""The timeline: what belongs to which month, in which order, and what filters leave."""

import datetime as dt

import pytest

from invented import EVENTS
from talks.models import Event, Statement
from talks.store import Store
from talks.views.timeline import Asked, Month, Told, list_months, list_undated, was_reported

BY_ID = {event.id: event for event in EVENTS}


def months(store: Store, asked: Asked | None = None) -> list[Month]:
    return list(list_months(store, asked or Asked()))


def kinds(found: list[Month]) -> list[str]:
    return [entry.event.kind for month in found for entry in month.entries if isinstance(entry, Told)]


def test_events_stand_in_the_month_in_which_they_begin(told):
    found = months(told)
    assert [(m.first.isoformat(), m.whole_year) for m in found] == [
        ("2023-01-01", True),
        ("2023-12-01", False),
        ("2024-03-01", False),
        ("2024-04-01", False),
    ]


def test_every_dated_event_is_listed_once_and_no_other(told):
    listed = [entry.event.id for month in months(told) for entry in month.entries if isinstance(entry, Told)]
    assert sorted(listed) == sorted(event.id for event in EVENTS if event.when.known)
    undated = [told_.event.id for told_ in list_undated(told, Asked())]
    assert sorted(undated) == sorted(event.id for event in EVENTS if not event.when.known)


def test_what_was_said_follows_what_happened_that_day_and_coarse_dates_come_last(told):
    march = months(told)[2].entries
    assert [entry.event.kind if isinstance(entry, Told) else entry.speaker for entry in march] == [
        "call",
        "talks",
        "Gunnvor Ask",
        "Ingra Sollbakk",
        "Citadel",
        "prisoner_swap",
        "summit",
        "repatriation",
        "ceasefire",
    ]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (Asked(kinds=("call",)), ["call"]),
        (Asked(statuses=("paused", "cancelled")), ["summit", "talks"]),
        (Asked(places=("Castrel",)), ["talks"]),
        (Asked(parties=("Helvaria",)), ["talks"]),
        (Asked(since=dt.date(2024, 4, 10)), ["ceasefire", "talks", "meeting", "document"]),  # under way, too
        (Asked(until=dt.date(2023, 12, 31)), ["agreement", "ceasefire"]),
    ],
)
def test_filters(told, asked, expected):
    assert kinds(months(told, asked)) == expected


@pytest.mark.parametrize(
    ("asked", "speakers"),
    [
        (Asked(), {"Gunnvor Ask", "Ingra Sollbakk", "Citadel"}),
        (Asked(parties=("Sudria",)), {"Citadel"}),
        (Asked(since=dt.date(2024, 3, 13)), set()),
        (Asked(statements=False), set()),
        (Asked(kinds=("talks",)), set()),
        (Asked(statuses=("held",)), set()),
        (Asked(places=("Castrel",)), set()),
    ],
)
def test_positions_go_with_dates_and_parties_but_not_with_kinds(told, asked, speakers):
    found = [
        entry for month in months(told, asked) for entry in month.entries if isinstance(entry, Statement)
    ]
    assert {statement.speaker for statement in found} == speakers


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        (None, None, ["ceasefire", "talks"]),
        (dt.date(2024, 3, 13), None, ["ceasefire"]),
        (None, dt.date(2024, 3, 12), ["talks"]),
        (dt.date(2024, 5, 1), None, []),
    ],
)
def test_undated_events_go_by_their_reports(told, since, until, expected):
    found = list_undated(told, Asked(since=since, until=until))
    assert sorted(told_.event.kind for told_ in found) == expected


@pytest.mark.parametrize(
    ("reported", "asked", "listed"),
    [
        ("2024-05", Asked(since=dt.date(2024, 5, 20)), True),
        ("2024-05", Asked(until=dt.date(2024, 5, 2)), True),
        ("2024-05", Asked(since=dt.date(2024, 6, 1)), False),
        ("2024-05-23/2024-06-23", Asked(since=dt.date(2024, 6, 1), until=dt.date(2024, 6, 5)), True),
        ("2024-05-23/2024-06-23", Asked(until=dt.date(2024, 5, 22)), False),
        (None, Asked(until=dt.date(2024, 5, 22)), False),
    ],
)
def test_an_undated_event_is_listed_when_it_may_have_been_reported_in_the_range(reported, asked, listed):
    undated = next(event for event in EVENTS if not event.when.known)
    history = [step.model_copy(update={"reported": reported}) for step in undated.history]
    assert was_reported(undated.model_copy(update={"history": tuple(history)}), asked) is listed


def test_the_rule_is_told_only_of_kinds_that_it_names(told):
    found = [
        entry
        for month in list_months(told, Asked(), named=("document",))
        for entry in month.entries
        if isinstance(entry, Told)
    ]
    assert {entry.event.kind: entry.rule for entry in found}["document"] == "document.memorandum"
    assert all(entry.rule is None for entry in found if entry.event.kind != "document")


def test_events_keep_what_the_store_has(told):
    found = [entry.event for month in months(told) for entry in month.entries if isinstance(entry, Told)]
    assert all(isinstance(event, Event) and event == BY_ID[event.id] for event in found)
