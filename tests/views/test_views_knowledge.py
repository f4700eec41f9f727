"""What was known on a day: by the reports that were out, and no others."""

import datetime as dt
from itertools import pairwise

from invented import EVENTS, MENTIONS
from talks.models import Event
from talks.store import Store
from talks.views.knowledge import known_at

BY_ID = {event.id: event for event in EVENTS}


def at(store: Store, day: str) -> dict[str, Event]:
    return {event.id: event for event in known_at(store, dt.date.fromisoformat(day))}


def articles_of(event: Event) -> set[str]:
    return {mention.article for mention in MENTIONS if mention.id in event.mentions}


def test_without_a_day_events_are_as_they_are(told):
    assert {event.id: event for event in known_at(told, None)} == BY_ID


def test_before_the_first_report_nothing_is_known(told):
    assert at(told, "2024-03-11") == {}


def test_an_event_is_told_by_the_reports_of_the_time_only(told):
    early = at(told, "2024-03-12")
    assert 0 < len(early) < len(EVENTS)
    for key, event in early.items():
        assert set(event.mentions) <= set(BY_ID[key].mentions)
        assert {step.reported for step in event.history} == {"2024-03-12"}


def test_what_was_known_only_grows(told):
    days = ("2024-03-12", "2024-03-13", "2024-04-13", "2024-04-14", "2026-01-01")
    known = [at(told, day) for day in days]
    for before, after in pairwise(known):
        assert before.keys() <= after.keys()
        assert all(set(event.mentions) <= set(after[key].mentions) for key, event in before.items())
    assert {key: event.status for key, event in known[-1].items()} == {
        event.id: event.status for event in EVENTS
    }


def test_a_report_of_some_day_in_a_span_was_not_surely_known_within_it(told):
    late = {key for key, event in BY_ID.items() if len(articles_of(event)) == 1} - at(
        told, "2024-04-13"
    ).keys()
    assert late
    assert late <= at(told, "2024-04-14").keys()
