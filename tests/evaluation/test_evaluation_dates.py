"""When a date counts as right, and when two can be of one happening."""

import pytest

from talks.evaluation.days import is_compatible, is_right
from talks.evaluation.records import Dated


def when(written: str) -> Dated:
    """Read `2024-03-12`, `2024-03-12/2024-03-14`, `2024-03-12 approx` or `-`."""
    date, _, precision = written.partition(" ")
    date, _, end = date.partition("/")
    return Dated(
        date=None if date == "-" else date, end=end or None, precision=precision or ("span" if end else None)
    )


@pytest.mark.parametrize(
    ("gold", "got", "right"),
    [
        ("2024-03-12", "2024-03-12", True),
        ("2024-03-12", "2024-03-13", False),
        ("2024-03-12", "2024-03-11/2024-03-13", True),
        ("2024-03-12", "2024-03-09/2024-03-20", False),  # vaguer than three days
        ("2024-03-12", "2024-03", False),
        ("2024-03", "2024-03-12", True),
        ("2024-03", "2024", False),  # much vaguer than the gold
        ("2024-03-12/2024-03-14", "2024-03-15", True),  # two days' slack
        ("2024-03-12/2024-03-14", "2024-03-19", False),
        ("2024-03-11 week", "2024-03-20", False),
        ("2024-03-11 week", "2024-03-14", True),
        ("2024-06 season", "2024-08", True),
        ("2024-03-12 approx", "2024-03-20", True),
        ("2024 year", "2024-11", True),
        ("-", "- unknown", True),
        ("-", "2024-03-12 approx", True),
        ("-", "2024-03-12", False),  # a date that nobody told
        ("2024-03-12", "-", False),
    ],
)
def test_a_date_is_right_to_the_precision_of_the_gold(gold, got, right):
    assert is_right(when(gold), when(got)) is right


@pytest.mark.parametrize(
    ("gold", "got", "compatible"),
    [
        ("2024-03-12", "2024-03-13", True),
        ("2024-03-12", "2024-03-14", False),
        ("-", "2024-03-14", True),
        ("2024-03", "2024-04-01", True),
    ],
)
def test_happenings_a_day_apart_can_be_one(gold, got, compatible):
    assert is_compatible(when(gold), when(got)) is compatible
