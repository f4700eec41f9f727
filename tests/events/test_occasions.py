"""Who is offered a meeting takes part in it, and what is said during a visit is said on its day."""

from __future__ import annotations

import pytest

from reading import told


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Marisela Quent has offered Halvard Stenmoe a meeting.", [("summit", "proposed", None)]),
        (
            "Livia Corvane said on Monday during a visit to Sankt Orlen that the list was ready.",
            [("meeting", "held", "2024-06-10")],
        ),
        (
            "Pierin Catz, who has been waiting ever since, met Livia Corvane in Belmora on Monday.",
            [("meeting", "held", "2024-06-10")],
        ),
        (
            "Varga has invited the delegations of Norland and Sudria to Castrel for talks on Thursday.",
            [("talks", "proposed", "2024-06-13")],
        ),
        (
            "After a meeting in Castrel on Monday, Livia Corvane and Claudine Oberholt said it was over.",
            [("meeting", "held", "2024-06-10")],
        ),
        ("Stenmoe ruled out meeting Quent.", [("summit", "rejected", None)]),
        (
            "A truce between Norland and Sudria halted five days of shelling on Monday.",
            [("ceasefire", "held", "2024-06-10")],
        ),
        ("Talks between Norland and Sudria in May failed to bring peace.", [("talks", "held", "2024-05")]),
        ("A call between Quent and Varga offered a chance to speak of it.", [("call", "held", None)]),
        ("Stenmoe and Quent talk. After that there would be a third round.", [("talks", "proposed", None)]),
    ],
)
def test_an_encounter_has_those_and_the_day_told_around_it(text, rows):
    assert told(text) == rows


def test_the_day_of_saying_is_not_that_of_a_visit_spoken_of():
    rows = told("Livia Corvane said on Monday that a visit to Sankt Orlen was useful.")
    assert not any(date == "2024-06-10" for _, _, date in rows)
