"""Words that only speak of talks or a truce stand for no happening where the article tells more of one."""

import pytest

from reading import mentions

TALKS = "Norland and Sudria held talks in Castrel on Tuesday."
TRUCE = "Norland and Sudria agreed on a truce of five days from Friday."


def told(*sentences: str) -> list[tuple[str, str]]:
    return [(m.kind, m.status.value) for m in mentions(" ".join(sentences), "2024-06-12")]


@pytest.mark.parametrize(
    "bare",
    [
        "The mediators will look at the map when talks resume.",
        "Both sides are to speak of the port as negotiations continue.",
        "Ekre said the two sides had been close to serious negotiations.",
    ],
)
def test_talk_of_talks_beside_those_that_were_held_is_no_other_happening(bare):
    assert told(TALKS, bare) == [("talks", "held")]


@pytest.mark.parametrize("bare", ["Each accused the other of violating the truce.", "The truce is a start."])
def test_talk_of_the_truce_beside_the_one_that_is_told_of_is_no_other_happening(bare):
    assert told(TRUCE, bare) == [("ceasefire", "agreed")]


@pytest.mark.parametrize(
    ("more", "kind", "status"),
    [
        ("No further talks are planned.", "talks", "unscheduled"),
        ("Helvaria called for talks with Caldor.", "talks", "proposed"),
        ("A third round of talks is to be held in Sankt Orlen.", "talks", "planned"),
    ],
)
def test_what_is_told_of_other_talks_stays_a_happening_of_its_own(more, kind, status):
    assert told(TALKS, more) == [("talks", "held"), (kind, status)]


def test_talk_of_talks_alone_in_its_article_is_kept():
    assert told("Norland and Sudria are at war. Ekre said talks had begun.") == [("talks", "held")]


def test_an_agreement_to_go_on_with_the_talks_is_none_of_other_talks():
    found = told("Norland and Sudria agreed to exchange 120 prisoners and to continue the negotiations.")
    assert found == [("prisoner_swap", "agreed")]


@pytest.mark.parametrize(
    "text",
    [
        "Norland and Sudria agreed to hold a new round of talks.",
        "Norland and Sudria will start negotiations on the port.",
    ],
)
def test_talks_that_both_sides_are_told_to_want_are_kept_without_a_date(text):
    assert [kind for kind, _ in told(text)] == ["talks"]
