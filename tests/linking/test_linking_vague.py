"""What is told vaguely, or against what others tell, joins no more than its words bear out."""

import datetime as dt
from dataclasses import replace

import pytest
from made_reports import QUENT, SIDES, STENMOE, groups, report

from talks.edtf import read_edtf
from talks.link.reports import clue_of
from talks.models import Precision, Status, When

PROPOSED, AGREED, PLANNED, CANCELLED = Status.PROPOSED, Status.AGREED, Status.PLANNED, Status.CANCELLED
HELD, UNSCHEDULED, PAUSED, ONGOING = Status.HELD, Status.UNSCHEDULED, Status.PAUSED, Status.ONGOING
ALL_SIDES = ("Helvaria", *SIDES)
ONE, TWO = {frozenset({"a0", "a1"})}, {frozenset({"a0"}), frozenset({"a1"})}


def dated(made, written, precision):
    """Give a report a date as it may be written: a month, or a time from day to day."""
    when = read_edtf(written).model_copy(update={"precision": precision})
    return replace(made, mention=made.mention.model_copy(update={"when": when}))


def about(made, day):
    """Date a report by "soon", or "about that day"."""
    on = dt.date.fromisoformat(day)
    when = When(earliest=on, latest=on, precision=Precision.APPROX, basis=made.mention.when.basis)
    return replace(made, mention=made.mention.model_copy(update={"when": when}))


def test_what_was_held_and_what_was_called_off_that_day_are_two_when_one_article_tells_of_both():
    place = {"place": "Castrel"}
    made = [
        report(1, "summit", CANCELLED, "2024-07-09", article="a1", **place),
        report(2, "summit", HELD, "2024-07-09", article="a1", **place),
        report(3, "summit", PLANNED, "2024-07-09", published="2024-07-01", **place),
        report(4, "summit", HELD, "2024-07-09", **place),
    ]
    assert groups(*made) == {frozenset({"a1"}), frozenset({"a1", "a3", "a4"})}


def test_a_plan_told_vaguely_is_of_nothing_that_was_called_off():
    called_off = report(0, "summit", CANCELLED, "2024-07-15")
    plan = report(1, "summit", PROPOSED, None, published="2024-06-24")
    assert groups(called_off, dated(plan, "2024-07", Precision.MONTH)) == TWO
    assert groups(called_off, about(plan, "2024-07-14")) == TWO


@pytest.mark.parametrize(
    ("status", "fields", "expected"),
    [
        pytest.param(HELD, {}, ONE, id="held that month"),
        pytest.param(PLANNED, {}, TWO, id="planned for a day of that month"),
        pytest.param(PLANNED, {"place": "Castrel"}, ONE, id="planned for a day, at the same place"),
    ],
)
def test_what_was_held_that_month_is_what_was_held_on_a_day_of_it(status, fields, expected):
    held = report(0, "talks", HELD, None, published="2024-05-18", **fields)
    day = report(1, "talks", status, "2024-04-01", published="2024-04-01", **fields)
    assert groups(dated(held, "2024-04", Precision.MONTH), day) == expected


def test_what_went_on_for_months_is_nothing_that_was_held_on_a_day_of_them():
    rounds = report(0, "talks", HELD, "2024-03-01/2024-06-30", place="Castrel")
    one = report(1, "talks", HELD, "2024-05-20", place="Castrel")
    vague = dated(report(1, "talks", HELD, None, place="Castrel"), "2024-05", Precision.MONTH)
    assert groups(rounds, one) == TWO
    assert groups(rounds, vague) == TWO


@pytest.mark.parametrize(("day", "expected"), [("2024-07-03", ONE), ("2024-08-18", TWO)])
def test_what_was_to_come_soon_is_nothing_of_two_months_later(day, expected):
    soon = about(report(0, "call", PLANNED, None, published="2024-06-26"), "2024-06-26")
    assert groups(soon, report(1, "call", HELD, day, published=day)) == expected


