"""What sides say as a whole: together, of each other, or only do."""

import pytest

from reading import said, statements


@pytest.mark.parametrize(
    "text",
    [
        "Norland pledged to send back the bodies.",
        "Harvik hopes to free the prisoners.",
        "Norlandic officers vowed to wait.",
        "Norland and Sudria were accusing each other of delay.",
        "The Norlandic and Sudrian governments confirmed that the list was ready.",
        "Norlandic and Sudrian officials said that the list was ready.",
        "Governments in Harvik and Belmora confirmed that the list was ready.",
        "Norland and Sudria said that the list was ready.",
    ],
)
def test_what_sides_do_or_say_without_being_told_apart_is_no_statement(text):
    assert said(text) == []


LIST = "that the list was ready"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Stenmoe pledged to send back the bodies.", ("Halvard Stenmoe", "to send back the bodies")),
        ("The Stone House hopes to free them in June.", ("Stone House", "to free them in June")),
        ("Norland promised that it would send the list.", ("Norland", "that it would send the list")),
        ("Ekre said that Stenmoe had promised him to wait.", ("Halvard Stenmoe", "to wait")),
        (f"The Norlandic government said {LIST}.", ("Norland", LIST)),
        ("Norland and Sudria called in an open letter for a truce.", ("Joint statement", "for a truce")),
    ],
)
def test_one_who_is_told_apart_makes_a_statement(text, expected):
    assert expected in said(text)


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Ekre said Norland demanded an answer.", "demands"),
        ("Ekre said that Norland insists on a truce.", "demands"),
        ("Ekre said that Norland had confirmed its readiness for a round.", "supports"),
        ("The Stone House said that Norland welcomed the offer.", "supports"),
        ("Norland said yes in May, Ekre said.", "reports"),
    ],
)
def test_what_a_side_says_is_said_by_who_speaks_for_it(text, stance):
    (told,) = statements(text)
    assert told.speaker in ("Torvald Ekre", "Stone House")
    assert told.stance == stance


@pytest.mark.parametrize(
    "text",
    [
        "Ekre said Sudria demanded an answer.",
        "Ekre said Stenmoe had told him that it was over.",
        "Ekre said it was over. Norland demanded an answer in a note.",
    ],
)
def test_what_another_or_a_person_of_that_side_says_stands_apart(text):
    assert len({one.speaker for one in statements(text)}) == len(("who tells", "who is told of"))
