"""Joint statements are credited to both sides together, whatever way they are told."""

from __future__ import annotations

import pytest

from reading import statements
from talks.checks.example import invented, read_example
from talks.codebook import load_codebook
from talks.statements.utterances import find_utterances

BOTH = ("Joint statement", "Norland and Sudria")


def speakers(text: str) -> set[tuple[str, str | None]]:
    reading = read_example(invented(load_codebook()), text)
    told = (utterance.speaker for utterance in find_utterances(reading) if utterance.recorded)
    return {(actor.name, actor.party) for actor in told if actor}


@pytest.mark.parametrize(
    "text",
    [
        "A joint Norlandic-Sudrian statement welcomed the talks.",
        "The Norlandic-Sudrian statement said that the talks were over.",
        "The joint statement of Norland and Sudria said that the talks were over.",
        "Norland and Sudria said in a joint statement that the talks were over.",
        "In a joint statement, Stenmoe and Quent said the talks were over.",
        "In a joint statement, the presidents of Norland and Sudria said the talks were over.",
        "“The talks are over,” Stenmoe and Quent said in a joint statement.",
        "Norland and Sudria issued a joint statement saying the talks were over.",
        "According to a joint Norlandic-Sudrian statement, the talks were over.",
    ],
)
def test_a_joint_statement_is_of_both_sides(text):
    assert speakers(text) == {BOTH}


def test_a_joint_statement_of_nobody_named_has_no_side():
    assert speakers("A joint statement said that the talks were over.") == {("Joint statement", None)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Stenmoe said in a statement that the talks were over.", {("Halvard Stenmoe", "Norland")}),
        ("Stenmoe said in a joint statement that the talks were over.", {("Halvard Stenmoe", "Norland")}),
        ("Norland's statement said that the talks were over.", {("Norland", "Norland")}),
        ("Norland and Sudria said that the talks were over.", set()),
    ],
)
def test_words_of_one_side_are_no_joint_statement(text, expected):
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The summit’s final communique said the list was ready.", ("Joint statement", None)),
        ("The final communique of the summit said the list was ready.", ("Joint statement", None)),
        ("“The list is ready,” said the summit communique.", ("Joint statement", None)),
        ("Quent’s summit statement said the list was ready.", ("Marisela Quent", "Sudria")),
        ("Ekre said in his summit speech that the list was ready.", ("Torvald Ekre", "Norland")),
    ],
)
def test_what_a_gathering_gives_out_is_a_joint_statement(text, expected):
    assert speakers(text) == {expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "They adopted a joint communique. The document reaffirmed their duties.",
            {("Joint statement", None)},
        ),
        ("They adopted a joint statement. The declaration said it was over.", {("Joint statement", None)}),
        ("They adopted no joint statement. The document reaffirmed their duties.", {("The document", None)}),
        ("They adopted a treaty. The document reaffirmed their duties.", {("The document", None)}),
    ],
)
def test_the_document_is_the_joint_statement_told_of_before(text, expected):
    assert speakers(text) == expected


def test_the_statement_that_goes_on_is_that_of_the_gathering():
    told = (
        "Quent left. The summit’s communique said the list was ready. The statement also called for a truce."
    )
    assert speakers(told) == {("Joint statement", None)}


def test_one_person_with_two_posts_says_it_once():
    found = statements("Foreign Minister and chief negotiator Ingra Sollbakk said the list was ready.")
    assert [s.speaker for s in found] == ["Ingra Sollbakk"]
