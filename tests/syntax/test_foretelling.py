"""Headlines tell what is to come by an infinitive: it is planned, not held."""

from __future__ import annotations

import pytest

from talks.checks.example import invented, read_example
from talks.codebook import load_codebook
from talks.events import find_mentions
from talks.models import Status


def told(text: str) -> list[tuple[str, Status, str | None]]:
    reading = read_example(invented(load_codebook()), text)
    return [(m.kind, m.status, m.when.edtf) for m in find_mentions(reading)]


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Norland-Sudria talks to begin on Monday", "talks", Status.PLANNED),
        ("Talks to begin on Monday, Ekre says", "talks", Status.PLANNED),
        ("Next round of talks to be held in Castrel on Monday", "talks", Status.PLANNED),
        ("Ekre says talks to resume on Monday", "talks", Status.PLANNED),
        ("Stenmoe and Quent to meet in Castrel on Monday", "summit", Status.PLANNED),
        ("Presidents of Norland and Sudria to meet on Monday", "summit", Status.PLANNED),
        ("Norland and Sudria to exchange 300 prisoners on Monday", "prisoner_swap", Status.PLANNED),
        ("Truce to take effect on Monday", "ceasefire", Status.AGREED),
    ],
)
def test_a_headline_tells_what_is_to_come(text, kind, status):
    assert told(text) == [(kind, status, "2024-06-17")]


@pytest.mark.parametrize(
    "text",
    [
        "A plan to end the war was presented on Monday.",
        "The talks to be held in Castrel on Monday have been called off.",
        "Quent met Stenmoe on Monday to end the war.",
    ],
)
def test_a_purpose_foretells_nothing(text):
    assert all(status is not Status.PLANNED for _, status, _ in told(text))


def test_what_talks_follow_is_over():
    text = "Ekre says talks between Norland and Sudria to begin following a call between Stenmoe and Quent."
    assert ("call", Status.HELD) in {(kind, status) for kind, status, _ in told(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Stenmoe's terms for peace: Stop Helvarian arms, talks to be held in Castrel",
        "Ekre: no word on prisoners, third round of talks to begin in Castrel",
        "Memorandum handed over; talks with Sudria to resume",
    ],
)
def test_what_is_foretold_is_the_noun_before_the_infinitive(text):
    assert [status for kind, status, _ in told(text) if kind == "talks"] == [Status.PLANNED]


def test_both_names_before_the_infinitive_do_what_is_foretold():
    assert told("Norland, Sudria to hold talks in Castrel") == [("talks", Status.PLANNED, None)]


def test_what_is_only_asked_for_is_not_foretold():
    assert [status for _, status, _ in told("Quent called for talks to be held in Castrel.")] == [
        Status.PROPOSED
    ]
