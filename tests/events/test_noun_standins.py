"""A word that stands for a noun told before tells of another happening of its kind."""

from __future__ import annotations

import pytest

from reading import mentions, states, told


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        (
            "Stenmoe and Quent met in Castrel on 3 May. The next one could take place in Harvik in July.",
            ("summit", "proposed"),
        ),
        (
            "Norland and Sudria exchanged 40 prisoners on 3 May. A third is suspended.",
            ("prisoner_swap", "paused"),
        ),
        (
            "Oberholt met Corvane in Castrel on 3 May. They parted without a truce and without a date"
            " for another one.",
            ("meeting", "unscheduled"),
        ),
        (
            "Both sides have written memorandums. The Sudrian one was published by an agency on Monday.",
            ("document", "held"),
        ),
        (
            "Oberholt met Corvane in Castrel on 3 May. They have no date for another conversation.",
            ("meeting", "unscheduled"),
        ),
        (
            "Oberholt met Corvane in Castrel on 3 May. The previous meeting was held in Harvik in March.",
            ("meeting", "held"),
        ),
        (
            "Stenmoe and Quent may meet in July. The last one took place in Castrel in May 2023.",
            ("summit", "held"),
        ),
        ("Stenmoe and Quent met on Monday. The last was held in Belmora in 2023.", ("summit", "held")),
        ("Varga and Quent met in Castrel on 3 May, and another in Harvik on 5 May.", ("summit", "held")),
    ],
)
def test_what_stands_for_a_noun_is_of_its_kind(text, standing):
    assert standing in states(text)


@pytest.mark.parametrize(
    "text",
    [
        "Norland and Sudria exchanged 40 prisoners on 3 May. One of them was wounded.",
        "Norland and Sudria exchanged 40 prisoners on 3 May. It took more than one.",
        "Norland and Sudria exchanged 40 prisoners on 3 May. The good one is the last.",
        "Norland and Sudria exchanged 40 prisoners on 3 May. The last of them came home at night.",
        "Norland and Sudria exchanged 40 prisoners on 3 May. The last to come home was Ekre.",
        "Norland and Sudria exchanged 40 prisoners on 3 May. The last were home at midnight.",
        "Norland and Sudria exchanged 40 prisoners on 3 May.\n\nHarvik is rebuilt.\n\nA new one is planned.",
    ],
)
def test_what_stands_for_nothing_told_just_before_is_none(text):
    assert [kind for kind, _ in states(text)] == ["prisoner_swap"]


def test_what_is_told_of_others_does_not_take_the_parties_of_the_one_before():
    text = (
        "Quent met Varga in Castrel on 3 May. Ekre spoke of a trilateral meeting involving Norland in June."
    )
    found = mentions(text)
    assert ("Sudria", "Helvaria") not in [mention.parties for mention in found if mention.status != "held"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The second will open on Friday in Tresk.", ("talks", "planned", "2024-06-14")),
        ("The second was held on Friday in Tresk.", ("talks", "held", "2024-06-07")),
        ("The second is suspended.", ("talks", "paused", None)),
    ],
)
def test_a_number_alone_is_told_by_its_verb(text, expected):
    found = told(f"Norland and Sudria planned two rounds of talks. {text}")
    assert expected[:2] in {row[:2] for row in found}
    assert expected[2] is None or expected in found


@pytest.mark.parametrize(
    "text",
    [
        "The first started operating on 13 February in Helvaria.",
        "The first began to turn out drones on 13 February in Helvaria.",
        "The first led to an exchange of 40 prisoners on 13 February in Tresk.",
    ],
)
def test_the_first_that_does_what_no_talks_do_is_of_something_else(text):
    found = mentions(f"Norland and Sudria held talks. Factories for drones are planned abroad. {text}")
    assert [m.when.edtf for m in found if m.kind == "talks"] == [None]


def test_news_from_somewhere_stands_for_nothing():
    text = (
        "Norland will not hear of a summit of Stenmoe and Quent. "
        "There are reasons enough, and the latest from Harvik is that the questions must be worked out."
    )
    assert [m.status.value for m in mentions(text)] == ["rejected"]
