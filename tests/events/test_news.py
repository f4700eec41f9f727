"""What a headline and a lead tell as done, and give no day, is about as old as the article."""

from __future__ import annotations

import datetime as dt

import pytest

from reading import article, codebook
from talks.extraction import extract
from talks.models import Basis, Mention, When

HEAD = "Word from the two capitals\n\n"


def _told(text: str, title: str | None = "Word from the two capitals") -> list[Mention]:
    read = article(HEAD + text).model_copy(update={"title": title})
    return list(extract(read, codebook()).mentions)


@pytest.mark.parametrize(
    "text",
    [
        "Stenmoe spoke with Quent by telephone, his office said.",
        "In a telephone conversation with Quent, President Stenmoe thanked her for the list.",
        "Norland has returned the bodies of 77 fallen soldiers of Sudria.",
        "Norland and Sudria exchanged 120 prisoners.",
        "Foreign Minister Corvane met Claudine Oberholt in Castrel.",
        "Corvane met Oberholt in Castrel for the first time in the war.",
        "Stenmoe spoke with Quent by telephone for the third time in a week.",
    ],
)
def test_what_is_new_and_has_no_day_is_about_as_old_as_the_article(text: str) -> None:
    assert [(m.when.edtf, m.when.basis) for m in _told(text)] == [("2024-06-12~", Basis.PUBLISHED)]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Stenmoe spoke with Quent by telephone on Monday.", "2024-06-10"),
        ("Stenmoe had spoken with Quent by telephone.", None),
        ("Stenmoe and Quent have met in Castrel.", None),
        ("Varga will speak with Quent by telephone.", None),
        ("Corvane met Oberholt when both were students.", None),
        ("Stenmoe and Quent met twice in Castrel, he writes in his book.", None),
        ("In the first year of the war, Norland and Sudria exchanged 120 prisoners.", None),
        ("Norland and Sudria exchanged 120 prisoners during the war.", None),
        ("Corvane met Oberholt before the war.", None),
        ("After the call of Stenmoe and Quent, Ekre said that the list was ready.", None),
        (
            "It rained in Harvik. The harvest is late. Bread is dear. Stenmoe spoke with Quent by telephone.",
            None,
        ),
    ],
)
def test_what_is_older_to_come_or_told_later_on_is_not(text: str, edtf: str | None) -> None:
    assert {m.when.edtf for m in _told(text)} <= {edtf}


def test_what_has_no_headline_or_no_known_day_is_no_news() -> None:
    text = "Norland and Sudria exchanged 120 prisoners."
    assert [m.when.edtf for m in _told(text, title=None)] == [None]
    month = When(earliest=dt.date(2024, 6, 1), latest=dt.date(2024, 6, 30), precision="month", basis="given")
    undated = article(HEAD + text).model_copy(update={"title": "Word", "published": month})
    assert [m.when.edtf for m in extract(undated, codebook()).mentions] == [None]
