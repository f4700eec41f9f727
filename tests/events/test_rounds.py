"""Rounds are numbered in words or in digits."""

import pytest

from reading import mentions


@pytest.mark.parametrize(
    ("text", "rounds"),
    [
        ("The 2nd round of talks took place in Tresk on Monday.", [2]),
        ("Norland and Sudria hold 5th round of talks in Tresk", [5]),
        ("The 11th round was held in Tresk on 3rd June.", [11]),
        ("The 6th and 7th rounds of talks took place in Tresk.", [6, 7]),
        ("A sixth round of talks took place in Tresk.", [6]),
        ("The round of talks in Tresk ended on June 3rd.", [None]),
    ],
)
def test_a_round_has_the_number_that_stands_before_it(text, rounds):
    assert [m.round for m in mentions(text) if m.kind == "talks"] == rounds
