"""What is sought, started or brought about: a deal that talks seek is none yet; one that they led to is."""

from __future__ import annotations

import pytest

from reading import mentions

PUBLISHED = "2024-06-12"  # a Wednesday
SIDES = "Norland and Sudria are at war. "


def statuses(text: str, kind: str) -> list[str]:
    """Return what a text tells of the happenings of a kind."""
    return [m.status.value for m in mentions(SIDES + text, PUBLISHED) if m.kind == kind]


@pytest.mark.parametrize(
    "text",
    [
        "Envoys met in Castrel to work toward a deal for a truce.",
        "They held talks on an agreement on a truce.",
        "The parties are close to a deal on a truce.",
        "Norland and Sudria are negotiating an agreement on a truce.",
        "Mediators expect a deal on a truce.",
        "Negotiators are working on a deal to halt the fighting.",
    ],
)
def test_a_deal_that_is_sought_is_no_agreement(text):
    assert statuses(text, "ceasefire") == ["proposed"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The talks in Castrel yielded a truce agreement.", ["agreed"]),
        ("A round of talks in May resulted in a truce deal.", ["agreed"]),
        ("The talks led to a truce agreement.", ["agreed"]),
        ("The talks could yield a truce agreement.", []),
        ("The talks yielded no truce agreement.", []),
        ("Norland and Sudria reached a deal on a truce.", ["agreed"]),
    ],
)
def test_a_deal_that_talks_brought_is_agreed(text, expected):
    assert statuses(text, "ceasefire") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Helvaria announced on Sunday the beginning of talks in Castrel.", ["held"]),
        ("Varga welcomed the start of talks between Norland and Sudria.", ["held"]),
        ("Helvaria announced the start of talks in Castrel next week.", ["planned"]),
        ("Helvaria will announce the start of talks.", []),
        ("Norland called for the start of talks.", ["proposed"]),
        ("They agreed on the opening of talks in July.", ["agreed"]),
        ("The beginning of the talks has been put off.", ["unscheduled"]),
    ],
)
def test_the_start_of_talks_is_what_its_verb_makes_of_it(text, expected):
    assert statuses(text, "talks") == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A delegation of Norland met a delegation of Sudrian leaders on Monday.", "talks"),
        ("Norlandic negotiators met Sudrian leaders on Monday.", "talks"),
        ("President Stenmoe met Sudrian leaders on Monday.", "summit"),
        ("The leaders of Norland and Sudria met in the presence of officials on Monday.", "summit"),
        ("The leaders of Norland and Sudria met with their delegations on Monday.", "summit"),
    ],
)
def test_envoys_who_meet_leaders_hold_no_summit(text, kind):
    assert [m.kind for m in mentions(SIDES + text, PUBLISHED)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Norland and Sudria agreed to swap 1,000 prisoners each during talks in Castrel on Monday.",
        "They agreed to each swap 1,000 prisoners during talks in Castrel on Monday that lasted an hour.",
    ],
)
def test_talks_at_which_an_exchange_was_agreed_were_held_and_it_was_not(text):
    found = {(m.kind, m.status.value, m.when.edtf) for m in mentions(text, "2024-06-12")}
    assert found == {("prisoner_swap", "agreed", None), ("talks", "held", "2024-06-10")}
