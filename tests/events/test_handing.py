"""Who hands a text over, and to whom, is told by the verb or by a participle behind it."""

import pytest

from reading import mentions

BOTH = {"Norland", "Sudria"}


@pytest.mark.parametrize(
    "text",
    [
        "A memorandum was handed over to Sudria by Norland on Monday.",
        "Norland handed Sudria a memorandum on Monday.",
        "Delgast showed a list of 40 names handed over by Norland.",
        "A list of 40 captives was submitted to Sudria by Norland on Monday.",
    ],
)
def test_a_text_is_of_those_who_give_and_take_it(text):
    assert [(m.kind, set(m.parties)) for m in mentions(text)] == [("document", BOTH)]


def test_a_newspaper_that_publishes_a_text_gives_it_to_nobody():
    text = "The list of 40 captives was published by the Polder Post on Monday."
    assert [m.parties for m in mentions(text)] == [()]


def test_a_list_of_children_that_is_handed_over_brings_nobody_home():
    text = "A list of 40 children was handed over by Sudria on Monday."
    assert [m.kind for m in mentions(text)] == ["document"]
