"""Where a happening is, by who hosts it, what is called its venue, and the clause that names the place."""

from __future__ import annotations

import pytest

from reading import mentions

PUBLISHED = "2024-06-12"  # a Wednesday


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Norland and Sudria will attend a peace summit hosted by Helvaria.", "Helvaria"),
        ("Talks between Norland and Sudria were hosted by Caldor on Monday.", "Caldor"),
        ("Varga proposed Castrel as the venue for talks between Norland and Sudria.", "Castrel"),
        ("Helvaria offered to be a venue for talks between Norland and Sudria.", "Helvaria"),
        ("Envoys of Norland and Sudria met in Continental Relief's Castrel on Monday.", "Castrel"),
        ("Sudria asked for a truce along the Vessel River.", "Vessel River"),
    ],
)
def test_a_happening_is_where_it_is_told_to_be(text: str, place: str) -> None:
    assert [m.place for m in mentions(text, PUBLISHED)] == [place]


@pytest.mark.parametrize(
    "text",
    [
        "Quent praised Castrel as a town and called for talks between Norland and Sudria.",
        "The talks between Norland and Sudria ended on Monday when a plane crashed in Harvik.",
    ],
)
def test_a_place_of_something_else_is_not_taken(text: str) -> None:
    assert [m.place for m in mentions(text, PUBLISHED)] == [None]
