"""Words of a happening that tell of something else: of a match, or of a call to the press."""

from __future__ import annotations

import pytest

from reading import mentions

PUBLISHED = "2024-06-12"  # a Wednesday


@pytest.mark.parametrize(
    "text",
    [
        "The footballers of Norland and Sudria met on Saturday, with a Helvarian referee.",
        "The second half of the match between Norland and Sudria brought a truce, and then a penalty.",
        "Ekre told the agencies by telephone that Norland and Sudria disagree.",
    ],
)
def test_what_is_of_something_else_is_no_happening(text):
    assert mentions(text, PUBLISHED) == []


def test_one_word_of_sport_is_a_figure_of_speech():
    text = "The delegations of Norland and Sudria met on Tuesday, a goal kick from the bridge."
    assert [m.kind for m in mentions(text, PUBLISHED)] == ["talks"]


def test_who_speak_where_both_are_do_not_telephone():
    text = "On the sidelines of a forum, Corvane and Ekre spoke for an hour on Monday."
    assert [m.kind for m in mentions(text, PUBLISHED)] == ["meeting"]