@pytest.mark.parametrize(
    ("kind", "fields", "published", "expected"),
    [
        pytest.param("summit", {}, "2024-08-06", ONE, id="put off"),
        pytest.param("summit", {"parties": ALL_SIDES}, "2024-08-06", ONE, id="told without the host"),
        pytest.param("summit", {}, "2024-09-06", TWO, id="too long ago"),
        pytest.param("talks", {}, "2024-08-06", TWO, id="no date for the next round"),
    ],
)
def test_a_summit_without_a_new_date_is_the_one_that_was_put_off(kind, fields, published, expected):
    plan = report(0, kind, PLANNED, "2024-07-09", published="2024-06-20", **fields)
    assert groups(plan, report(1, kind, UNSCHEDULED, None, published=published)) == expected


@pytest.mark.parametrize(
    ("one", "two", "day", "expected"),
    [
        pytest.param("a list", "its list", "2024-05-28", ONE, id="one list"),
        pytest.param("a list", "a memorandum", "2024-05-28", TWO, id="two sorts"),
        pytest.param("a paper", "a paper", "2024-05-28", TWO, id="of no sort"),
        pytest.param("a list", "a list", "2024-06-28", TWO, id="weeks later"),
    ],
)
def test_what_was_handed_over_without_a_day_is_one_paper_for_some_weeks(one, two, day, expected):
    told = [(one, "2024-05-22"), (two, day)]
    made = [
        report(n, "document", HELD, None, published=published, words=f"Norland handed over {words}.")
        for n, (words, published) in enumerate(told)
    ]
    assert groups(*made) == expected


@pytest.mark.parametrize(
    ("fields", "published", "expected"),
    [
        pytest.param({}, "2024-07-10", ONE, id="a day later"),
        pytest.param({"place": "Castrel"}, "2024-07-10", ONE, id="at that place"),
        pytest.param({"place": "Tresk"}, "2024-07-10", TWO, id="elsewhere"),
        pytest.param({"parties": ("Norland", "Caldor")}, "2024-07-10", TWO, id="of others"),
        pytest.param({}, "2024-07-20", TWO, id="no news any more"),
    ],
)
def test_an_encounter_told_without_a_day_is_the_one_that_is_news(fields, published, expected):
    held = report(0, "talks", HELD, "2024-07-09", place="Castrel")
    assert groups(held, report(1, "talks", HELD, None, published=published, **fields)) == expected


def test_an_encounter_told_without_a_day_is_neither_of_two_that_are_news():
    made = [report(n, "talks", HELD, f"2024-07-0{8 + n}") for n in range(2)]
    assert len(groups(*made, report(2, "talks", HELD, None, published="2024-07-10"))) == 3


def test_two_papers_of_two_figures_are_two_lists():
    made = [
        report(n, "document", HELD, None, published="2024-05-22", words="Norland gave its list.", counts=c)
        for n, c in enumerate([[640], []])
    ]
    assert groups(*made) == TWO


def test_a_list_and_a_paper_of_one_session_are_two_though_one_sentence_tells_of_both():
    words = "They brought a paper on the truce and a list of 86 men."
    made = [
        report(1, "document", HELD, "2024-02-12", article="a1", place="Castrel", counts=[86], words=words),
        report(2, "document", HELD, "2024-02-12", article="a1", place="Castrel", words=words),
        report(3, "document", HELD, "2024-02-12", place="Castrel", words=words),
    ]
    assert len(groups(*made)) > 1


def test_a_pause_is_the_one_that_began_about_that_day_whenever_it_is_told():
    made = [
        about(report(n, "talks", PAUSED, None, published=published), "2024-05-12")
        for n, published in enumerate(("2024-05-12", "2024-06-23"))
    ]
    assert groups(*made) == ONE


