"""What can be asked of a date."""

import datetime as dt

import pytest

from talks.models import Basis, Precision, When

WEEK = When(
    earliest=dt.date(2024, 6, 10), latest=dt.date(2024, 6, 16), precision=Precision.WEEK, basis=Basis.STATED
)


@pytest.mark.parametrize(
    ("when", "inside"),
    [
        (When.day(dt.date(2024, 6, 10), Basis.STATED), True),
        (When.day(dt.date(2024, 6, 16), Basis.STATED), True),
        (When.day(dt.date(2024, 6, 17), Basis.STATED), False),
        (WEEK, True),
        (WEEK.model_copy(update={"latest": dt.date(2024, 6, 17)}), False),
        (When.unknown(), False),
    ],
)
def test_a_date_lies_in_another_with_its_bounds(when, inside):
    assert when.lies_in(WEEK) is inside


def test_nothing_lies_in_what_is_not_known():
    assert not WEEK.lies_in(When.unknown())
