"""What is to begin has the day that the words behind it tell."""

import pytest

from reading import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norland and Sudria agreed on a truce. It will go into effect at noon on Friday.", "2024-06-14"),
        ("Norland and Sudria agreed on a truce in Dravo. It is to take effect on Friday.", "2024-06-14"),
        ("Norland and Sudria agreed on a truce, which will come into force on Friday.", "2024-06-14"),
        ("Norland and Sudria signed a truce on Tuesday that will begin on Friday.", "2024-06-14"),
        ("Norland and Sudria agreed to a truce that will run from 14 to 20 June.", "2024-06-14"),
        ("Norland and Sudria agreed to a ten-day truce starting Friday.", "2024-06-14"),
        ("Norland and Sudria agreed on a truce. It was a surprise on Friday.", None),
    ],
)
def test_a_truce_is_to_begin_on_the_day_told_behind_it(text, expected):
    assert told(text) == [("ceasefire", "agreed", expected)]


@pytest.mark.parametrize(
    "text",
    [
        "Quent expressed hope for the third round of talks with Norland, which is to begin on Friday.",
        "Ekre had paved the way for the second round of talks with Sudria that will begin on Friday.",
    ],
)
def test_what_will_begin_is_planned_whoever_hopes_for_it(text):
    assert told(text) == [("talks", "planned", "2024-06-14")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The truce in Dravo has been in effect since 30 May.", ("ceasefire", "ongoing", "2024-05-30")),
        ("A truce agreed in Castrel has been in force since 30 May.", ("ceasefire", "ongoing", "2024-05-30")),
        (
            "Talks of Norland and Sudria began on Tuesday and are expected to last three days.",
            ("talks", "ongoing", "2024-06-11"),
        ),
        ("Stenmoe called off Friday's summit with Quent.", ("summit", "cancelled", "2024-06-14")),
        ("Tuesday's summit of Stenmoe and Quent was cancelled.", ("summit", "cancelled", "2024-06-11")),
        ("The round of talks with Norland is due on Friday.", ("talks", "planned", "2024-06-14")),
        ("Talks of Norland and Sudria, hosted by Varga, were postponed.", ("talks", "unscheduled", None)),
    ],
)
def test_states_and_plans_are_read_from_what_is_said_of_them(text, expected):
    assert told(text) == [expected]


def test_a_truce_has_not_the_day_and_place_of_the_talks_that_follow_it():
    text = (
        "The truce in Dravo is expected to be followed by talks of Norland and Sudria in Castrel on Friday."
    )
    assert ("talks", "planned", "2024-06-14") in told(text)
    assert ("ceasefire", "2024-06-14") not in {(kind, day) for kind, _, day in told(text)}


def test_yesterdays_weekday_is_that_of_the_call_for_it():
    assert told("Varga renewed his appeal for a truce along the Vessel River on Tuesday.") == [
        ("ceasefire", "proposed", None)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Stenmoe has ordered a truce. The truce will start on 18 June.", "planned"),
        ("Stenmoe announced a truce of three days. The truce will start on 18 June.", "planned"),
        ("Norland and Sudria agreed on a truce. The truce will start on 18 June.", "agreed"),
    ],
)
def test_a_truce_that_one_side_announces_is_agreed_by_nobody(text, expected):
    assert told(text) == [("ceasefire", expected, "2024-06-18")]


def test_a_truce_begins_on_the_day_of_the_hour_after_which_it_begins():
    text = "The truce of both sides will start just after midnight on 18 June."
    assert told(text) == [("ceasefire", "agreed", "2024-06-18")]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Talks between Norland and Sudria have begun in Castrel.", "ongoing"),
        ("Talks between Norland and Sudria have got under way in Castrel.", "ongoing"),
        ("Talks between Norland and Sudria have resumed in Castrel and will end on Friday.", "ongoing"),
        ("Talks between Norland and Sudria have resumed in Castrel and have not ended.", "ongoing"),
        ("Talks between Norland and Sudria have begun in Castrel and have ended without a text.", "held"),
        ("Talks between Norland and Sudria have begun in Castrel but ended after an hour.", "held"),
    ],
)
def test_what_has_begun_goes_on_until_it_is_told_to_have_ended(text, status):
    assert [(kind, told_as) for kind, told_as, _ in told(text)] == [("talks", status)]
