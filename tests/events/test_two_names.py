"""One happening told under two names, or in two states, is told once."""

import pytest

from reading import mentions, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Oberholt met Corvane in Castrel on Tuesday."
            " Oberholt and Corvane held talks in Castrel on Tuesday. The talks were hard.",
            [("talks", "held", "2024-06-11")],
        ),
        (
            "Stenmoe received Quent in Harvik on Tuesday. Nothing was decided during a meeting with Quent.",
            [("summit", "held", "2024-06-11")],
        ),
        (
            "During a phone call on Monday, Stenmoe and Quent spoke of the list and held talks on prisoners.",
            [("call", "held", "2024-06-10")],
        ),
        (
            "Norland and Sudria agreed to a local truce. The local truce is in effect around the bridge.",
            [("ceasefire", "ongoing", "2024-06-12")],
        ),
        (
            "A Caldor-brokered truce is in effect. Norland and Sudria agreed to a truce.",
            [("ceasefire", "ongoing", "2024-06-12")],
        ),
        (
            "Helvaria proposed a truce of 30 days. Norland wants to talk for as long as the truce lasts.",
            [("ceasefire", "proposed", None)],
        ),
    ],
)
def test_two_words_for_one_happening_are_one_record(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Stenmoe received Quent in Harvik on Tuesday. Corvane met Oberholt in Castrel on Tuesday.",
        "Stenmoe and Quent met in Harvik on Tuesday. Stenmoe telephoned Quent on Monday.",
    ],
)
def test_two_encounters_stay_two(text):
    assert len(told(text)) == 2


def test_what_was_held_is_shown_by_words_that_say_so():
    text = (
        "Norland and Sudria swapped 120 prisoners each on Monday. The exchange of 120 prisoners each had been"
        " agreed at the second round of talks in Castrel on 12 March."
    )
    (swap,) = (m for m in mentions(text, "2024-03-28") if m.kind == "prisoner_swap")
    assert (swap.status.value, swap.evidence[0].quote[:26]) == ("held", "Norland and Sudria swapped")


def test_those_who_spoke_at_a_meeting_that_is_told_met():
    text = (
        "Gunnvor Ask and Livia Corvane met in Castrel on Monday.\n\n"
        "According to a readout of the meeting, Gunnvor Ask also spoke with Livia Corvane about the truce."
    )
    assert [m.kind for m in mentions(text, "2024-06-12") if m.kind != "ceasefire"] == ["meeting"]
