"""Buckets of months: any months fit into any room, in order, each into the bucket that holds it."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talks.models import Precision, When
from talks.views.months import Buckets, first_month

MONTHS = st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 1)).map(lambda day: day.replace(day=1))
STEPS = (1, 3, 6, 12, 24, 48)


@given(st.lists(MONTHS, min_size=1, max_size=20), st.integers(1, 200))
def test_every_month_is_in_the_bucket_that_holds_it(months, room):
    buckets = Buckets.covering(months, room)
    assert 1 <= buckets.size <= max(2, room)
    for month in months:
        index = buckets.index(month)
        assert 0 <= index < buckets.size
        assert buckets.begin(index) <= month
        if index + 1 < buckets.size:
            assert month < buckets.begin(index + 1)
    assert buckets.index(min(months)) == 0
    assert buckets.index(max(months)) == buckets.size - 1


@given(st.lists(MONTHS, min_size=2, max_size=20), st.integers(2, 200))
def test_buckets_are_as_fine_as_the_room_allows(months, room):
    finer = [step for step in STEPS if step < Buckets.covering(months, room).step]
    assert all(Buckets._of(*ends(months), step).size > room for step in finer)


@given(MONTHS, MONTHS, st.integers(2, 100))
def test_order_stays(one, other, room):
    buckets = Buckets.covering([one, other], room)
    early, late = sorted((one, other))
    assert buckets.index(early) <= buckets.index(late)


def ends(months: list[dt.date]) -> tuple[int, int]:
    numbers = [month.year * 12 + month.month - 1 for month in months]
    return min(numbers), max(numbers)


@pytest.mark.parametrize(
    ("room", "step", "size", "begin"),
    [
        (60, 1, 30, "2024-02-01"),
        (29, 3, 11, "2024-01-01"),
        (10, 6, 6, "2024-01-01"),
        (3, 12, 3, "2024-01-01"),
    ],
)
def test_quarters_and_years_begin_as_in_a_calendar(room, step, size, begin):
    buckets = Buckets.covering([dt.date(2024, 2, 1), dt.date(2026, 7, 1)], room)
    assert (buckets.step, buckets.size, str(buckets.begin(0))) == (step, size, begin)


@pytest.mark.parametrize(
    ("first", "last", "precision", "month"),
    [
        ("2024-06-12", "2024-06-12", Precision.DAY, ("2024-06-01", False)),
        ("2024-06-28", "2024-07-02", Precision.SPAN, ("2024-06-01", False)),
        ("2024-06-01", "2024-08-31", Precision.SEASON, ("2024-06-01", True)),
        ("2024-05-01", "2024-08-31", Precision.SPAN, ("2024-05-01", True)),
        ("2024-01-01", "2024-12-31", Precision.YEAR, ("2024-01-01", True)),
    ],
)
def test_only_what_is_known_well_enough_is_of_a_month(first, last, precision, month):
    when = When(
        earliest=dt.date.fromisoformat(first), latest=dt.date.fromisoformat(last), precision=precision
    )
    found, whole_year = first_month(when)
    assert (str(found), whole_year) == month
