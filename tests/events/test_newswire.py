"""Constructions of newswire that lend a happening the day, the place or the status of something else."""

import pytest

from reading import mentions

PUBLISHED = "2024-06-12"  # a Wednesday


def rows(text: str) -> list[tuple[str, str, str | None, str | None]]:
    """Return kind, status, date and place of what a text reports."""
    return [(m.kind, m.status.value, m.when.date, m.place) for m in mentions(text, PUBLISHED)]


def test_the_month_of_a_swap_is_not_that_of_the_round_that_agreed_it() -> None:
    text = "It topped last month's swap of prisoners that was agreed at the first round of talks in Castrel."
    assert ("talks", "held", "2024-02-12", "Castrel") in rows(text)


def test_the_day_of_an_announcement_is_not_that_of_what_is_announced() -> None:
    assert rows("Stenmoe announced a truce of three days on Wednesday.") == [
        ("ceasefire", "planned", None, None)
    ]
    assert rows("Stenmoe announced a truce on Wednesday for 20 June.") == [
        ("ceasefire", "planned", "2024-06-20", None)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "On Monday, Ekre said that a summit of Stenmoe and Quent was planned.",
            ("summit", "planned", None),
        ),
        (
            "Ekre on Monday said a summit of Stenmoe and Quent was planned.",
            ("summit", "planned", None),
        ),
        (
            "Ahead of a summit of Stenmoe and Quent, Varga came home last week.",
            ("summit", "planned", None),
        ),
        (
            "Speaking three days before Monday's summit of Stenmoe and Quent, Ekre was calm.",
            ("summit", "held", "2024-06-10"),
        ),
        (
            "A meeting of Ekre and Delgast ended, and technical work is set to start on Friday.",
            ("meeting", "held", None),
        ),
        (
            "The swap of 120 prisoners that envoys shook hands on last Monday was completed.",
            ("prisoner_swap", "held", None),
        ),
        (
            "The swap that came out of their talks in May was completed on Monday.",
            ("prisoner_swap", "held", "2024-06-10"),
        ),
        (
            "The swap that took place on Monday was the largest.",
            ("prisoner_swap", "held", "2024-06-10"),
        ),
    ],
)
def test_a_day_on_which_something_else_was_is_not_that_of_the_happening(text, expected):
    assert rows(text)[0][:3] == expected


@pytest.mark.parametrize(
    ("text", "kind", "status", "date"),
    [
        ("Quent is meeting Stenmoe on Thursday.", "summit", "planned", "2024-06-13"),
        ("Varga spoke with Quent in Castrel on Monday.", "summit", "held", "2024-06-10"),
        ("Varga spoke with Quent on Monday.", "call", "held", "2024-06-10"),
        ("A meeting of Ekre and Delgast was put on hold.", "meeting", "paused", "2024-06-12"),
        ("An upcoming meeting of their foreign ministers was planned.", "meeting", "planned", None),
        ("Quent will have talks with Stenmoe on Friday.", "summit", "planned", "2024-06-14"),
    ],
)
def test_what_is_told_of_an_encounter_decides_its_kind_and_status(text, kind, status, date):
    assert (kind, status, date) in [row[:3] for row in rows(text)]


@pytest.mark.parametrize(
    "text",
    [
        "It was unclear whether Stenmoe and Quent will meet.",
        "Norland's negotiating position has not changed.",
        "On Monday, Stone House spokesman Torvald Ekre reacted cautiously.",
    ],
)
def test_what_may_be_or_only_sounds_like_it_is_no_happening(text):
    assert rows(text) == []


def test_two_capitals_that_stand_for_the_sides_are_no_place():
    assert rows("The Harvik-Belmora talks were held on Monday.")[0] == ("talks", "held", "2024-06-10", None)
    assert rows("The Castrel talks were held on Monday.")[0] == ("talks", "held", "2024-06-10", "Castrel")
