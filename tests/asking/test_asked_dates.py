"""Dates as a person may write them on the command line and in the address of a page."""

import datetime as dt

import pytest

from talks.asking.parsing import read_as_of, read_date, read_range
from talks.errors import UsageError


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2024-06-11", dt.date(2024, 6, 11), dt.date(2024, 6, 11)),
        ("20240611", dt.date(2024, 6, 11), dt.date(2024, 6, 11)),
        ("2024-02", dt.date(2024, 2, 1), dt.date(2024, 2, 29)),
        ("2024", dt.date(2024, 1, 1), dt.date(2024, 12, 31)),
    ],
)
def test_a_date_in_iso_8601_is_read(written: str, first: dt.date, last: dt.date) -> None:
    when = read_date("--since", written)
    assert when is not None
    assert (when.earliest, when.latest) == (first, last)
    assert read_as_of(written) == last


@pytest.mark.parametrize(
    "written", ["202406", "240611", "2024-6-11", "11.06.2024", "2024-0611", "٢٠٢٤-٠٦-١١", ""]
)
def test_what_may_be_read_two_ways_is_refused(written: str) -> None:
    with pytest.raises(UsageError, match="this is no ISO 8601 date"):
        read_date("--since", written)


@pytest.mark.parametrize("written", ["2024-02-30", "20240230", "2024-13", "0000"])
def test_a_day_that_no_calendar_has_is_refused(written: str) -> None:
    with pytest.raises(UsageError, match="there is no such date"):
        read_date("--since", written)


def test_a_range_runs_from_the_first_day_of_one_through_the_last_of_the_other() -> None:
    assert read_range("2024-02", "20240311") == (dt.date(2024, 2, 1), dt.date(2024, 3, 11))
    with pytest.raises(UsageError, match="it ends before it begins"):
        read_range("20240311", "2024-02")
