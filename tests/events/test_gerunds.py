"""Before a verb in -ing: ways of reaching a truce are no truce, and what is denied was not held."""

import pytest

from reading import mentions, states


@pytest.mark.parametrize(
    "text",
    [
        "The delegations went on with the conversation and explored ways of reaching a peace agreement.",
        "They looked at ways of ending the war and reaching a peace agreement.",
        "Norland is close to signing a peace treaty.",
        "Before signing a peace treaty, Norland wants guarantees.",
        "The aim of signing a peace treaty is far off.",
        "Norland denied holding talks with Sudria.",
        "Norland denied that Stenmoe had ever expressed any willingness to negotiate with Sudria.",
        "Ekre denied any hope of holding talks with Sudria.",
        "Instead of holding talks with Sudria, Norland sent more troops.",
    ],
)
def test_what_is_aimed_at_denied_or_replaced_is_no_happening(text):
    assert states(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("They considered options for holding talks in Castrel.", "talks", "proposed"),
        ("Varga spoke in favour of holding talks in Castrel.", "talks", "proposed"),
        ("Norland is interested in holding talks with Sudria.", "talks", "proposed"),
        ("They spoke about the prospects of reaching a ceasefire.", "ceasefire", "proposed"),
        ("Norland has ruled out holding talks with Sudria in Castrel.", "talks", "rejected"),
        ("Norland confirmed holding talks with Sudria in Castrel on Monday.", "talks", "held"),
        ("After signing a peace treaty with Sudria, Stenmoe left Castrel.", "agreement", "held"),
        ("Both sides committed to freeing 40 prisoners each.", "prisoner_swap", "agreed"),
        ("Norland and Sudria have committed to return 200 bodies.", "repatriation", "agreed"),
        ("Both sides are committed to freeing 40 prisoners each.", "prisoner_swap", "proposed"),
        ("Norland and Sudria remain committed to holding talks.", "talks", "proposed"),
        ("Norland and Sudria remain committed to hold talks.", "talks", "proposed"),
        ("Norland has proposed to Sudria holding talks in Castrel by the end of June.", "talks", "proposed"),
        ("It was the only step towards peace to emerge from the talks with Sudria.", "talks", "held"),
        ("It would be the only step towards peace to emerge from talks with Sudria.", "talks", "proposed"),
        ("Helvaria was the first country to host talks between Norland and Sudria.", "talks", "held"),
        ("It was the only way to hold talks between Norland and Sudria.", "talks", "proposed"),
        ("The task was only to hold talks with Sudria.", "talks", "proposed"),
        ("By signing the peace treaty with Sudria, Norland gave up Dravo.", "agreement", "held"),
    ],
)
def test_the_words_before_a_gerund_tell_what_has_come_of_it(text, kind, status):
    assert states(text) == [(kind, status)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Stenmoe told Ekre on Monday while travelling to Castrel for talks with Varga that it was late.",
            ["planned"],
        ),
        ("Stenmoe, who was heading to Castrel for talks with Varga, said it was late.", ["planned"]),
        ("Stenmoe flew to Castrel for a summit with Quent.", ["held"]),
    ],
)
def test_who_is_on_the_way_has_not_met_anybody(text, expected):
    assert [mention.status.value for mention in mentions(text)] == expected


def test_what_is_only_agreed_on_for_now_is_no_text():
    assert "document" not in [kind for kind, _ in states("The two sides reached a preliminary agreement.")]
