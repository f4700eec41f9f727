"""What is denied to have ended, put off, led up to, or told beside another encounter."""

import pytest

from reading import mentions, told

PUBLISHED = "2024-06-12"  # a Wednesday


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The summit of Stenmoe and Quent has not been called off.", "planned"),
        ("Norland has not cancelled the summit of Stenmoe and Quent.", "planned"),
        ("Neither side has abandoned plans for a summit of Stenmoe and Quent.", "planned"),
        ("No party has called off the summit of Stenmoe and Quent.", "planned"),
        ("Stenmoe refused to cancel the summit with Quent.", "planned"),
        ("Neither president has ruled out a summit of Stenmoe and Quent.", "proposed"),
        ("Norland cancelled the summit of Stenmoe and Quent.", "cancelled"),
    ],
)
def test_an_end_that_is_denied_is_none(text, status):
    assert told(text) == [("summit", status, None)]


@pytest.mark.parametrize(
    "text",
    [
        "Ekre denied reports that Norland had called off the summit of Stenmoe and Quent.",
        "The talks of Norland and Sudria would not include Caldor, Ekre said.",
        "The truce of Norland and Sudria would not cover Dravo, Ekre said.",
    ],
)
def test_what_is_denied_of_an_encounter_is_no_refusal_or_end(text):
    assert not {status for _, status, _ in told(text)} & {"cancelled", "rejected"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norland put the talks with Sudria on indefinite hold.", ("talks", "paused", "2024-06-12")),
        ("The summit of Stenmoe and Quent was put on indefinite hold.", ("summit", "paused", "2024-06-12")),
        ("Summit of Stenmoe and Quent in Castrel on hold after call", ("summit", "paused", "2024-06-12")),
    ],
)
def test_what_is_put_on_hold_is_not_held(text, expected):
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The visit was a success, potentially paving the way for a summit of Stenmoe and Quent.",
        "The call laid the groundwork for a future summit of Stenmoe and Quent.",
    ],
)
def test_what_is_only_led_up_to_is_proposed(text):
    assert ("summit", "proposed", None) in told(text)


def test_an_appointment_stands_beside_another_and_not_beside_its_guests():
    text = "After a call with Quent last week and a meeting with Varga on Friday, Stenmoe changed his mind."
    found = {m.kind: m for m in mentions(text, PUBLISHED)}
    assert found["call"].people == ("Marisela Quent", "Halvard Stenmoe")
    assert found["summit"].people == ("Anselm Varga", "Halvard Stenmoe")
    assert found["summit"].when.date == "2024-06-07"


@pytest.mark.parametrize(
    "text",
    [
        "Stenmoe met Varga on Monday before flying to Castrel for talks with Quent.",
        "Stenmoe met Varga on Monday to speak of missiles capable of hitting targets in Castrel.",
    ],
)
def test_where_one_goes_next_is_not_the_place(text):
    found = [m for m in mentions(text, PUBLISHED) if "Anselm Varga" in m.people]
    assert [m.place for m in found] == [None]


def test_an_onward_journey_to_talks_is_planned_where_what_comes_before_is():
    text = "Stenmoe will meet Varga on Friday before flying to Castrel for talks with Quent on Saturday."
    found = {m.people: (m.status.value, m.when.date) for m in mentions(text, PUBLISHED)}
    assert found["Marisela Quent", "Halvard Stenmoe"] == ("planned", "2024-06-15")


def test_who_is_only_the_matter_takes_no_part():
    text = "Delgast and Oberholt met in Caldor on Monday for talks on the budget and the future of Norland."
    assert [m.parties for m in mentions(text, PUBLISHED)] == [("Sudria", "Helvaria")]


def test_those_of_a_summit_called_off_after_a_call_of_others_are_not_in_the_call():
    text = "The summit of Stenmoe and Quent was called off, following a call between Delgast and Oberholt."
    found = {m.kind: m.people for m in mentions(text, PUBLISHED)}
    assert found["call"] == ("Ramiro Delgast", "Claudine Oberholt")


def test_a_truce_of_which_a_participle_tells_before_it_was_broken_was_held():
    text = "The 30-hour truce, declared by Stenmoe on Saturday, was broken several times."
    assert told(text) == [("ceasefire", "held", "2024-06-08")]


def test_talks_of_nobody_named_are_of_those_of_whose_talks_alone_the_article_tells():
    text = (
        "Negotiators of Norland and Helvaria met in Castrel on Tuesday.\n\n"
        "Ekre said that the talks, which took place on Tuesday, had been useful."
    )
    assert {m.parties for m in mentions(text, PUBLISHED)} == {("Norland", "Helvaria")}


def test_the_day_of_praise_is_not_that_of_what_is_praised():
    assert told("Varga on Saturday hailed the truce of Norland and Sudria.") == [("ceasefire", "held", None)]


def test_not_all_is_not_told_as_done():
    text = (
        "Norland agreed to hand over the remains of 12 soldiers, though not all remains have been returned."
    )
    assert told(text) == [("repatriation", "agreed", None)]


def test_a_truce_deal_that_took_effect_was_held_and_the_days_before_it_are_not_its_length():
    text = "The ceasefire deal of Norland and Sudria took effect on Friday, following three days of talks."
    truce = next(m for m in mentions(text, PUBLISHED) if m.kind == "ceasefire")
    assert (truce.status.value, truce.when.date, truce.counts) == ("held", "2024-06-07", ())


def test_a_summit_that_leaders_convened_is_told_once():
    text = "The leaders of Norland and Helvaria convened an emergency summit in Castrel on Monday."
    assert told(text) == [("summit", "held", "2024-06-10")]


def test_who_also_came_is_not_all_who_met():
    assert told("Oberholt and the Caldorian envoy Peer Lund also participated in the meeting.") == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The text of the agreement was finalised in March.", "held"),
        ("The draft agreement is being finalised.", "ongoing"),
        ("The draft agreement was to be finalised in March.", "planned"),
    ],
)
def test_a_draft_that_was_finalised_is_done(text, status):
    assert [row[:2] for row in told(text)] == [("document", status)]


def test_a_truce_is_not_where_the_talks_before_it_were():
    text = "The truce of Norland and Sudria took effect on Friday, after five days of talks in Castrel."
    assert [m.place for m in mentions(text, PUBLISHED) if m.kind == "ceasefire"] == [None]


def test_the_day_on_which_something_was_arranged_is_not_the_one_on_which_it_was_finished():
    (swap,) = mentions("The prisoner exchanges arranged on 2 June were finished, Ekre said.", "2024-06-12")
    assert (swap.status.value, swap.when.edtf) == ("held", None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Stenmoe and Quent were to meet in Castrel on Tuesday. It did not happen.", ["cancelled"]),
        ("Talks of Norland and Sudria were to be held in Castrel. They never took place.", ["cancelled"]),
        ("Stenmoe and Quent were to meet in Castrel on Tuesday. It will not happen again.", ["planned"]),
    ],
)
def test_what_was_to_be_is_told_by_the_next_sentence_not_to_have_been(text, expected):
    assert [m.status.value for m in mentions(text, "2024-06-12")] == expected
