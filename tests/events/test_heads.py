"""Those who head delegations meet as officials, and heads of state as leaders."""

from __future__ import annotations

import pytest

from talks.checks.example import invented, read_example
from talks.codebook import load_codebook
from talks.events import find_mentions


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Norland and Sudria talk. The heads of the delegations are holding a private meeting.", "meeting"),
        ("Norland and Sudria talk. The two heads of delegation met before noon.", "meeting"),
        ("Quent spoke of a meeting between the heads of state of Norland and Sudria.", "summit"),
        ("The delegations of Norland and Sudria met before noon.", "talks"),
    ],
)
def test_who_heads_what_makes_the_kind_of_an_encounter(text, kind):
    mentions = find_mentions(read_example(invented(load_codebook()), text))
    assert [mention.kind for mention in mentions] == [kind]
    assert mentions[0].parties == ("Norland", "Sudria")
