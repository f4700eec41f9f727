"""Where and when a happening is, by the clause that tells of it and by the words around that."""

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
        ("It came after talks in Castrel, Helvaria, where officials of both sides convened.", "Castrel"),
    ],
)
def test_a_happening_is_where_it_is_told_to_be(text: str, place: str) -> None:
    assert [m.place for m in mentions(text, PUBLISHED)] == [place]


@pytest.mark.parametrize(
    "text",
    [
        "Quent praised Castrel as a town and called for talks between Norland and Sudria.",
        "Envoys of Norland and Sudria met in a hall on the Ambra Strait on Monday.",
        "The talks between Norland and Sudria ended on Monday when a plane crashed in Harvik.",
    ],
)
def test_a_place_of_something_else_is_not_taken(text: str) -> None:
    assert [m.place for m in mentions(text, PUBLISHED)] == [None]


@pytest.mark.parametrize(
    ("text", "kind", "date"),
    [
        ("The last was in May, when 90 prisoners came home.", "prisoner_swap", "2024-05"),
        (
            "It was the first since early May, when 90 prisoners of each side were freed.",
            "prisoner_swap",
            "2024-05",
        ),
        ("A call of Stenmoe and Quent was scheduled for 10 a.m., Ekre said.", "call", "2024-06-12"),
        ("Harvik confirmed it was sending a team to talks in Castrel on Monday.", "talks", "2024-06-17"),
    ],
)
def test_the_words_around_a_clause_tell_its_day(text: str, kind: str, date: str) -> None:
    assert [m.when.date for m in mentions(text, PUBLISHED) if m.kind == kind] == [date]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Norland and Sudria are set to begin talks immediately.", "2024-06-12"),
        ("Norland and Sudria will begin immediate talks.", "2024-06-12"),
        ("Norland and Sudria would begin talks “immediately”, she had said.", None),
    ],
)
def test_what_is_to_be_at_once_is_about_the_day_of_the_article(text: str, date: str | None) -> None:
    assert [m.when.date for m in mentions(text, PUBLISHED) if m.kind == "talks"] == [date]


def test_an_hour_of_what_was_is_no_day() -> None:
    assert [m.when.date for m in mentions("Stenmoe and Quent spoke by phone at noon.", PUBLISHED)] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "On Monday in Castrel Ekre met reporters after the talks between Norland and Sudria.",
        "Ekre visited Harvik last week despite the talks between Norland and Sudria.",
    ],
)
def test_what_stands_beside_a_clause_has_not_its_day_and_place(text: str) -> None:
    assert {(m.when.date, m.place) for m in mentions(text, PUBLISHED) if m.kind == "talks"} <= {(None, None)}


def test_what_stands_beside_a_clause_has_the_day_and_place_that_hang_on_it() -> None:
    text = "Ekre was tired after the talks between Norland and Sudria in Castrel on Monday."
    told = [(m.when.date, m.place) for m in mentions(text, PUBLISHED) if m.kind == "talks"]
    assert told == [("2024-06-10", "Castrel")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Norland and Sudria are to meet in Castrel on Friday for what Ekre called the first meeting"
            " of the delegations.",
            ("planned", "2024-06-14"),
        ),
        (
            "Norland and Sudria will hold what Ekre described as the first direct talks on Friday.",
            ("planned", "2024-06-14"),
        ),
        ("Norland and Sudria wanted to hold what Ekre called direct talks in Castrel.", ("proposed", None)),
        (
            "Norland and Sudria held what Ekre described as direct talks on Monday.",
            ("held", "2024-06-10"),
        ),
    ],
)
def test_what_somebody_calls_so_is_as_far_as_the_clause_around_it_tells(text: str, told: object) -> None:
    assert {(m.status.value, m.when.edtf) for m in mentions(text, PUBLISHED)} == {told}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norland and Sudria did not hold what Ekre called direct talks.", None),
        ("Norland refused what Ekre called direct talks with Sudria.", "rejected"),
        ("Norland cancelled what Ekre called direct talks with Sudria.", "cancelled"),
        ("Norland and Sudria are holding what Ekre called direct talks.", "ongoing"),
        ("Ekre left Castrel after what he called direct talks with Sudria.", "held"),
    ],
)
def test_what_is_undone_is_undone_whatever_somebody_calls_it(text: str, status: str | None) -> None:
    assert {m.status.value for m in mentions(text, PUBLISHED)} == ({status} if status else set())
