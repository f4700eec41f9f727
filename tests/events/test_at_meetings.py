"""Who met: those who speak to one another at a meeting; and talks that began and go on."""

import pytest

from reading import mentions

STENMOE, VARGA, OBERHOLT, CORVANE = "Halvard Stenmoe", "Anselm Varga", "Claudine Oberholt", "Livia Corvane"


@pytest.mark.parametrize(
    ("text", "kind", "people"),
    [
        ("In a meeting on Tuesday, Oberholt told her counterpart Livia Corvane that it was time.",
         "meeting", {OBERHOLT, CORVANE}),
        ("At a meeting in Harvik on Monday, Varga urged Stenmoe to be patient.", "summit", {STENMOE, VARGA}),
        ("In a phone call on Monday, Stenmoe asked Varga for help.", "call", {STENMOE, VARGA}),
        ("Stenmoe and Varga expressed shared views during a Monday meeting in Harvik.",
         "summit", {STENMOE, VARGA}),
    ],
)  # fmt: skip
def test_those_who_speak_to_one_another_at_a_meeting_met(text, kind, people):
    assert [(m.kind, set(m.people)) for m in mentions(text)] == [(kind, people)]


def test_whom_the_press_is_told_of_met_nobody():
    assert not mentions("Ekre told reporters at a meeting in Harvik on Monday that the list was ready.")


@pytest.mark.parametrize(
    "text",
    [
        "The talks began on Monday and are expected to continue on Wednesday.",
        "The talks started on Monday and were expected to go on for two days.",
    ],
)
def test_talks_that_began_and_are_expected_to_go_on_are_under_way(text):
    assert [(m.status, m.when.edtf) for m in mentions(text)] == [("ongoing", "2024-06-10")]


@pytest.mark.parametrize(
    "text",
    [
        "Ekre met with his Sudrian counterpart, Ramiro Delgast, who urged him to sign.",
        "Ekre held talks on Monday with the Sudrian envoy, Ramiro Delgast, who thanked him.",
    ],
)
def test_whose_name_stands_behind_his_post_met(text):
    assert [set(m.people) for m in mentions(text)] == [{"Torvald Ekre", "Ramiro Delgast"}]


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("Norland has denied that it is in direct talks with Sudria.", []),
        ("Norland denied that negotiators would meet in Harvik in July.", ["unscheduled"]),
        ("Norland and Sudria are poised to hold talks in Harvik on Friday.", ["planned"]),
        ("Norland and Sudria are gearing up for talks in Harvik on Friday.", ["planned"]),
        ("Norland and Sudria are on track to exchange 200 prisoners on Friday.", ["planned"]),
        ("Norland and Sudria have no date for another conversation.", ["unscheduled"]),
    ],
)
def test_what_is_in_prospect_is_told_from_what_is_denied(text, statuses):
    assert [mention.status for mention in mentions(text)] == statuses
