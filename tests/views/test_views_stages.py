"""Which events are stages of which whole, and which are not."""

import datetime as dt
import itertools
from pathlib import Path
from typing import Any

import pytest

from invented_tangle import tell_tangle
from talks.models import Basis, Count, Event, HistoryStep, Precision, Status, When
from talks.store import open_store
from talks.views.knowledge import reports_of
from talks.views.past import as_of
from talks.views.stages import find_stages, stages_around

HELD, AGREED = Status.HELD, Status.AGREED


def event(key: str, first: str | None, last: str | None = None, n: int | None = None, **fields: Any) -> Event:
    when = When.unknown()
    if first:
        start, stop = dt.date.fromisoformat(first), dt.date.fromisoformat(last or first)
        precision = fields.pop("precision", Precision.SPAN if last else Precision.DAY)
        when = When(earliest=start, latest=stop, precision=precision, basis=Basis.STATED)
    status = fields.get("status", HELD)
    values: dict[str, Any] = {
        "id": key,
        "kind": "prisoner_swap",
        "status": status,
        "when": when,
        "parties": ("Norland", "Sudria"),
        "counts": (Count(n=n, of="prisoners", each=True),) if n else (),
        "history": (HistoryStep(reported=fields.pop("reported", "2024-07-01"), status=status, mention="m"),),
        "mentions": ("m",),
    }
    return Event(**values | fields)


WHOLE = event("whole", "2024-07-19", "2024-07-21", 400)
FIRST = event("first", "2024-07-19", n=200)
SECOND = event("second", "2024-07-20", n=120)
THIRD = event("third", "2024-07-21", n=80)


def wholes(*events: Event) -> dict[str, str]:
    return find_stages(events).whole_of


def test_the_days_of_an_exchange_are_its_stages_in_any_order():
    for order in itertools.permutations((WHOLE, FIRST, SECOND, THIRD)):
        found = find_stages(order)
        assert found.stages_of == {"whole": ("first", "second", "third")}
        assert found.whole_of == {"first": "whole", "second": "whole", "third": "whole"}


@pytest.mark.parametrize(
    "other",
    [
        event("other", "2024-07-22", n=80),  # another day
        event("other", "2024-07-20", n=390),  # as many as the whole
        event("other", "2024-07-20", n=80, parties=("Norland", "Caldor")),
        event("other", "2024-07-20", n=80, parties=("Norland",)),
        event("other", "2024-07-20", n=80, kind="repatriation"),
        event("other", "2024-07-20", n=80, status=Status.CANCELLED),
        event("other", "2024-07-20", n=80, status=Status.PROPOSED),
        event("other", "2024-07-01", "2024-07-31", 80, precision=Precision.MONTH),  # some day in a month
        event("other", None, n=80),
        event("other", "2024-07-19", "2024-07-21", 80),  # the very days of the whole
    ],
)
def test_what_is_no_stage(other):
    assert wholes(WHOLE, other) == {}


def test_a_day_without_a_figure_is_a_stage():
    assert wholes(WHOLE, event("day", "2024-07-20")) == {"day": "whole"}


def test_a_mediator_may_be_named_with_one_only():
    whole = event("whole", "2024-07-19", "2024-07-21", 400, parties=("Helvaria", "Norland", "Sudria"))
    assert wholes(whole, FIRST) == {"first": "whole"}


def test_stages_that_are_more_than_the_whole_are_none():
    assert wholes(WHOLE, FIRST, SECOND, THIRD, event("fourth", "2024-07-21", n=300)) == {}


def test_what_could_be_of_two_wholes_is_of_neither():
    other = event("other", "2024-07-20", "2024-07-23", 500)
    assert wholes(WHOLE, other, event("day", "2024-07-21", n=80)) == {}


def test_of_wholes_within_each_other_the_shorter_has_the_stage():
    week = event("week", "2024-07-15", "2024-07-22", 900)
    assert wholes(WHOLE, week, FIRST) == {"first": "whole", "whole": "week"}


def test_what_is_ahead_is_no_stage_of_what_is_under_way():
    assert wholes(WHOLE, event("next", "2024-07-21", n=80, status=Status.PLANNED)) == {}


def test_stages_of_what_was_agreed_for_a_time():
    agreed = event("agreed", "2024-09-01", "2024-09-30", 300, status=AGREED, precision=Precision.MONTH,
                   reported="2024-08-30")  # fmt: skip
    inside, late = event("in", "2024-09-12", n=100), event("late", "2024-10-02", n=80)
    before, after = event("before", "2024-08-29", n=50), event("after", "2024-10-03", n=60)
    nameless = event("nameless", "2024-09-13")
    assert wholes(agreed, inside, late, before, after, nameless) == {"in": "agreed", "late": "agreed"}


@pytest.mark.parametrize(
    "fields",
    [
        {"first": None},  # for no time
        {"first": "2024-09-02", "precision": Precision.APPROX},  # soon
        {"first": "2024-09-02", "last": "2024-09-30", "status": Status.PROPOSED},
    ],
)
def test_nothing_is_a_stage_of_what_was_agreed_for_no_time(fields):
    agreed = event("agreed", **{"status": AGREED, "n": 300, "reported": "2024-08-30"} | fields)
    assert wholes(agreed, event("in", "2024-09-12", n=100)) == {}


def test_the_days_of_talks_are_of_one_round_and_place():
    talks: dict[str, Any] = {"kind": "talks", "place": "Castrel", "round": 2}
    whole = event("whole", "2024-03-11", "2024-03-12", **talks)
    one = event("one", "2024-03-11", kind="talks", place="Castrel")
    elsewhere = event("elsewhere", "2024-03-11", kind="talks", place="Tresk")
    third = event("third", "2024-03-12", kind="talks", round=3)
    assert wholes(whole, one, elsewhere, third) == {"one": "whole"}


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("day", [None, dt.date(2024, 9, 1)])
def test_around_an_event_the_stages_are_those_of_all_events(tmp_path: Path, seed: int, day: dt.date | None):
    with open_store(tmp_path / "tangle.db", mode="create") as store:
        tell_tangle(store, 120, seed)
        history = as_of(store, day)
        events = [event for event in history.events() if event.kind != "meeting"]
        reports = reports_of(store, events)
        stages = find_stages(events, {key: [r.mention for r in told] for key, told in reports.items()})
        related = {event.id: stages_around(history, event) for event in events}
        assert {key: tuple(e.id for e in one.stages) for key, one in related.items() if one.stages} == (
            stages.stages_of
        )
        assert {key: one.whole.id for key, one in related.items() if one.whole} == stages.whole_of
