"""Whom "they", "the two men" and "the pair" mean, who met or spoke."""

import pytest

from reading import mentions


def met(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(m.kind, tuple(sorted(m.people))) for m in mentions(text, "2024-06-12")]


@pytest.mark.parametrize(
    ("text", "kind", "people"),
    [
        ("Quent thanked Varga. They met on Tuesday.", "summit", ("Anselm Varga", "Marisela Quent")),
        ("Quent thanked Varga. The pair met on Tuesday.", "summit", ("Anselm Varga", "Marisela Quent")),
        ("Ekre praised Delgast. The two met on Tuesday.", "meeting", ("Ramiro Delgast", "Torvald Ekre")),
        ("Ekre praised Delgast, whom he saw before the two men met on Tuesday.", "meeting",
         ("Ramiro Delgast", "Torvald Ekre")),
        ("Quent thanked Varga. They spoke by phone on Tuesday.", "call", ("Anselm Varga", "Marisela Quent")),
    ],
)  # fmt: skip
def test_two_of_whom_was_told_just_before_are_meant(text, kind, people):
    assert met(text) == [(kind, people)]


@pytest.mark.parametrize(
    ("text", "kind", "people"),
    [
        ("Varga said so in Castrel, where President Stenmoe received him for dinner.", "summit",
         ("Anselm Varga", "Halvard Stenmoe")),
        ("Quent came to Harvik, and Stenmoe received her on Monday.", "summit",
         ("Halvard Stenmoe", "Marisela Quent")),
        ("Ekre was in Belmora, where Oberholt received him in the evening.", "meeting",
         ("Claudine Oberholt", "Torvald Ekre")),
    ],
)  # fmt: skip
def test_who_is_received_was_told_before_the_host(text, kind, people):
    assert met(text) == [(kind, people)]


@pytest.mark.parametrize(
    "text",
    [
        "Stenmoe received him on Monday.",
        "Quent was in Harvik. Stenmoe did not receive her.",
        "Corvane spoke of the list, and Oberholt welcomed her words.",
        "Varga came to Harvik on Tuesday of last week, and the crowds welcomed him.",
    ],
)
def test_nobody_receives_whom_nobody_knows_and_crowds_hold_no_meeting(text):
    assert not [people for _, people in met(text) if len(people) > 1]


def test_officials_of_two_sides_are_meant_by_their_posts():
    text = "The foreign ministers of Norland and Sudria are enemies. They met briefly on Tuesday."
    assert [m.kind for m in mentions(text, "2024-06-12")] == ["meeting"]


@pytest.mark.parametrize(
    "text",
    [
        "Quent thanked Varga and Stenmoe. They met in Castrel on Tuesday.",
        "Varga arrived on Monday. They met in Castrel on Tuesday.",
        "Quent thanked Varga. Their two ministers met in Castrel on Tuesday.",
    ],
)
def test_nobody_is_guessed_where_another_may_be_meant(text):
    assert all(len(people) < 2 for _, people in met(text))


def test_all_in_apposition_take_part():
    text = "On Tuesday the foreign ministers, Gunnvor Ask and Livia Corvane, talked for the first time."
    assert met(text) == [("call", ("Gunnvor Ask", "Livia Corvane"))]


def test_leaders_of_three_countries_make_a_summit():
    text = "The leaders of Norland, Sudria and Helvaria will meet on Friday."
    assert [m.kind for m in mentions(text, "2024-06-12")] == ["summit"]


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("The talks resulted in a truce of five days.", "ceasefire", "held"),
        ("The talks ended with a joint statement.", "document", "held"),
        ("Ekre hoped that the talks would lead to a deal.", "agreement", None),
        ("The sides agreed to set up a joint commission.", "agreement", "held"),
    ],
)
def test_what_talks_ended_with_came_of_them(text, kind, status):
    found = {m.kind: m.status.value for m in mentions(text, "2024-06-12")}
    assert found.get(kind) == status


def test_what_would_be_the_first_time_is_to_come():
    text = "Stenmoe and Quent are to meet in July. It would be the first time that the two met."
    assert {m.status.value for m in mentions(text, "2024-06-12")} == {"planned"}


@pytest.mark.parametrize(
    ("since", "edtf"),
    [("March", "2024-03/2024-06"), ("12 March", "2024-03-12/2024-06-12"), ("the spring", "2024-03/2024-06")],
)
def test_several_rounds_are_no_finer_dated_than_told(since, edtf):
    (found,) = mentions(
        f"The pause follows three rounds of talks held in Castrel since {since}.", "2024-06-12"
    )
    assert (found.kind, found.when.edtf) == ("talks", edtf)
