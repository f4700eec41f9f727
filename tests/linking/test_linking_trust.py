"""An event says no more than its reports: who took part, who disagrees, how many sources there are."""

from dataclasses import replace

import pytest
from made_reports import QUENT, SIDES, STENMOE, VARGA, groups, report

from talks.edtf import read_edtf
from talks.link import link
from talks.models import Bound, Status


def test_a_third_leader_who_was_only_planned_for_takes_no_part_in_what_was_held():
    held = report(1, "summit", Status.HELD, "2024-07-09", people=(STENMOE, QUENT))
    plan = report(2, "summit", Status.PROPOSED, "2024-07-09", people=(STENMOE, QUENT, VARGA))
    assert groups(held, plan) == {frozenset({"a1"}), frozenset({"a2"})}


def test_a_held_event_takes_its_people_and_parties_from_those_who_report_it_held():
    held = report(1, "talks", Status.HELD, "2024-07-09", round=2, place="Castrel")
    plan = report(
        2, "talks", Status.PLANNED, "2024-07-09", round=2, place="Dravo", people=(VARGA,),
        parties=("Helvaria", *SIDES), published="2024-07-01",
    )  # fmt: skip
    (event,) = link([held, plan])
    assert (event.status, event.parties, event.people) == (Status.HELD, SIDES, ())
    assert (event.place, event.conflicts) == ("Castrel", ())
    assert [step.status.value for step in event.history] == ["planned", "held"]


def test_the_day_for_which_something_was_planned_is_not_the_day_on_which_it_was_held():
    plan = report(2, "talks", Status.PLANNED, "2024-07-04/2024-07-05", round=2, published="2024-07-02")
    coarse = report(3, "talks", Status.HELD, None, round=2, published="2024-08-20")
    mention = coarse.mention.model_copy(update={"when": read_edtf("2024-07")})
    (event,) = link([plan, replace(coarse, mention=mention)])
    assert (event.status, event.when.edtf) == (Status.HELD, "2024-07")


@pytest.mark.parametrize(("others", "told"), [((), "planned"), ((Status.AGREED,), "agreed")])
def test_a_report_from_before_the_day_can_not_have_known_it_as_held(others, told):
    early = report(1, "talks", Status.HELD, None, round=2, published="2024-07-01")
    plans = [report(3, "talks", status, None, round=2, published="2024-07-01") for status in others]
    held = report(2, "talks", Status.HELD, "2024-07-09", round=2, published="2024-07-10")
    (event,) = link([early, held, *plans])
    assert [step.status.value for step in event.history] == [told] * (1 + len(plans)) + ["held"]
    assert event.status is Status.HELD


def test_what_was_held_is_not_planned_again_by_a_late_report():
    held = report(1, "talks", Status.HELD, "2024-07-09", round=2, published="2024-07-09")
    late = report(2, "talks", Status.PLANNED, "2024-07-09", round=2, published="2024-07-11")
    (event,) = link([held, late])
    assert event.status is Status.HELD


@pytest.mark.parametrize(
    ("one", "two"),
    [
        pytest.param({"day": "2024-07-09"}, {"day": "2024-07-10"}, id="swaps on consecutive days"),
        pytest.param({"day": "2024-07-09/2024-07-11"}, {"day": "2024-07-10"}, id="a stage and its whole"),
        pytest.param(
            {"day": "2024-07-09", "counts": [300]}, {"day": "2024-07-09", "counts": [86]}, id="two figures"
        ),
        pytest.param(
            {"day": "2024-07-09", "parties": ("Norland", "Sudria")},
            {"day": "2024-07-09", "parties": ("Norland", "Caldor")},
            id="another pair of parties",
        ),
    ],
)
def test_swaps_that_look_alike_stay_apart(one, two):
    reports = [report(n, "prisoner_swap", Status.HELD, **fields) for n, fields in enumerate((one, two))]
    assert groups(*reports) == {frozenset({"a0"}), frozenset({"a1"})}


