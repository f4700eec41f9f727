"""JSON lines: plain rows, rows of our own export, and lines that are neither."""

from __future__ import annotations

import json

import pytest

from talks.models import Basis, Precision, When
from talks.readers import Reading, Source, read


def read_rows(*rows: object) -> Reading:
    lines = (row if isinstance(row, str) else json.dumps(row) for row in rows)
    return read(Source("a.jsonl", "\n".join(lines).encode()))


def published(value: object) -> When | None:
    [piece] = read_rows({"text": "The envoys met.", "published": value}).pieces
    return piece.published


def test_good_lines_come_through_beside_bad_ones() -> None:
    reading = read_rows(
        {"text": "One."}, "{", {"text": "Two."}, [], "", {"title": "None"}, {"text": " "}, {"text": 3}
    )
    assert [(piece.text, piece.part) for piece in reading.pieces] == [("One.", 0), ("Two.", 1)]
    assert [error.where for error in reading.errors] == [
        "a.jsonl:2",
        "a.jsonl:4",
        "a.jsonl:6",
        "a.jsonl:7",
        "a.jsonl:8",
    ]
    assert all(error.what and error.remedy for error in reading.errors)


def test_other_records_of_an_export_are_passed_over() -> None:
    reading = read_rows(
        {"record": "event", "id": "e1"},
        {
            "record": "article",
            "id": "a1",
            "path": "seeds/x.txt",
            "text": "One.",
            "title": "A",
            "outlet": None,
        },
        {"record": "statement", "text": "not this"},
    )
    assert [(piece.text, piece.title, piece.outlet) for piece in reading.pieces] == [("One.", "A", None)]
    assert reading.errors == []


@pytest.mark.parametrize(
    ("value", "edtf", "basis"),
    [
        ("2024-06-20", "2024-06-20", Basis.METADATA),
        ("2024-06-20T23:30:00-08:00", "2024-06-20", Basis.METADATA),
        (
            {"date": "2024-06-20", "end": None, "precision": "day", "basis": "given"},
            "2024-06-20",
            Basis.GIVEN,
        ),
        ({"date": "2024-06", "precision": "month", "basis": "metadata"}, "2024-06", Basis.METADATA),
        ({"date": "2024-06-20", "end": "2024-06-22", "basis": "given"}, "2024-06-20/2024-06-22", Basis.GIVEN),
        ({"date": "2024-06-20"}, "2024-06-20", Basis.METADATA),
    ],
)
def test_a_date_from_outside_is_kept(value: object, edtf: str, basis: Basis) -> None:
    when = published(value)
    assert when
    assert (when.edtf, when.basis) == (edtf, basis)


@pytest.mark.parametrize(
    "value",
    [
        {"date": "2024-06-20", "precision": "day", "basis": "stated"},
        {"date": "2024-06", "precision": "month", "basis": "inferred"},
        {"date": None, "precision": "unknown", "basis": "unknown"},
        *("soon", None, {}, [], 7),
    ],
)
def test_a_date_read_from_the_text_is_read_from_it_again(value: object) -> None:
    assert published(value) is None


def test_a_span_keeps_both_ends() -> None:
    when = published({"date": "2024-06", "end": "2024-07", "precision": "span", "basis": "given"})
    assert when
    assert when.precision is Precision.SPAN
    assert (str(when.earliest), str(when.latest)) == ("2024-06-01", "2024-07-31")


def test_nesting_without_end_is_an_error_of_its_line() -> None:
    reading = read_rows("[" * 100_000, {"text": "One."})
    assert [piece.text for piece in reading.pieces] == ["One."]
    assert [error.where for error in reading.errors] == ["a.jsonl:1"]


@pytest.mark.parametrize(
    ("row", "outlet", "day"),
    [
        (
            {
                "maintext": "The envoys met.",
                "source_domain": "post.example",
                "date_publish": "2024-03-12 09:00:00",
            },
            "post.example",
            "2024-03-12",
        ),
        (
            {"text": "The envoys met.", "domain": "post.example", "date": "2024-03-12"},
            "post.example",
            "2024-03-12",
        ),
        (
            {
                "content": "The envoys met.",
                "source": {"name": "Polder Post"},
                "publishedAt": "2024-03-12T09:00:00Z",
            },
            "Polder Post",
            "2024-03-12",
        ),
        (
            {
                "text": "The envoys met.",
                "sitename": "Polder Post",
                "hostname": "post.example",
                "date": "2024-03-12",
            },
            "Polder Post",
            "2024-03-12",
        ),
    ],
    ids=["news-please", "cc-news", "news api", "trafilatura"],
)
def test_collections_of_news_are_read(row: dict[str, object], outlet: str, day: str) -> None:
    [piece] = read(Source("a.jsonl", json.dumps(row).encode())).pieces
    assert (piece.text, piece.outlet) == ("The envoys met.", outlet)
    assert piece.published
    assert piece.published.edtf == day
