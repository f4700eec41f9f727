"""What was done besides, or next, has the day told before it."""

from __future__ import annotations

import pytest

from reading import mentions, told

PUBLISHED = "2024-06-12"  # a Wednesday
SEEN = "On Monday Stenmoe saw the harbour of Castrel."


def days(text: str, kind: str) -> list[str | None]:
    return [m.when.date for m in mentions(text, PUBLISHED) if m.kind == kind]


@pytest.mark.parametrize(
    "text",
    [
        f"{SEEN} He then joined a video conference with Quent.",
        f"{SEEN} He later spoke with Quent by telephone.",
        f"{SEEN}\n\nThe harbour has been closed since May.\n\nStenmoe also spoke separately with Quent.",
    ],
)
def test_what_followed_or_went_with_it_was_on_the_day_told_before(text: str) -> None:
    assert days(text, "call") == ["2024-06-10"]


@pytest.mark.parametrize(
    "text",
    [
        f"{SEEN} He spoke with Quent by telephone.",  # nothing says when
        f"{SEEN} He will then speak with Quent by telephone.",
        f"{SEEN} His office later confirmed a telephone call with Quent.",
        "Stenmoe has been to Castrel. He later spoke with Quent by telephone.",
    ],
)
def test_else_it_has_none(text: str) -> None:
    assert days(text, "call") == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The summit of Stenmoe and Quent was held in Castrel on Monday. After the summit, Varga joined a"
            " call with Quent.",
            ("call", "held", "2024-06-10"),
        ),
        (
            "The summit of Stenmoe and Quent is over. Varga will be in Harvik on Friday. After the summit, he"
            " joined a call with Quent.",
            ("call", "held", None),
        ),
        (
            "On Monday, talks of Norland and Sudria were held in Castrel. During this meeting, the parties"
            " agreed to set up a coordination centre.",
            ("agreement", "held", "2024-06-10"),
        ),
    ],
)
def test_what_was_done_around_an_encounter_has_its_day(text, expected):
    assert expected in told(text)
