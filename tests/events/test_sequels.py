"""What was done besides, or next, has the day told before it."""

from __future__ import annotations

import pytest

from reading import mentions

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
