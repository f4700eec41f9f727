"""What should have come about is told from what is still to come by the day up to which reports tell."""

import datetime as dt
from pathlib import Path

import pytest

from talks.codebook import load_codebook
from talks.ingest import Intake, engine_id
from talks.models import Event
from talks.readers import open_sources
from talks.store import Store, open_store
from talks.views.outcomes import Overdue, find_overdue
from talks.views.past import as_of

NOON = dt.datetime(2024, 6, 1, 12, tzinfo=dt.UTC)
PLAN = """\
Harvik Dagpost
1 March 2024

A third round of talks between Norland and Sudria is planned for 20 March in Castrel.

President Halvard Stenmoe of Norland and President Marisela Quent of Sudria will meet in Tresk on 25 March.
"""
LATER = """\
Harvik Dagpost
2 April 2024

Norland and Sudria exchanged 40 prisoners each on Monday.
"""
HELD = """\
Northlight News
23 March 2024

Norland and Sudria held talks in Castrel on 21 March.
"""


def tell(folder: Path, *texts: str) -> Store:
    for n, text in enumerate(texts):
        (folder / f"{n}.txt").write_text(text)
    store = open_store(folder / "talks.db", mode="create")
    Intake(store, load_codebook(), engine_id(), clock=lambda: NOON).run(open_sources([str(folder)]))
    return store


def overdue(store: Store, day: dt.date | None = None) -> dict[str, Overdue]:
    history = as_of(store, day)
    events: list[Event] = list(history.events())
    kinds = {event.id: event.kind for event in events}
    found = find_overdue(history, events, history.last_published())
    return {kinds[key]: one for key, one in found.items()}


def test_what_is_ahead_of_the_last_report_is_still_to_come(tmp_path):
    with tell(tmp_path, PLAN) as store:
        assert overdue(store) == {}


def test_what_no_later_report_tells_of_is_overdue(tmp_path):
    with tell(tmp_path, PLAN, LATER) as store:
        assert overdue(store) == {"talks": Overdue(), "summit": Overdue()}


@pytest.mark.parametrize(
    ("day", "kinds"), [("2024-03-15", set()), ("2024-03-23", {"talks"}), ("2024-03-27", {"talks", "summit"})]
)
def test_a_day_of_the_past_is_judged_by_itself(tmp_path, day, kinds):
    with tell(tmp_path, PLAN, LATER) as store:
        assert overdue(store, dt.date.fromisoformat(day)).keys() == kinds


def test_what_was_held_near_it_is_named_and_not_taken_for_it(tmp_path):
    with tell(tmp_path, PLAN.replace("20 March", "18 March"), LATER, HELD) as store:
        (held,) = (event for event in store.events(kind="talks") if event.status == "held")
        assert overdue(store)["talks"].perhaps == held
