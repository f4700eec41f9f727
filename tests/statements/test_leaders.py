"""Whom "the president" and "the leader" mean: a leader is whoever leads, a president no prime minister."""

import pytest

from reading import article
from talks.codebook import load_codebook
from talks.extraction import extract


def speakers(text: str, published: str) -> list[str | None]:
    return [s.speaker for s in extract(article(text, published), load_codebook()).statements]


@pytest.mark.parametrize(
    ("country", "leader"),
    [
        ("German", "Friedrich Merz"),
        ("Ukrainian", "Volodymyr Zelenskyy"),
        ("Italian", "Giorgia Meloni"),
        ("French", "Emmanuel Macron"),
        ("Turkish", "Recep Tayyip Erdogan"),
    ],
)
def test_a_countrys_leader_is_who_leads_it(country, leader):
    text = f"Russia and Ukraine are at war. The {country} leader said that the deal was good."
    assert speakers(text, "2025-08-01") == [leader]


def test_the_president_is_no_prime_minister_told_before():
    text = "Israel and Hamas are at war. Prime Minister Netanyahu left. The president said that it was good."
    assert "Benjamin Netanyahu" not in speakers(text, "2024-08-01")
