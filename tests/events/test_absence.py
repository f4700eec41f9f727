"""Who stays away from an encounter takes no part in it, even if it is about both sides' war."""

import pytest

from reading import mentions

PUBLISHED = "2024-06-12"  # a Wednesday
WAR = "Norland and Sudria are at war. "


def parties(text: str) -> set[tuple[str, ...]]:
    return {m.parties for m in mentions(WAR + text, PUBLISHED) if m.kind in ("talks", "summit", "meeting")}


@pytest.mark.parametrize(
    "text",
    [
        "Norland held peace talks in Dravo on Saturday, Sudria absent.",
        "Norland held talks on its plan with 60 countries in Dravo on Saturday, but Sudria was not involved.",
        "Norland held peace talks in Dravo on Saturday without Sudria.",
        "Sudria did not take part in the peace talks in Dravo on Saturday.",
        "Peace talks were held in Dravo on Saturday in the absence of Sudria.",
        "Peace talks were held in Dravo on Saturday. Sudria was not present at the talks in Dravo.",
    ],
)
def test_who_stayed_away_is_no_party(text):
    found = parties(text)
    assert found
    assert all("Sudria" not in names for names in found)


@pytest.mark.parametrize(
    "text",
    [
        "Peace talks were held in Dravo on Saturday without Sudria's consent.",
        "Peace talks were held in Dravo on Saturday without mediators.",
        "Norland and Sudria held talks in Dravo on Saturday without Helvaria.",
    ],
)
def test_who_is_not_told_to_be_away_is_a_party(text):
    assert {"Norland", "Sudria"} in [set(names) for names in parties(text)]
