"""A standing plan is one event for as long as it is told of, and the one that came of it, if one did."""

import pytest
from made_reports import QUENT, SIDES, STENMOE, VARGA, groups, report

from talks.link import link
from talks.models import Status

PROPOSED, REJECTED, AGREED, PLANNED = Status.PROPOSED, Status.REJECTED, Status.AGREED, Status.PLANNED
HELD, ONGOING, CANCELLED, UNSCHEDULED = Status.HELD, Status.ONGOING, Status.CANCELLED, Status.UNSCHEDULED
LEADERS = {"people": (STENMOE, QUENT)}
ALL_SIDES = ("Helvaria", *SIDES)
ONE, TWO = {frozenset({"a0", "a1"})}, {frozenset({"a0"}), frozenset({"a1"})}


def told(*rows):
    """Return the groups of reports: kind, status, day of the happening, day of the report, and more."""
    made = [
        report(n, kind, status, day, published=published, **fields)
        for n, (kind, status, day, published, fields) in enumerate(rows)
    ]
    return groups(*made)


def test_a_proposal_is_one_for_as_long_as_it_is_told_of():
    """The end of a quarter, or of a month, is no border; two months of silence are."""
    days = ("2024-02-10", "2024-03-25", "2024-05-20", "2024-09-01")
    statuses = (PROPOSED, REJECTED, PROPOSED, PROPOSED)
    rows = [("summit", status, None, day, {}) for status, day in zip(statuses, days, strict=True)]
    assert told(*rows) == {frozenset({"a0", "a1", "a2"}), frozenset({"a3"})}


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        pytest.param([], {frozenset({"a0", "a1"})}, id="nothing"),
        pytest.param(
            [("summit", HELD, "2023-05-03", "2023-05-04", LEADERS)],
            {frozenset({"a0"}), frozenset({"a1"}), frozenset({"a2"})},
            id="they met",
        ),
        pytest.param(
            [("summit", PLANNED, "2023-05-03", "2023-04-24", LEADERS)],
            {frozenset({"a0"}), frozenset({"a1"}), frozenset({"a2"})},
            id="a day was fixed",
        ),
        pytest.param(
            [("summit", HELD, "2023-05-03", "2023-05-04", {"people": (STENMOE, VARGA)})],
            {frozenset({"a0", "a1"}), frozenset({"a2"})},
            id="others met",
        ),
    ],
)
def test_two_leaders_who_never_met_are_told_of_for_years_as_one_meeting(between, expected):
    wishes = [("summit", PROPOSED, None, day, LEADERS) for day in ("2022-03-10", "2024-09-01")]
    assert told(*wishes, *between) == expected


def test_wishes_for_meetings_of_other_leaders_are_others():
    wished = [LEADERS, {"people": (STENMOE, VARGA), "parties": ("Helvaria", "Norland")}]
    rows = [("summit", PROPOSED, None, f"202{n}-03-10", fields) for n, fields in enumerate(wished, 2)]
    assert told(*rows) == TWO


def test_plans_before_and_after_a_round_are_of_two_rounds():
    rows = [
        ("talks", UNSCHEDULED, None, "2024-04-02", {}),
        ("talks", HELD, "2024-04-10", "2024-04-11", {"place": "Castrel"}),
        ("talks", UNSCHEDULED, None, "2024-04-18", {}),
        ("talks", HELD, "2024-05-20", "2024-05-21", {"place": "Castrel"}),
    ]
    assert told(*rows) == {frozenset({"a0", "a1"}), frozenset({"a2", "a3"})}


@pytest.mark.parametrize(
    ("plan", "held", "expected"),
    [
        pytest.param({}, {"place": "Castrel"}, ONE, id="the next round"),
        pytest.param({"place": "Harvik"}, {"place": "Castrel"}, TWO, id="a plan for elsewhere"),
        pytest.param({"words": "Talks at technical level"}, {}, TWO, id="a plan for experts"),
        pytest.param({"parties": ("Norland", "Caldor")}, {}, TWO, id="a plan of others"),
        pytest.param({"parties": ALL_SIDES}, {}, ONE, id="a plan with the mediator"),
    ],
)
def test_a_plan_without_a_day_is_of_the_next_round_unless_told_otherwise(plan, held, expected):
    rows = [("talks", PROPOSED, None, "2024-04-02", plan), ("talks", HELD, "2024-04-20", "2024-04-21", held)]
    assert told(*rows) == expected


def test_a_plan_for_the_usual_place_is_of_the_next_round_wherever_it_is_held():
    rows = [
        ("talks", HELD, "2024-03-12", "2024-03-13", {"place": "Castrel"}),
        ("talks", PROPOSED, None, "2024-04-02", {"place": "Castrel"}),
        ("talks", HELD, "2024-04-20", "2024-04-21", {"place": "Sankt Orlen"}),
    ]
    assert told(*rows) == {frozenset({"a0"}), frozenset({"a1", "a2"})}