@pytest.mark.parametrize("status", [Status.HELD, Status.PLANNED])
def test_round_two_and_round_three_stay_apart(status):
    second = report(1, "talks", Status.HELD, "2024-07-09", round=2)
    third = report(2, "talks", status, "2024-07-09", round=3)
    assert groups(second, third) == {frozenset({"a1"}), frozenset({"a2"})}


def test_a_swap_agreed_without_a_day_is_the_one_of_its_figure_that_was_carried_out():
    agreed = report(1, "prisoner_swap", Status.AGREED, None, counts=[300], published="2024-07-01")
    other = report(2, "prisoner_swap", Status.AGREED, None, counts=[86], published="2024-07-01")
    held = report(3, "prisoner_swap", Status.HELD, "2024-07-09", counts=[300])
    assert groups(agreed, other, held) == {frozenset({"a1", "a3"}), frozenset({"a2"})}


def test_a_plan_without_a_day_that_two_happenings_could_be_of_is_of_none():
    plan = report(1, "summit", Status.PLANNED, None, people=(STENMOE, QUENT), published="2024-07-01")
    first = report(2, "summit", Status.HELD, "2024-07-09", people=(STENMOE, QUENT))
    second = report(3, "summit", Status.HELD, "2024-07-12", people=(STENMOE, QUENT))
    assert groups(plan, first) == {frozenset({"a1", "a2"})}
    assert len(groups(plan, first, second)) == 3


def test_what_is_agreed_after_a_swap_in_open_terms_is_another():
    held = report(1, "prisoner_swap", Status.HELD, "2024-05-23/2024-05-25", counts=(1000,))
    dated = report(2, "prisoner_swap", Status.AGREED, None, counts=(1000,), published="2024-06-02")
    least = tuple(count.model_copy(update={"bound": Bound.AT_LEAST}) for count in dated.mention.counts)
    new = replace(dated, mention=dated.mention.model_copy(update={"counts": least}))
    assert groups(held, new) == {frozenset({"a1"}), frozenset({"a2"})}


def test_a_plan_without_a_day_takes_none_from_a_plan_of_other_terms():
    people = (STENMOE, QUENT)
    dated = report(
        1, "summit", Status.PROPOSED, "2024-06-20/2024-06-30", people=people, published="2024-06-02"
    )
    open_ = report(2, "summit", Status.PROPOSED, None, people=people, published="2024-05-11")
    assert groups(dated, open_) == {frozenset({"a1"}), frozenset({"a2"})}


def test_the_figures_of_one_article_are_no_disagreement():
    both = report(1, "prisoner_swap", Status.HELD, "2024-07-09", counts=[309, 312])
    (event,) = link([both])
    assert event.conflicts == ()
    (event,) = link([both, report(2, "prisoner_swap", Status.HELD, "2024-07-09", counts=[309, 312])])
    assert event.conflicts == ()
    (event,) = link([both, report(3, "prisoner_swap", Status.HELD, "2024-07-09", counts=[309])])
    assert [conflict.field for conflict in event.conflicts] == ["figures"]


def test_the_history_tells_when_it_was_reported_no_finer_than_that_is_known():
    told = [
        report(n, "talks", Status.HELD, "2024-04-20", published=published)
        for n, published in enumerate(("2024-05", "2024-05-23/2024-06-23", "2024-07-10"))
    ]
    (event,) = link(told)
    assert [step.reported for step in event.history] == ["2024-05", "2024-05-23/2024-06-23", "2024-07-10"]


def test_copies_and_what_one_agency_put_out_are_one_source():
    day = "2024-07-09"
    words = "The delegations of Norland and Sudria met in the old customs house and talked for six hours."
    first = report(1, "talks", Status.HELD, day, words=words)
    same = report(2, "talks", Status.HELD, day, words=words)
    light = report(3, "talks", Status.HELD, day, words=words.replace("for six hours", "till the evening"))
    credited = report(4, "talks", Status.HELD, day, origin="outlet 1")
    own = report(5, "talks", Status.HELD, day, words="Six hours of talks between the sides ended on Tuesday.")
    (event,) = link([first, same, light, credited])
    assert event.sources == 1
    (event,) = link([first, same, light, credited, own])
    assert event.sources == 2
