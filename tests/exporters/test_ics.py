"""A calendar shows what is known by its days, says what is only planned, and keeps its entries apart."""

import datetime as dt
from typing import Any

import hostile_records
import icalendar
import pytest
from exports import exported_text

from invented import BODIES, ROUND_POST, ROUND_WIRE, SUMMIT, day, days
from talks.exporters import Wanted
from talks.exporters._timeline import handle_of
from talks.models import Event, HistoryStep, Precision, Status
from talks.store import Store, open_store
from talks.views.timeline import Asked


def entries(store: Store, wanted: Wanted | None = None) -> dict[str, Any]:
    """Read a calendar back; entries are by what they were told of first."""
    text = exported_text(store, "ics", wanted or Wanted())
    calendar = icalendar.Calendar.from_ical(text)
    assert not any(component.errors for component in calendar.walk())
    return {str(entry["UID"]).partition("@")[0]: entry for entry in calendar.events}


def test_days_are_all_day_and_end_before_the_day_after(told: Store):
    found = entries(told)
    summit, bodies = found[SUMMIT.id], found[BODIES.id]
    assert (summit.start, summit.end) == (dt.date(2024, 3, 20), dt.date(2024, 3, 21))
    assert (bodies.start, bodies.end) == (dt.date(2024, 3, 28), dt.date(2024, 4, 3))


def test_what_is_not_known_by_its_days_is_left_out_and_counted(told: Store):
    notes: list[str] = []
    found = entries(told, Wanted(say=notes.append))
    assert {str(entry["X-TALKS-DATE"]) for entry in found.values()} == {
        "2024-03-10",
        "2024-03-12",
        "2024-03-13/2024-03-31",
        "2024-03-20",
        "2024-03-28/2024-04-02",
    }
    (note,) = notes
    assert note.startswith(f"note: {len(list(told.events())) - len(found)} events left out")


@pytest.mark.parametrize("status", Status)
def test_only_what_took_place_is_confirmed(tmp_path, told: Store, status: Status):
    event = next(told.events(status="cancelled")).model_copy(update={"status": status})
    with open_store(tmp_path / "one.db", mode="create") as store:
        _fill(store, told, event)
        found = [str(entry["STATUS"]) for entry in entries(store).values()]
    expected = {
        "held": "CONFIRMED",
        "ongoing": "CONFIRMED",
        "paused": "CONFIRMED",
        "agreed": "TENTATIVE",
        "planned": "TENTATIVE",
        "proposed": "TENTATIVE",
        "cancelled": "CANCELLED",
        "rejected": "CANCELLED",
    }
    assert found == ([expected[status]] if status in expected else [])


@pytest.mark.parametrize(
    ("when", "is_there"),
    [
        (day("2024-03-20"), True),
        (days("2024-03-20", "2024-03-22", Precision.SPAN), True),
        (days("2024-03-01", "2024-04-30", Precision.SPAN), False),  # from March to April
        (days("2024-03-20", "2024-03-20", Precision.APPROX), False),
        (days("2024-03-18", "2024-03-24", Precision.WEEK), False),
        (days("2024-03-01", "2024-03-31", Precision.MONTH), False),
        (days("2024-01-01", "2024-12-31", Precision.YEAR), False),
    ],
)
def test_nothing_is_put_on_a_day_that_is_not_known(tmp_path, told: Store, when, is_there: bool):
    event = next(told.events(status="cancelled")).model_copy(update={"when": when})
    with open_store(tmp_path / "one.db", mode="create") as store:
        _fill(store, told, event)
        assert bool(entries(store)) is is_there


def test_an_entry_keeps_its_name_and_counts_up_as_reports_come(told: Store):
    event = next(event for event in told.events() if ROUND_WIRE.id in event.mentions)
    entry = entries(told)[ROUND_WIRE.id]
    assert (entry["SEQUENCE"], entry["DTSTAMP"].dt.date()) == (1, dt.date(2024, 3, 13))
    first, second = (HistoryStep(reported=r, status="held", mention=m.id) for r, m in (
        ("2024-03-12", ROUND_WIRE), ("2024-03-13", ROUND_POST),
    ))  # fmt: skip
    undated = HistoryStep(reported=None, status="held", mention="m0")
    for history in ((first,), (first, second), (undated, first, second)):
        mentions = tuple(sorted(step.mention for step in history))
        grown = event.model_copy(update={"history": history, "mentions": mentions})
        assert handle_of(grown) == ROUND_WIRE.id


def test_the_sources_stand_in_the_entry(told: Store):
    entry = entries(told)[ROUND_WIRE.id]
    assert entry["DESCRIPTION"].splitlines() == [
        "held; 2 sources",
        "Reports disagree: place.",
        "Meridian Wire, Tuesday 12 March 2024: “held a second round of talks in Castrel on Tuesday”",
        "Polder Post, Wednesday 13 March 2024: "
        "“Delegations of Norland and Sudria met at Brennholt on 12 March”",
    ]
    assert (entry["LOCATION"], entry.categories) == ("Castrel", ["talks", "held"])


def test_lines_are_of_75_octets_and_end_as_they_must(told: Store, hostile: Store):
    for store in (told, hostile):
        text = exported_text(store, "ics")
        lines = text.split("\r\n")
        assert lines.pop() == ""
        assert not any("\n" in line or "\r" in line for line in lines)
        assert max(len(line.encode()) for line in lines) <= 75


def test_words_of_an_article_stay_words(hostile: Store):
    found = entries(hostile)
    assert len(found) == len(hostile_records.MENTIONS)
    told = "\n".join(entry["DESCRIPTION"] for entry in found.values())
    assert hostile_records.MARKUP in told
    assert hostile_records.COMMANDS in told
    assert hostile_records.LINES in told
    assert {entry["LOCATION"] for entry in found.values()} >= {"=1+1", "'quoted'", "␉=1"}
    assert {entry["URL"] for entry in found.values()} == {
        "https://example.org/a%20b%28c%29%3Cd%3E%7Be%7D%20%22%27%5C%0A?q=1&r=2"
    }


def test_what_is_asked_for_is_all_there_is(told: Store):
    asked = Asked(since=dt.date(2024, 3, 20), kinds=("summit",))
    assert list(entries(told, Wanted(asked=asked))) == [SUMMIT.id]


def _fill(store: Store, told: Store, event: Event) -> None:
    for mention in told.mentions(ids=event.mentions):
        (capture,) = told.captures(article=mention.article)
        store.save(told.extraction(mention.article), capture)
    store.save_events([event])