def test_a_plan_told_in_a_month_with_a_round_is_of_that_or_of_the_next_and_so_of_none():
    rows = [
        ("talks", HELD, "2024-04-12", "2024-04-13", {}),
        ("talks", UNSCHEDULED, None, "2024-04", {}),
        ("talks", HELD, "2024-05-12", "2024-05-13", {}),
    ]
    assert len(told(*rows)) == 3
    rows.append(("talks", UNSCHEDULED, None, "2024-04-28", {}))  # another report tells which
    assert told(*rows) == {frozenset({"a0"}), frozenset({"a1", "a2", "a3"})}


def test_a_truce_on_energy_sites_is_not_the_full_truce_of_as_many_days():
    thirty = {"counts": [30], "of": "days"}
    rows = [
        ("ceasefire", PROPOSED, None, "2024-04-02", thirty | {"words": "A full truce of thirty days"}),
        ("ceasefire", REJECTED, None, "2024-05-12", {"words": "It refused an unconditional truce"}),
        ("ceasefire", AGREED, "2024-05-14", "2024-05-14", thirty | {"words": "Power plants are spared"}),
        ("ceasefire", ONGOING, "2024-05-14", "2024-05-20", thirty),
        ("ceasefire", PROPOSED, None, "2024-05-10", {"words": "It would extend the truce by a week"}),
    ]
    assert told(*rows) == {frozenset({"a0", "a1"}), frozenset({"a2", "a3"}), frozenset({"a4"})}


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        pytest.param({"place": "Dravo"}, {"place": "Dravo"}, ONE, id="one place"),
        pytest.param({"place": "Dravo"}, {"place": "Tresk"}, TWO, id="two places"),
        pytest.param({"place": "Dravo"}, {}, TWO, id="a place and the whole front"),
        pytest.param({"place": "Sudria"}, {}, ONE, id="a country is the whole front"),
        pytest.param({"counts": [2], "of": "days"}, {"counts": [5], "of": "days"}, TWO, id="other terms"),
    ],
)
def test_truces_asked_for_are_told_apart_by_their_terms(one, two, expected):
    rows = [
        ("ceasefire", PROPOSED, None, "2024-04-02", one),
        ("ceasefire", REJECTED, None, "2024-04-20", two),
    ]
    assert told(*rows) == expected


def test_people_brought_out_in_a_truce_are_no_terms_of_it():
    rows = [
        (
            "ceasefire",
            HELD,
            "2024-03-30",
            "2024-03-31",
            {"place": "Dravo", "counts": [900], "of": "civilians"},
        ),
        ("ceasefire", HELD, "2024-03-30", "2024-04-03", {"place": "Dravo", "counts": [5], "of": "days"}),
    ]
    assert told(*rows) == ONE


@pytest.mark.parametrize(
    ("plan", "published", "expected"),
    [
        pytest.param({"counts": [300]}, "2024-04-20", ONE, id="about as many"),
        pytest.param({"counts": [86]}, "2024-04-20", TWO, id="another figure"),
        pytest.param({}, "2024-04-20", ONE, id="no figure"),
        pytest.param({"words": "an exchange of all for all"}, "2024-04-20", TWO, id="all for all"),
        pytest.param({}, "2024-01-20", TWO, id="too long before"),
    ],
)
def test_a_swap_in_view_is_the_next_one(plan, published, expected):
    held = {"counts": [309], "place": "Tresk"}
    rows = [
        ("prisoner_swap", PROPOSED, None, published, plan),
        ("prisoner_swap", HELD, "2024-05-03", "2024-05-04", held),
    ]
    assert told(*rows) == expected


def test_what_was_carried_out_is_planned_for_no_later_day():
    rows = [
        ("prisoner_swap", HELD, "2024-05-23/2024-05-25", "2024-05-26", {"counts": [1000]}),
        ("prisoner_swap", AGREED, None, "2024-05-20", {"counts": [1000]}),
        ("prisoner_swap", AGREED, "2024-06-07/2024-06-09", "2024-06-03", {"counts": [1000]}),
    ]
    assert told(*rows) == {frozenset({"a0", "a1"}), frozenset({"a2"})}


def test_what_goes_on_is_what_had_been_agreed():
    frail = {"words": "The badly wounded and the very young are exchanged"}
    rows = [
        ("prisoner_swap", AGREED, None, "2024-06-02", frail),
        ("prisoner_swap", ONGOING, "2024-06-09/2024-06-14", "2024-06-16", frail),
        ("prisoner_swap", ONGOING, None, "2024-06-26", frail),
        ("prisoner_swap", HELD, "2024-06-26", "2024-06-27", {"counts": [120]}),
    ]
    assert told(*rows) == {frozenset({"a0", "a1", "a2"}), frozenset({"a3"})}


