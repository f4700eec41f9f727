"""What is denied to have ended, put off, led up to, or told beside another encounter."""

import pytest

from reading import mentions

PUBLISHED = "2024-06-12"  # a Wednesday


def rows(text: str) -> list[tuple[str, str, str | None]]:
    return [(m.kind, m.status.value, m.when.date) for m in mentions(text, PUBLISHED)]


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
    assert rows(text) == [("summit", status, None)]


@pytest.mark.parametrize(
    "text",
    [
        "Ekre denied reports that Norland had called off the summit of Stenmoe and Quent.",
        "The talks of Norland and Sudria would not include Caldor, Ekre said.",
        "The truce of Norland and Sudria would not cover Dravo, Ekre said.",
    ],
)
def test_what_is_denied_of_an_encounter_is_no_refusal_or_end(text):
    assert not {status for _, status, _ in rows(text)} & {"cancelled", "rejected"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norland put the talks with Sudria on indefinite hold.", ("talks", "paused", "2024-06-12")),
        ("The summit of Stenmoe and Quent was put on indefinite hold.", ("summit", "paused", "2024-06-12")),
        ("Summit of Stenmoe and Quent in Castrel on hold after call", ("summit", "paused", "2024-06-12")),
    ],
)
def test_what_is_put_on_hold_is_not_held(text, expected):
    assert rows(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The visit was a success, potentially paving the way for a summit of Stenmoe and Quent.",
        "The call laid the groundwork for a future summit of Stenmoe and Quent.",
    ],
)
def test_what_is_only_led_up_to_is_proposed(text):
    assert ("summit", "proposed", None) in rows(text)


def test_an_appointment_stands_beside_another_and_not_beside_its_guests():
    text = "After a call with Quent last week and a meeting with Varga on Friday, Stenmoe changed his mind."
    told = {m.kind: m for m in mentions(text, PUBLISHED)}
    assert told["call"].people == ("Marisela Quent", "Halvard Stenmoe")
    assert told["summit"].people == ("Anselm Varga", "Halvard Stenmoe")
    assert told["summit"].when.date == "2024-06-07"


@pytest.mark.parametrize(
    "text",
    [
        "Stenmoe met Varga on Monday before flying to Castrel for talks with Quent.",
        "Stenmoe met Varga on Monday to speak of missiles capable of hitting targets in Castrel.",
    ],
)
def test_where_one_goes_next_is_not_the_place(text):
    told = [m for m in mentions(text, PUBLISHED) if "Anselm Varga" in m.people]
    assert [m.place for m in told] == [None]


def test_an_onward_journey_to_talks_is_planned_where_what_comes_before_is():
    text = "Stenmoe will meet Varga on Friday before flying to Castrel for talks with Quent on Saturday."
    told = {m.people: (m.status.value, m.when.date) for m in mentions(text, PUBLISHED)}
    assert told["Marisela Quent", "Halvard Stenmoe"] == ("planned", "2024-06-15")
