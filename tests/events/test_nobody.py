"""Encounters of which is told when and where they are, or that they go on, and not of whom."""

import pytest

from reading import told

WAR = "Norland and Sudria have been at war since January. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Discussions are ongoing, Ekre said.", ("talks", "ongoing")),
        ("Ekre explained why negotiations have been paused.", ("talks", "paused")),
        ("A meeting on energy is expected to take place in Caldor in August.", ("meeting", "planned")),
        ("Discussions in Castrel on Monday lasted until midnight.", ("talks", "held")),
    ],
)
def test_nobody_need_be_named(text, expected):
    assert [(kind, status) for kind, status, _ in told(WAR + text, "2024-06-12")] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "A board meeting of the bank took place in Harvik on Monday.",
        "A meeting of the council will be held in Harvik on Friday.",
        "A meeting on energy is needed.",
        "Officials met in Harvik on Monday to discuss the budget.",
        "In Harvik a cross-agency team began meeting three times weekly to discuss the war.",
        "A task force met in Harvik on Monday to discuss the war.",
    ],
)
def test_the_meetings_of_others_are_none(text):
    assert told(WAR + text, "2024-06-12") == []


@pytest.mark.parametrize(
    "text",
    [
        "In Castrel the negotiating teams of Norland and Sudria began meeting on Monday.",
        "A team of negotiators met the Sudrian delegation in Castrel on Monday.",
        "A Norlandic team met with Sudrian officials in Castrel on Monday.",
        "A Sudrian team held talks in Castrel on Monday about the war with Norland.",
    ],
)
def test_a_team_that_meets_others_negotiates(text):
    assert ("talks", "held", "2024-06-10") in told(WAR + text, "2024-06-12")


def test_discussions_that_go_on_are_others_than_the_talks_that_were_held():
    text = (
        "Norland and Sudria held two rounds of talks in Castrel. Discussions are ongoing on a truce at sea."
    )
    assert [(kind, status) for kind, status, _ in told(text, "2024-06-12") if kind == "talks"] == [
        ("talks", "held"), ("talks", "ongoing"),
    ]  # fmt: skip


def test_what_has_no_date_yet_is_another_than_what_was_held():
    text = "Norland and Sudria held talks in Castrel. They have not scheduled further negotiations."
    assert [status for _, status, _ in told(text, "2024-06-12")] == ["held", "unscheduled"]


def test_discussions_need_only_a_day():
    text = WAR + "Discussions would continue on Friday, Ekre said."
    assert [(kind, status) for kind, status, _ in told(text, "2024-06-12")] == [("talks", "planned")]


def test_a_journey_is_told_by_a_day_though_nobody_can_work_it_out():
    text = "Sudrian Foreign Minister Livia Corvane arrived in Sankt Orlen on Monday."
    assert [(kind, status, date) for kind, status, date in told(text, None)] == [("meeting", "held", None)]
    assert told("Sudrian Foreign Minister Livia Corvane arrived in Sankt Orlen.", None) == []


def test_what_an_editor_adds_to_a_quotation_is_read_as_its_words():
    text = '"The [Norlandic and Sudrian] foreign ministers are due to meet again on Friday," Varga said.'
    assert [(kind, status) for kind, status, _ in told(text, "2024-06-12")] == [("meeting", "planned")]
