"""Bare talks that only tell how an exchange came about, or of what others speak, are none of their own."""

import pytest

from reading import mentions


@pytest.mark.parametrize(
    "text",
    [
        "Following negotiations, 115 captives were returned from Sudria to Norland.",
        "As a result of the negotiation process, 115 Norlandic soldiers were returned on Monday.",
        "On Monday, after difficult negotiations, Norland and Sudria exchanged 115 prisoners.",
    ],
)
def test_negotiations_by_which_an_exchange_came_about_are_no_talks(text):
    assert [m.kind for m in mentions(text)] == ["prisoner_swap"]


@pytest.mark.parametrize(
    "text",
    [
        "Following talks in Tresk, Norland and Sudria exchanged 115 prisoners.",
        "After the fifth round of talks, Norland and Sudria exchanged 115 prisoners.",
        "Talks were held on Monday, and 115 prisoners were exchanged.",
    ],
)
def test_talks_of_which_more_is_told_stand_beside_an_exchange(text):
    assert {m.kind for m in mentions(text)} == {"talks", "prisoner_swap"}


@pytest.mark.parametrize(
    "text",
    [
        "Oberholt and Corvane will meet in Harvik on Friday to take stock of the negotiations.",
        "Oberholt and Corvane are to meet in Harvik on Friday to review the talks.",
    ],
)
def test_talks_of_which_others_speak_are_no_talks(text):
    assert [m.kind for m in mentions(text)] == ["meeting"]


def test_a_round_that_others_prepare_is_one():
    text = "Oberholt and Corvane will meet in Harvik on Friday to prepare the fifth round of talks."
    assert {m.kind for m in mentions(text)} == {"meeting", "talks"}
