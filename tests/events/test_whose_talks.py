"""Between whom there is an encounter that is told with its day and place first."""

import pytest

from reading import mentions


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Talks began on Monday between Helvaria and Sudria.", ("Helvaria", "Sudria")),
        ("Talks began in Harvik on Monday between Helvaria and Sudria.", ("Helvaria", "Sudria")),
        ("Talks were held last week between Helvaria and Norland on grain.", ("Helvaria", "Norland")),
        ("Talks are under way in Harvik between Helvaria and Norland.", ("Helvaria", "Norland")),
    ],
)
def test_those_between_whom_it_is_stand_behind_the_verb(text: str, parties: tuple[str, ...]) -> None:
    assert [mention.parties for mention in mentions(text)] == [parties]


def test_those_who_spoke_of_a_meeting_do_not_hold_it() -> None:
    text = "The meeting was arranged in a telephone conversation between Halvard Stenmoe and Anselm Varga."

    assert [mention.kind for mention in mentions(text)] == ["call"]


def test_a_known_name_tells_whose_talks_they_are() -> None:
    text = "Norland and Sudria are at war. The second Castrel talks were held in March."

    assert [mention.parties for mention in mentions(text)] == [("Norland", "Sudria", "Helvaria")]


def test_a_republic_is_nobody_who_meets() -> None:
    text = "The Federal Republic of Helvaria and the Republic of Sudria held talks on Monday."

    assert [(mention.people, mention.parties) for mention in mentions(text)] == [((), ("Helvaria", "Sudria"))]


def test_during_the_conversation_makes_no_summit_held_that_is_planned() -> None:
    text = (
        "Halvard Stenmoe and Marisela Quent are expected to take part in negotiations in Harvik.\n\n"
        "There were strong words during the conversation."
    )

    assert [mention.status for mention in mentions(text)] == ["planned"]


@pytest.mark.parametrize(
    "text",
    [
        "The Palestinian movement, Hamas, handed over the bodies of two hostages.",
        "The Palestinian movement Hamas handed over the bodies of two hostages.",
        "Hamas, the Palestinian movement, handed over the bodies of two hostages.",
    ],
)
def test_the_country_of_a_movement_takes_no_part(text):
    assert [m.parties for m in mentions(text)] == [("Hamas",)]
