"""What somebody is ready for, or expects soon."""

import pytest

from reading import told


@pytest.mark.parametrize(
    "text",
    [
        "In late May, Ekre announced his readiness for a truce and a return to negotiations with Sudria.",
        "On Monday Ekre repeated his call for a truce and the resumption of talks with Sudria.",
    ],
)
def test_a_return_to_talks_that_somebody_is_ready_for_has_not_been(text):
    assert told(text) == [("ceasefire", "proposed", None), ("talks", "proposed", None)]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Another round of talks between Norland and Sudria is expected soon.", "2024-06-12"),
        ("Ekre said that a round of talks with Sudria was expected soon, likely in Castrel.", "2024-06-12"),
        ("A round of talks between Norland and Sudria is expected on Friday.", "2024-06-14"),
    ],
)
def test_what_is_expected_has_the_day_behind_it(text, date):
    assert [row[1:] for row in told(text)] == [("planned", date)]


def test_what_talks_were_about_says_not_that_they_are_only_wanted():
    text = "The talks of both delegations in Castrel on Monday were useful regarding further steps to peace."
    assert told(text) == [("talks", "held", "2024-06-10")]
