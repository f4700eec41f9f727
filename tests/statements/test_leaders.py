"""Whom "the president" and "the leader" mean: a leader is whoever leads, a president no prime minister."""

import pytest

from reading import article
from talks.codebook import load_codebook
from talks.extraction import read


def meant(text: str, published: str) -> str:
    """Return whom the first words of the last sentence mean."""
    reading = read(article(text, published), load_codebook())
    phrase = reading.sentences[-1].parse.phrases[0]
    actor = reading.cast.resolve(phrase.start, phrase.end)
    assert actor is not None
    return actor.name


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
    text = f"Russia and Ukraine are at war. The {country} leader is well known."
    assert meant(text, "2025-08-01") == leader


def test_the_president_is_no_prime_minister_told_before():
    text = "Israel and Hamas are at war. Prime Minister Netanyahu is well known. The president is known, too."
    assert meant(text, "2024-08-01") == "president"
