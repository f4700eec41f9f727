"""What the dossier knows of a day and a place goes before the sides of the war, whom nobody named."""

import pytest

from talks import extract

ABSENT = " Russia was not there; Ukraine was."


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Talks on the war ended in Geneva on 23 November 2025.", {"United States", "Ukraine"}),
        ("Talks on the war ended in Istanbul on 2 June 2025.", {"Russia", "Ukraine"}),
        ("Talks on the war ended in Oslo on 23 November 2025.", {"Russia", "Ukraine"}),
    ],
)
def test_talks_of_a_known_day_and_place_are_of_those_who_held_them(text, parties):
    found = [m for m in extract(text + ABSENT, published="2025-11-24").mentions if m.kind == "talks"]
    assert [parties <= set(mention.parties) for mention in found] == [True]
