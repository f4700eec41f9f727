"""What is only said about a happening told just before, or compares it with earlier ones."""

from __future__ import annotations

import pytest

from reading import mentions

PUBLISHED = "2024-06-12"  # a Wednesday


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "Both sides will free 157 prisoners. “It is our first exchange in half a year,” Ekre said.",
            "agreed",
        ),
        ("Norland and Sudria agreed to swap 157 prisoners. It is the largest exchange since May.", "agreed"),
        ("Stenmoe and Quent are to meet on Friday. This is the first summit in five years.", "planned"),
        (
            "Norland and Sudria swapped 157 prisoners on Monday. It is the largest exchange in two years.",
            "held",
        ),
    ],
)
def test_what_is_to_come_is_not_held_because_it_is_called_something(text: str, status: str) -> None:
    assert [m.status.value for m in mentions(text, PUBLISHED)] == [status]


@pytest.mark.parametrize(
    "text",
    [
        "It was the largest exchange of prisoners in the last seven years.",
        "It was the first exchange of prisoners in the last two years, Ekre said.",
        "Ekre spoke of a potential exchange of prisoners, which has not occurred since October of last year.",
    ],
)
def test_a_time_that_something_is_compared_over_is_not_its_own(text: str) -> None:
    assert [m.when.known for m in mentions(text, PUBLISHED)] == [False]


@pytest.mark.parametrize(
    ("text", "round_", "place"),
    [
        ("A second round of Castrel talks between Norland and Sudria ended on Monday.", 2, "Castrel"),
        ("Norland and Sudria to swap prisoners after round of Harvik talks", None, "Harvik"),
        ("The first round of talks between Norland and Sudria since May ended on Monday.", None, None),
        ("The first round of talks between Norland and Sudria in Castrel ended on Monday.", 1, "Castrel"),
    ],
)
def test_a_round_is_where_its_talks_are_called_after(
    text: str, round_: int | None, place: str | None
) -> None:
    found = [m for m in mentions(text, PUBLISHED) if m.kind == "talks"]
    assert [(m.round, m.place) for m in found] == [(round_, place)]
    assert all("Helvaria" not in m.parties for m in found)