def test_a_mediator_in_the_plan_for_a_round_makes_it_no_other_round():
    plan = {"round": 2, "place": "Castrel", "parties": ALL_SIDES}
    rows = [
        ("talks", PLANNED, "2024-03-11", "2024-02-20", plan),
        ("talks", HELD, "2024-03-11", "2024-03-12", {"place": "Castrel"}),
    ]
    assert told(*rows) == ONE


@pytest.mark.parametrize("published", ["2024-07-05", "2024-07-20"])
def test_a_summit_that_is_called_off_is_the_one_that_was_planned(published):
    rows = [
        ("summit", PLANNED, "2024-07-09", "2024-06-20", {}),
        ("summit", CANCELLED, None, published, {}),
    ]
    assert told(*rows) == ONE


def test_a_summit_of_three_is_no_plan_for_one_of_two():
    rows = [
        ("summit", PROPOSED, None, "2024-05-02", LEADERS),
        ("summit", PROPOSED, None, "2024-05-10", {"people": (STENMOE, QUENT, VARGA), "parties": ALL_SIDES}),
    ]
    assert told(*rows) == TWO


def test_one_article_tells_of_a_happening_once():
    """Two plans of one article are two, and what is like both goes with the one that is more like it."""
    full = {"words": "It refused an unconditional truce"}
    made = [
        report(1, "ceasefire", REJECTED, None, article="a1", published="2024-05-02", **full),
        report(2, "ceasefire", PROPOSED, None, article="a1", published="2024-05-02"),
        report(3, "ceasefire", REJECTED, None, article="a2", published="2024-05-09", **full),
    ]
    assert sorted(len(event.mentions) for event in link(made)) == [1, 2]


@pytest.mark.parametrize(
    ("kind", "one", "two"),
    [
        ("document", "They exchanged memoranda", "They exchanged lists"),
        ("repatriation", "The bodies were handed over", "Four children were handed over"),
    ],
)
def test_two_sorts_of_one_day_are_two(kind, one, two):
    rows = [(kind, HELD, "2024-06-02", "2024-06-03", {"words": words}) for words in (one, two)]
    assert told(*rows) == TWO


def test_ministers_who_meet_where_and_when_a_round_is_counted_are_that_round():
    rows = [
        ("meeting", HELD, "2024-03-10", "2024-03-11", {"place": "Castrel"}),
        ("talks", HELD, "2024-03-10", "2024-05-18", {"place": "Castrel", "round": 4}),
    ]
    assert told(*rows) == ONE
    both = [report(n, *row[:3], published=row[3], article="a1", **row[4]) for n, row in enumerate(rows)]
    assert len(link(both)) == 2


@pytest.mark.parametrize(
    ("status", "day", "expected"),
    [
        pytest.param(UNSCHEDULED, "2024-07-23", ONE, id="the next has no date"),
        pytest.param(UNSCHEDULED, "2024-09-03", TWO, id="too long after"),
        pytest.param(PROPOSED, "2024-06-20", ONE, id="proposed"),
        pytest.param(PROPOSED, "2024-07-23", TWO, id="proposed weeks before"),
    ],
)
def test_an_exchange_without_a_date_is_the_next_one(status, day, expected):
    rows = [("prisoner_swap", status, None, "2024-06-08", {}), ("prisoner_swap", HELD, day, day, {})]
    assert told(*rows) == expected


def test_an_exchange_without_a_date_is_not_the_one_after_the_next():
    rows = [("prisoner_swap", HELD, day, day, {}) for day in ("2024-06-20", "2024-07-10")]
    assert told(("prisoner_swap", UNSCHEDULED, None, "2024-06-08", {}), *rows) == {
        frozenset({"a0", "a1"}),
        frozenset({"a2"}),
    }


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        pytest.param(PLANNED, {frozenset({"a0", "a1"}), frozenset({"a2"})}, id="planned for a day between"),
        pytest.param(PROPOSED, {frozenset({"a0", "a1", "a2"})}, id="only proposed for it"),
    ],
)
def test_plans_before_and_after_a_day_for_which_one_was_planned_are_of_two(status, expected):
    rows = [
        ("summit", PROPOSED, None, "2024-05-10", LEADERS),
        ("summit", status, "2024-05-15", "2024-05-12", LEADERS),
        ("summit", PROPOSED, None, "2024-06-20", LEADERS),
    ]
    assert told(*rows) == expected
