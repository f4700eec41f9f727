"""A truce whose sort is told is another than one of which none is told."""

from __future__ import annotations

import pytest

from talks.checks.example import invented, read_example
from talks.codebook import load_codebook
from talks.events import find_mentions

TALK = "Norland and Sudria are at war."


def statuses(text: str) -> list[str]:
    reading = read_example(invented(load_codebook()), f"{TALK} {text}")
    return sorted(m.status.value for m in find_mentions(reading) if m.kind == "ceasefire")


@pytest.mark.parametrize(
    "text",
    [
        "Quent proposed a truce of ninety days. Varga wants a partial ceasefire.",
        "Quent proposed a truce of ninety days. Varga came with a proposal for a sea and sky ceasefire.",
        "Quent proposed a ceasefire until the harvest. Varga wants a truce.",
    ],
)
def test_a_truce_of_a_sort_is_not_the_one_of_none(text):
    assert statuses(text) == ["proposed", "proposed"]


@pytest.mark.parametrize(
    "text",
    [
        "Quent proposed a truce at sea. Varga wants the truce, too.",
        "Quent proposed a full and unconditional ceasefire. Varga wants a ceasefire, too.",
    ],
)
def test_the_truce_that_is_pointed_at_or_is_of_no_narrower_sort_is_one(text):
    assert statuses(text) == ["proposed"]
