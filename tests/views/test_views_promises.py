"""What was promised in the invented autumn, and what had come of it on a day."""

import datetime as dt

import pytest

from invented_swaps import SIDES, day, events, reports
from talks.link import Report, tell
from talks.models import Count
from talks.store import Store
from talks.views.amounts import Amount
from talks.views.deliveries import Term
from talks.views.exchanges import Line
from talks.views.promises import Asked, Promise, State, find_promises, last_report, remainder

OPEN, PARTLY, KEPT, OVERDUE, BROKEN = State.OPEN, State.PARTLY, State.KEPT, State.OVERDUE, State.BROKEN


def on(store: Store, day: str | None = None, **asked: object) -> dict[str, Promise]:
    names = {event.id: name for name, event in events().items()}
    as_of = dt.date.fromisoformat(day) if day else None
    return {names[p.event.id]: p for p in find_promises(store, Asked(as_of=as_of, **asked))}


@pytest.mark.parametrize(
    ("day", "states"),
    [
        ("2024-09-01", {}),
        ("2024-09-02", {"three hundred": OPEN, "ninety bodies": OPEN, "fifth round": OPEN, "map": OPEN,
                        "truce": OPEN}),
        ("2024-09-14", {"three hundred": PARTLY, "ninety bodies": OPEN, "fifth round": OPEN, "map": OVERDUE,
                        "truce": PARTLY}),
        ("2024-09-21", {"three hundred": PARTLY, "ninety bodies": OPEN, "fifth round": BROKEN, "map": OVERDUE,
                        "truce": KEPT}),
        (None, {"three hundred": PARTLY, "ninety bodies": OPEN, "fifth round": BROKEN, "map": OVERDUE,
                "truce": KEPT}),
    ],
)  # fmt: skip
def test_the_state_of_each_promise(autumn, day, states):
    assert {name: promise.state for name, promise in on(autumn, day).items()} == states


def test_how_much_of_a_swap_has_come(autumn):
    promise = on(autumn)["three hundred"]
    sides = [("people", "Norland"), ("people", "Sudria")]
    assert promise.term.due == dt.date(2024, 9, 30)
    assert dict(promise.delivered) == dict.fromkeys(sides, Amount(180, 180))
    assert promise.left == dict.fromkeys(sides, Amount(120, 120))
    named = [events()[name].id for name in ("first hundred", "next eighty")]
    assert [line.event.id for line in promise.deliveries] == named


def test_what_may_be_of_a_promise_is_told_and_not_counted(autumn):
    promise = on(autumn)["ninety bodies"]
    assert [line.event.id for line in promise.perhaps] == [events()["bodies"].id]  # and no children
    assert dict(promise.delivered) == {}
    assert promise.left == {("bodies", "Sudria"): Amount(90, 90)}


def test_each_step_has_its_report(autumn):
    steps = on(autumn)["truce"].steps
    told = [
        (step.article.outlet, step.mention.status.value, step.mention.evidence[0].quote) for step in steps
    ]
    assert told == [
        ("Meridian Wire", "agreed", "The guns in Dravo are to be silent from 12 to 14 September"),
        ("Polder Post", "ongoing", "The guns are silent in Dravo"),
        ("Ostwind Online", "held", "Dravo had three quiet days"),
    ]


def test_some_states_can_be_asked_for(autumn):
    assert on(autumn, states=(BROKEN, OVERDUE)).keys() == {"fifth round", "map"}
    assert on(autumn, parties=("Caldor",)) == {}


def test_the_day_of_the_last_report_stands_for_today(autumn):
    assert last_report(autumn) == dt.date(2024, 10, 6)


@pytest.mark.parametrize(
    ("promised", "came", "left"),
    [
        (Amount(300, 300), Amount(180, 180), Amount(120, 120)),
        (Amount(6000, 6000), Amount(6057, 6060), Amount(0, 0)),
        (Amount(300, 300), Amount(290, 305), Amount(0, 10)),
        (Amount(1000, None), Amount(303, 303), Amount(697, 697)),
        (Amount(300, 300), None, None),
    ],
)
def test_what_is_left(promised, came, left):
    assert remainder(promised, came) == left


@pytest.mark.parametrize("n", [4_000_000, 10**15])
def test_a_truce_longer_than_there_are_days_breaks_nothing(n: int):
    report = next(report for name, _, report in reports() if name == "truce")
    changes = {"when": day("2024-09-12"), "counts": (Count(n=n, of="days"),)}
    plan = report.mention.model_copy(update=changes)
    event = tell([Report(plan, report.published, report.origin)])
    term = Term.of(Line(event, SIDES, {}, mentions=(plan,)))
    assert term.last == dt.date(2025, 9, 3)  # a year after it was agreed
