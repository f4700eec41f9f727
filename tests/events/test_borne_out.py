"""Nothing is told as held, dated or counted that the words do not bear out."""

import pytest

from reading import mentions, told

PUBLISHED = "2024-06-12"  # a Wednesday


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Norland and Sudria exchanged lists of prisoners for a swap on Tuesday.",
            ("prisoner_swap", "held", "2024-06-11"),
        ),
        (
            "Ekre worked to ensure that a summit between Stenmoe and Quent takes place.",
            ("summit", "held", None),
        ),
        (
            "Torvald Ekre remains hopeful of receiving an answer; despite receiving none, Ekre remains calm.",
            ("repatriation", "held", None),
        ),
        (
            "The exchange of prisoners between Norland and Sudria was thrown into doubt on Tuesday.",
            ("prisoner_swap", "held", "2024-06-11"),
        ),
        (
            "Torvald Ekre confirmed it on Tuesday, adding that talks of Norland and Sudria were going well.",
            ("talks", "held", "2024-06-11"),
        ),
        (
            "An exchange of prisoners of Norland and Sudria — the only result of their talks — was"
            " thrown into doubt on Tuesday.",
            ("talks", "held", "2024-06-11"),
        ),
        ("Corvane due in Castrel for talks with Oberholt", ("talks", "held", None)),
        (
            "Helvaria would send troops to Norland and Sudria after a truce.",
            ("ceasefire", "agreed", None),
        ),
        ("The envoy Delgast said so when contacted by telephone on Monday.", ("call", "held", "2024-06-10")),
    ],
)
def test_what_is_not_told_as_done_is_not_held(text, expected):
    assert expected not in told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norland and Sudria signed a ceasefire.", ("ceasefire", "agreed", None)),
        (
            "Negotiators of Norland and Sudria were trying to end the war after long talks in Castrel.",
            ("talks", "held", None),
        ),
        (
            "Talks of Norland and Sudria went on all night. A source at the talks said a deal was close.",
            ("talks", "held", None),
        ),
        (
            "Talks of Norland and Sudria, originally scheduled for Thursday, will be held on Saturday.",
            ("talks", "planned", "2024-06-15"),
        ),
        (
            "Talks in Castrel on Friday\n\nNorland and Sudria will hold talks on Friday, 14 June.",
            ("talks", "planned", "2024-06-14"),
        ),
    ],
)
def test_states_and_days_are_those_told(text, expected):
    assert expected in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Stenmoe arrived in Castrel on Tuesday for a summit of the alliance.",
        "Stenmoe will travel to Castrel next week to attend the NATO summit.",
    ],
)
def test_the_way_to_the_summit_of_an_alliance_is_none(text):
    assert told(text) == []


def test_hours_behind_schedule_are_no_terms_of_a_truce():
    text = "Norland and Sudria agreed to a truce. The ceremony began three hours behind schedule."
    assert [m.counts for m in mentions(text, PUBLISHED)] == [()]


def test_who_confirms_a_thing_takes_no_part_in_it():
    text = (
        "Norland and Sudria agreed to free 45 prisoners, with officials from Helvaria confirming the number."
    )
    (swap,) = mentions(text, PUBLISHED)
    assert set(swap.parties) == {"Norland", "Sudria"}


def test_those_killed_before_a_truce_are_none_of_its_figures_and_helpers_none_of_its_sides():
    text = (
        "Norland and Sudria are at war. Varga brokered a truce with the help of delegations from Caldor"
        " and Helvaria after five days of fighting killed 43 people."
    )
    (truce,) = mentions(text, PUBLISHED)
    assert truce.counts == ()
    assert "Caldor" not in truce.parties


def test_what_was_said_to_be_done_in_another_month_has_no_day_of_the_talks_told_before():
    text = (
        "Norland and Sudria held talks in Castrel on Tuesday."
        " Ekre said in March that they had finalised a draft treaty."
    )
    assert [m.when.date for m in mentions(text, PUBLISHED) if m.kind == "document"] in ([None], ["2024-03"])
