"""Which sentences of an article tell of one happening, and which of two."""

import pytest

from reading import mentions, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Norland and Sudria released 120 prisoners on Tuesday. Varga announced a swap of 120 prisoners.",
            [("prisoner_swap", "held", "2024-06-11")],
        ),
        (
            "Norland and Sudria agreed to an exchange of prisoners. The exchange is under way.",
            [("prisoner_swap", "ongoing", "2024-06-12")],
        ),
        (
            "Norland and Sudria agreed to exchange prisoners. A swap of 40 prisoners is under way.",
            [("prisoner_swap", "agreed", None), ("prisoner_swap", "ongoing", "2024-06-12")],
        ),
        (
            "Quent presented a ten-point peace plan on Monday. Norland rejected her peace plan.",
            [("document", "held", "2024-06-10")],
        ),
        (
            "Sudria proposed a truce of ten days. Norland rejected the truce.",
            [("ceasefire", "rejected", None)],
        ),
        (
            "The sixth round of talks began on Monday. The sixth round ended on Tuesday.",
            [("talks", "held", "2024-06-10")],
        ),
    ],
)
def test_what_became_of_a_happening_is_no_other_one(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The sixth round of talks opened in Castrel on 3 June. The seventh round ended on 4 June.",
        "Norland and Sudria released 120 prisoners on Tuesday. They agreed on an exchange of 300 prisoners.",
    ],
)
def test_two_rounds_and_two_figures_are_two_happenings(text):
    assert len(told(text)) == 2


def test_a_meeting_after_which_something_was_agreed_to_follow_is_to_come():
    text = (
        "Stenmoe and Quent agreed to speak by telephone after a meeting between Ekre and Delgast on Friday."
    )
    assert {"held"}.isdisjoint(status for _, status, _ in told(text))


def test_an_accord_reached_on_the_day_of_talks_is_not_taken_for_the_talks():
    text = "The exchange followed the agreement reached in Castrel on 22 April."
    assert [row[0] for row in told(text)].count("talks") == 0


def test_an_accord_that_opens_a_sentence_is_what_its_participle_tells():
    text = "Under an agreement signed in Castrel on 3 June, exports of grain resumed."
    assert told(text) == [("agreement", "held", "2024-06-03")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Catz visited Harvik on Tuesday for a meeting with Ekre.", [("meeting", "held", "2024-06-11")]),
        ("Corvane flew to Harvik on Tuesday for talks with Ekre.", [("talks", "held", "2024-06-11")]),
        ("Corvane received Ekre on Tuesday for talks in Belmora.", [("meeting", "held", "2024-06-11")]),
    ],
)
def test_a_journey_and_a_welcome_are_of_the_encounter_that_they_are_for(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The summit of Stenmoe and Quent on Friday will be the first meeting since 2021.", ["summit"]),
        (
            "Stenmoe will meet Quent in Castrel on Friday. The talks will focus on the port, Ekre said.",
            ["summit"],
        ),
        ("Stenmoe will meet Quent in Castrel on Friday for talks on the port.", ["summit"]),
        ("Many leaders welcomed Stenmoe's offer.", []),
        ("Norland agreed to a thirty-day cease-fire.", ["ceasefire"]),
        ("What is the truce agreement between Norland and Sudria?", []),
    ],
)
def test_what_is_said_of_an_encounter_is_no_other_one(text, kinds):
    assert [kind for kind, _, _ in told(text)] == kinds


def test_the_talks_with_somebody_are_those_of_which_was_told():
    text = "Varga met Quent in Castrel on Monday. He called the talks with Quent productive."
    assert told(text) == [("summit", "held", "2024-06-10")]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The bodies of fallen soldiers were exchanged on Tuesday.", ["repatriation"]),
        ("The warring sides signed a cessation of hostilities agreement on Tuesday.", ["ceasefire"]),
    ],
)
def test_what_is_told_by_two_nouns_is_one_happening(text, kinds):
    assert [kind for kind, _, _ in told(text)] == kinds


def test_two_who_met_are_not_the_working_groups_that_are_proposed():
    text = (
        "The talks in Castrel ended on Tuesday. Before that the foreign ministers, Sollbakk and Basaran, had "
        "met in private. Norland proposed to set up three working groups, which would confer online."
    )
    found = [(m.status.value, bool(m.people)) for m in mentions(text, "2024-06-12") if m.kind == "meeting"]
    assert found == [("held", True), ("proposed", False)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Varga suggested that the sides declare a truce. However, Norland rejected the initiative.",
            [("ceasefire", "rejected", None)],
        ),
        (
            "Quent phoned Stenmoe on Monday. The conversation between the two leaders was useful.",
            [("call", "held", "2024-06-10")],
        ),
        ("Speaking on Friday from the Group of Seven summit in Harvik, Quent said it was late.", []),
    ],
)
def test_what_is_called_by_another_word_is_no_other_happening(text, expected):
    assert told(text) == expected