def test_a_truce_until_something_is_another_than_a_truce_on_terms():
    until = report(0, "ceasefire", PROPOSED, None, words="Quent suggested a ceasefire until such a meeting.")
    terms = report(1, "ceasefire", PROPOSED, None, words="Norland proposed conditions for a truce.")
    assert groups(until, terms) == TWO


@pytest.mark.parametrize(
    ("quote", "sorts"),
    [
        ("The truce for Dravo ended on Sunday.", set()),
        ("The truce for Dravo ended on Sunday,", {"extension"}),
        ("“The truce for Dravo ended on Sunday.”", set()),
    ],
)
def test_what_sort_of_truce_it_is_the_next_sentence_does_not_tell(quote, sorts):
    made = report(0, "ceasefire", HELD, "2024-06-02", words=quote)
    evidence = made.mention.evidence[0].model_copy(update={"suffix": " and Sudria asked for two days more."})
    told = replace(made, mention=made.mention.model_copy(update={"evidence": (evidence,)}))
    assert clue_of(told).sorts == sorts


@pytest.mark.parametrize(
    ("status", "published", "expected"),
    [
        pytest.param(UNSCHEDULED, "2024-06-20", TWO, id="none is planned after it"),
        pytest.param(PROPOSED, "2024-06-01", ONE, id="proposed before it"),
        pytest.param(HELD, "2024-06-20", ONE, id="told again"),
    ],
)
def test_a_call_told_without_a_day_is_none_that_is_planned_later(status, published, expected):
    people = {"people": (STENMOE, QUENT)}
    held = report(0, "call", HELD, None, published="2024-06-10", **people)
    assert groups(held, report(1, "call", status, None, published=published, **people)) == expected


@pytest.mark.parametrize("day", ["2024-06-24", "2024-06-26"])
def test_an_exchange_that_goes_on_is_nothing_that_was_done_on_a_day_near_that(day):
    goes_on = about(report(0, "prisoner_swap", ONGOING, None, published="2024-06-24"), "2024-06-24")
    assert groups(goes_on, report(1, "prisoner_swap", HELD, day, published="2024-06-27")) == TWO


def test_a_plan_of_both_sides_is_the_paper_of_both_rather_than_that_of_one():
    words = {"words": "Norland and Sudria are to exchange their memoranda."}
    plan = report(0, "document", PROPOSED, None, published="2024-05-22", **words)
    both = report(1, "document", HELD, "2024-06-02", **words)
    own = report(2, "document", HELD, "2024-06-01", parties=("Sudria",), **words)
    assert frozenset({"a0", "a1"}) in groups(plan, both, own)


@pytest.mark.parametrize(("published", "expected"), [("2024-06-05", ONE), ("2024-06-20", TWO)])
def test_a_call_told_without_a_day_is_the_one_of_those_days_only(published, expected):
    people = {"people": (STENMOE, QUENT)}
    dated = report(0, "call", HELD, "2024-06-03", published="2024-06-04", **people)
    assert groups(dated, report(1, "call", HELD, None, published=published, **people)) == expected


def test_a_known_round_that_goes_on_is_the_one_planned_for_that_day():
    known = {"reference": "castrel-round-3", "round": 3, "place": "Castrel"}
    goes_on = about(report(0, "talks", ONGOING, None, published="2024-07-23", **known), "2024-07-23")
    plan = report(1, "talks", PLANNED, "2024-07-23", published="2024-07-22", place="Castrel")
    assert groups(goes_on, plan) == ONE


@pytest.mark.parametrize(("day", "expected"), [("2024-06-27", ONE), ("2024-08-02", TWO)])
def test_what_was_to_be_in_a_week_is_not_what_was_held_a_month_after_it(day, expected):
    plan = report(0, "talks", PLANNED, "2024-06-17/2024-06-30", published="2024-06-14", place="Castrel")
    held = report(1, "talks", HELD, day, published=day)
    assert groups(plan, held) == expected
