"""Who goes somewhere for talks, and where they are held."""

import pytest

from reading import mentions


@pytest.mark.parametrize(
    ("text", "status", "place", "parties"),
    [
        ("Corvane visited Castrel for talks with Ekre.", "held", "Castrel", {"Norland", "Sudria"}),
        ("Corvane will visit Castrel for talks with Ekre.", "planned", "Castrel", {"Norland", "Sudria"}),
        ("Corvane is in Castrel for talks with Ekre.", "ongoing", "Castrel", {"Norland", "Sudria"}),
        ("Corvane will be in Castrel for talks with Ekre.", "planned", "Castrel", {"Norland", "Sudria"}),
        (
            "Talks of Ekre and Delgast were held at the Caldorian embassy in Castrel.",
            "held",
            "Castrel",
            {"Norland", "Sudria"},
        ),
        ("Ekre and Delgast held talks on a lasting peace in Dravo.", "held", None, {"Norland", "Sudria"}),
        ("Ekre and Delgast held talks on calm, including in Dravo.", "held", None, {"Norland", "Sudria"}),
        ("Talks led by Ekre and Delgast took place.", "held", None, {"Norland", "Sudria"}),
    ],
)
def test_who_goes_somewhere_for_talks_takes_part_there(text, status, place, parties):
    (found,) = mentions(text)
    assert (found.status.value, found.place, set(found.parties)) == (status, place, parties)


def test_where_others_are_brought_before_talks_is_not_where_these_are():
    found = mentions(
        "Varga wants the prisoners to be transferred to Dravo before talks of Norland and Sudria."
    )
    assert [m.place for m in found if m.kind == "talks"] == [None]


def test_what_a_bloc_hosts_is_in_no_country():
    found = mentions("The European Union hosted talks of Norland and Sudria.")
    assert [m.place for m in found if m.kind == "talks"] == [None]


@pytest.mark.parametrize("verb", ["emerged with a deal", "left Castrel", "told reporters that it was over"])
def test_two_who_come_from_a_meeting_met(verb):
    found = mentions(f"After a meeting on Monday, Stenmoe and Quent {verb}.")
    assert [(m.kind, m.status.value) for m in found if m.kind == "summit"] == [("summit", "held")]
