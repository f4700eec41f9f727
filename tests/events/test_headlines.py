"""Headlines: two sides with a comma between them, and verbs that are nouns elsewhere."""

import pytest

from reading import mentions

REST = "\n\nIt was a long day for all of them."
BOTH = {"Norland", "Sudria"}


@pytest.mark.parametrize(
    ("headline", "kind", "status"),
    [
        ("Norland, Sudria hold talks in Castrel", "talks", "held"),
        ("Norland, Sudria swap prisoners", "prisoner_swap", "held"),
        ("Norland, Sudria agree truce", "ceasefire", "agreed"),
        ("Stenmoe, Quent to meet in Castrel", "summit", "planned"),
        ("Norland, Sudria officials call for talks", "talks", "proposed"),
        ("Norland, Sudria talks end in Castrel", "talks", "held"),
        ("Stenmoe, Quent summit ends without deal", "summit", "held"),
    ],
)
def test_both_of_a_pair_with_a_comma_take_part(headline, kind, status):
    (found,) = [m for m in mentions(headline + REST) if m.kind == kind]
    assert (found.status.value, set(found.parties)) == (status, BOTH)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Norland-Sudria talks end without a deal", ["talks"]),
        ("The talks of Norland and Sudria start on Friday.", ["talks"]),
        ("Norland and Sudria were told the talks start date.", []),
        ("Truce starts in Dravo", ["ceasefire"]),
    ],
)
def test_what_talks_do_is_a_verb_behind_them(text, kinds):
    assert [m.kind for m in mentions(text)] == kinds


def test_what_should_end_and_begin_is_only_proposed():
    found = mentions("Ekre said that the fighting should end at once and talks start.")
    assert {m.status.value for m in found} == {"proposed"}
