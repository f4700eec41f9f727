"""Constructions of agency reports: journeys to meet somebody, deals on something, what had been due."""

from __future__ import annotations

import pytest

from talks.checks.example import invented, read_example
from talks.codebook import load_codebook
from talks.events import find_mentions
from talks.reading import Reading
from talks.statements import find_statements, find_utterances

CODEBOOK = invented(load_codebook())


def spoken(text: str) -> Reading:
    """Return the reading of a text whose speakers are known, as pronouns mean them."""
    reading = read_example(CODEBOOK, text)
    find_statements(reading, find_utterances(reading))
    return reading


def told(text: str) -> list[tuple[str, str, str | None, str | None]]:
    """Return kind, status, day and place of what a text of Wednesday, 12 June 2024, tells."""
    mentions = find_mentions(spoken(text))
    return [(m.kind, m.status.value, m.when.date, m.place) for m in mentions]


def people(text: str) -> set[str]:
    return {name for m in find_mentions(spoken(text)) for name in m.people}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In a call on Tuesday, Ekre and Delgast discussed the truce.", {"Torvald Ekre", "Ramiro Delgast"}),
        ("Varga discussed the truce with Quent in a phone call.", {"Anselm Varga", "Marisela Quent"}),
        (
            "Corvane, Oberholt and Ekre held trilateral talks in Castrel.",
            {"Livia Corvane", "Claudine Oberholt", "Torvald Ekre"},
        ),
    ],
)
def test_those_who_discuss_something_in_a_call_or_stand_in_a_list_take_part(text, expected):
    assert people(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quent flew to Belmora on Monday to meet Stenmoe.", ("summit", "held", "2024-06-10", "Belmora")),
        (
            "Corvane will visit Harvik on Friday to meet Ekre.",
            ("meeting", "planned", "2024-06-14", "Harvik"),
        ),
        (
            "Corvane is due in Castrel on Friday for talks with Delgast.",
            ("talks", "planned", "2024-06-14", "Castrel"),
        ),
        (
            "Varga told reporters on Sunday that he would travel to Castrel on Friday to meet Quent.",
            ("summit", "planned", "2024-06-14", "Castrel"),
        ),
        (
            "The summit will bring together Stenmoe, Quent and Varga in Castrel on Friday.",
            ("summit", "planned", "2024-06-14", "Castrel"),
        ),
    ],
)
def test_a_journey_to_meet_somebody_is_the_encounter(text, expected):
    assert told(text) == [expected]


def test_those_who_attended_an_encounter_or_were_brought_together_take_part():
    attended = people("A meeting in Castrel on Monday, attended by Ekre and Delgast, lasted two hours.")
    united = people("Varga managed to bring together two foes, President Stenmoe and President Quent.")
    assert attended == {"Torvald Ekre", "Ramiro Delgast"}
    assert united == {"Anselm Varga", "Halvard Stenmoe", "Marisela Quent"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Officials from Norland and Sudria are meeting in Castrel.",
            ("talks", "ongoing", "2024-06-12", "Castrel"),
        ),
        ("A prisoner exchange is being prepared.", ("prisoner_swap", "planned", None, None)),
        (
            "As previously reported, on 11 June the sides held talks in Castrel.",
            ("talks", "held", "2024-06-11", "Castrel"),
        ),
        ("The talks have entered their third day.", ("talks", "ongoing", "2024-06-12", None)),
        (
            "It would be the first meeting of Stenmoe and Quent since the war began.",
            ("summit", "planned", None, None),
        ),
        (
            "The truce, which came into effect on Monday, was to last 30 days.",
            ("ceasefire", "ongoing", "2024-06-10", None),
        ),
        ("Both sides could stop fighting if a truce was agreed.", ("ceasefire", "proposed", None, None)),
        (
            "Stenmoe had been due to meet Quent in Castrel on Monday.",
            ("summit", "cancelled", "2024-06-10", "Castrel"),
        ),
        (
            "Helvaria shelved plans for a second meeting of Stenmoe and Quent.",
            ("summit", "cancelled", None, None),
        ),
    ],
)
def test_the_clause_tells_what_became_of_it(text, expected):
    assert told(text) == [expected]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("They reached an agreement on a meeting of their foreign ministers.", ["meeting"]),
        ("Norland and Sudria signed a ceasefire agreement on Monday.", ["ceasefire"]),
        ("Norland and Sudria reached a deal to hold talks in July.", ["talks"]),
        ("Norland and Sudria signed a peace agreement on Monday.", ["agreement"]),
        ("A truce is possible once both sides reach relevant agreements.", ["ceasefire"]),
    ],
)
def test_a_deal_told_with_its_matter_is_no_happening_beside_it(text, kinds):
    assert [row[0] for row in told(text)] == kinds


def test_the_day_on_which_an_agency_was_told_is_not_that_of_the_talks():
    text = "Ekre told the agency on Sunday that rumours are heard on talks between Stenmoe and Quent."
    assert all(day is None for _, _, day, _ in told(text))


def test_an_exchange_is_one_of_prisoners_only_where_an_article_tells_of_any():
    call = "Varga held a phone call with Quent on Monday. Varga described the exchange as frank."
    freed = "Norland freed 120 prisoners on Monday. Quent described the exchange as a gesture."
    assert [kind for kind, *_ in told(call)] == ["call"]
    assert [kind for kind, *_ in told(freed)] == ["prisoner_swap"]
