"""Numbers said in words and figures, with their bounds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talks.numbers import find_numbers, load_number_words
from talks.text import tokenise


def numbers(text: str) -> list[tuple[int, str]]:
    return [(n.value, n.bound.value) for n in find_numbers(tokenise(text), load_number_words())]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("6,000 bodies", [(6000, "exact")]),
        ("twelve prisoners", [(12, "exact")]),
        ("one hundred and twenty captives", [(120, "exact")]),
        ("two hundred and four", [(204, "exact")]),
        ("a thousand men", [(1000, "exact")]),
        ("twenty-five", [(25, "exact")]),
        ("about 300 people", [(300, "about")]),
        ("at least 40", [(40, "at_least")]),
        ("more than 1,200", [(1200, "at_least")]),
        ("up to 90 days", [(90, "at_most")]),
        ("1,000 for 1,000", [(1000, "exact"), (1000, "exact")]),
        ("hand over 72 bodies", [(72, "exact")]),
        ("seventy and eighty", [(70, "exact"), (80, "exact")]),
    ],
)
def test_numbers(text, found):
    assert numbers(text) == found


@given(st.integers(min_value=1, max_value=9_999_999))
def test_a_figure_is_read_with_and_without_commas(number):
    assert numbers(f"{number} men") == numbers(f"{number:,} men") == [(number, "exact")]
