"""Who takes part in a happening, and who and what stands beside it."""

import pytest

from reading import mentions


def only(text: str):
    found = mentions(text, "2024-06-12")
    assert len(found) == 1, [(m.kind, m.status.value) for m in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Oberholt will travel to Harvik next week for talks with Stenmoe.", {"Norland", "Helvaria"}),
        (
            "Quent said her officials concluded a meeting with Helvarian envoys on Monday.",
            {"Sudria", "Helvaria"},
        ),
        ("Corvane met her Helvarian counterpart on Monday.", {"Sudria", "Helvaria"}),
        ("Ekre held several days of consultations with Helvarian mediators.", {"Norland", "Helvaria"}),
        (
            "Helvaria-led negotiations between Norland and Sudria began in Castrel.",
            {"Helvaria", "Norland", "Sudria"},
        ),
        ("Varga invited Norland and Sudria to hold talks.", {"Norland", "Sudria"}),
        ("Stenmoe and Quent's meeting in Castrel on Monday lasted an hour.", {"Norland", "Sudria"}),
        ("Ekre praised Varga's and Quent's meeting in Castrel on Monday.", {"Helvaria", "Sudria"}),
        ("Varga, who visited Quent in Belmora on Monday, praised her.", {"Helvaria", "Sudria"}),
    ],
)
def test_who_takes_part(text, parties):
    assert parties in [set(m.parties) for m in mentions(text, "2024-06-12")]


def test_who_did_something_a_day_before_an_encounter_takes_no_part_in_it():
    text = "Norland and Sudria exchanged 84 prisoners each on Thursday, the day before the summit."
    assert [(m.kind, m.parties) for m in mentions(text)] == [("prisoner_swap", ("Norland", "Sudria"))]


def test_who_met_days_before_is_told_whole():
    [found] = mentions("Varga spoke of it six days after Stenmoe and Quent talked by phone.")
    assert found.people == ("Halvard Stenmoe", "Marisela Quent")


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "Norland and Sudria were silent. There had been two meetings in Caldor, on 3 and 7 March.",
            "Norland Sudria",
        ),
        (
            "Norland and Sudria will hold talks on Friday on the border between Helvaria and Caldor.",
            "Norland Sudria",
        ),
    ],
)
def test_a_country_that_is_only_the_place_takes_no_part(text, parties):
    assert {" ".join(m.parties) for m in mentions(text, "2024-06-12")} == {parties}


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Norland would pass the Sudrians the draft of a document on peace.", "Norland Sudria"),
        ("Norland handed Sudria a list of 86 prisoners.", "Norland Sudria"),
        ("Ekre delivered a memorandum to Sudria on Monday.", "Norland Sudria"),
        ("The Sudrians submitted a paper of three pages.", "Sudria"),
        ("Norland is working on a memorandum.", "Norland"),
    ],
)
def test_who_hands_over_a_document_and_who_receives_it(text, parties):
    assert " ".join(only(text).parties) == parties


def test_what_was_agreed_at_talks_is_not_done_where_they_were_held():
    text = "At their second meeting, in Castrel on 4 June, Norland and Sudria agreed to swap 120 prisoners."
    assert {m.kind: m.place for m in mentions(text, "2024-06-12")} == {
        "talks": "Castrel",
        "prisoner_swap": None,
    }


def test_several_rounds_since_a_month_are_dated_until_that_of_the_report():
    text = "Norland and Sudria have held three rounds of talks in Castrel since March."
    assert only(text).when.edtf == "2024-03/2024-06"


def test_talks_after_separate_talks_are_not_taken_for_those_of_the_sides_with_each_other():
    text = "Norland and Sudria were silent. Separate talks began in Castrel. The talks on Monday were useful."
    assert {m.parties for m in mentions(text, "2024-06-12")} == {()}


def test_the_place_of_a_summit_is_no_party_of_it():
    text = "The Harvik summit was cancelled, Varga said. Quent and Varga will not meet."
    assert [m.parties for m in mentions(text, "2024-06-12")] == [("Sudria", "Helvaria")]


@pytest.mark.parametrize(
    "text",
    [
        "Corvane met in Caldor with the country's foreign minister on Monday.",
        "On Monday Corvane flew to Caldor and met the country's defence minister.",
    ],
)
def test_the_countrys_minister_is_one_of_the_country_named_before(text):
    assert {"Sudria", "Caldor"} in [set(m.parties) for m in mentions(text)]
