"""Which calendar day a written date is."""

from __future__ import annotations

import datetime as dt

import pytest

from talks.models import Basis, Precision
from talks.readers.written_dates import doubt_of_date, read_date


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("2024-06-20", "2024-06-20"),
        ("2025-06-02T23:30:00-08:00", "2025-06-02"),
        ("2025-06-02T00:30:00+03:00", "2025-06-02"),
        ("2024-12-31T23:59:59Z", "2024-12-31"),
        ("20250604", "2025-06-04"),
        ("20240620T101010Z", "2024-06-20"),
        ("2025/6/4", "2025-06-04"),
        ("20/06/2024", "2024-06-20"),
        ("02.06.2025", "2025-06-02"),
        ("2.6.2025 10:00", "2025-06-02"),
        ("13-6-2025", "2025-06-13"),
        ("05/05/2024", "2024-05-05"),
        ("05/13/2024", "2024-05-13"),
        ("Wed, 26 Mar 2025 06:30:00 +0000", "2025-03-26"),
        ("Thu, Oct 23, 2025 at 6:30 AM", "2025-10-23"),
        ("Wed Jun 04 21:30:00 BST 2025", "2025-06-04"),
        ("4 June 2025", "2025-06-04"),
        ("2025-06", "2025-06"),
        ("2024", "2024"),
        (2024, "2024"),
        (dt.date(2024, 6, 20), "2024-06-20"),
        (dt.datetime(2024, 6, 20, 23, 30, tzinfo=dt.timezone(dt.timedelta(hours=-8))), "2024-06-20"),
    ],
)
def test_the_day_is_the_one_that_is_written(written: object, edtf: str) -> None:
    when = read_date(written, Basis.METADATA)
    assert when is not None
    assert (when.edtf, when.basis) == (edtf, Basis.METADATA)


@pytest.mark.parametrize(
    "written",
    [
        *(
            "",
            "soon",
            "today, 06:05",
            "10:30",
            "Friday",
            "May",
            "31 May",
            "1717441234",
            "Sunday 2025",
            "2 2025",
        ),
        *("2024-02-30", "31/02/2024", "2025-13", "2025-13-01", "0000", "99999999", "x" * 500 + " 2024"),
        *(None, True, 3.5, ["2024-06-20"], {"date": "2024-06-20"}, -1, 10**40),
    ],
)
def test_what_is_no_whole_date_is_none(written: object) -> None:
    assert read_date(written, Basis.METADATA) is None


def test_a_month_has_its_first_and_last_day() -> None:
    when = read_date("2024-02", Basis.GIVEN)
    assert when is not None
    assert (when.earliest, when.latest, when.precision) == (
        dt.date(2024, 2, 1),
        dt.date(2024, 2, 29),
        Precision.MONTH,
    )


@pytest.mark.parametrize("written", ["03/04/2025", "2-6-2025", "03/04/2025 10:15", "1/2/2024"])
def test_a_date_that_two_readers_take_for_two_days_is_none(written: str) -> None:
    assert read_date(written, Basis.METADATA) is None
    assert "may be" in (doubt_of_date(written) or "")


def test_a_doubt_says_what_is_written_and_what_to_write() -> None:
    told = doubt_of_date("03/04/2025")
    assert told is not None
    assert told.startswith("the date '03/04/2025' may be 3 April 2025 or 4 March 2025")
    assert told.endswith("write 2025-06-02, 2025-06 or 2025")
    assert "can't be read" in (doubt_of_date("the 45th of Smarch") or "")


@pytest.mark.parametrize("written", ["2025-04-03", "13/04/2025", "04/13/2025", "", " ", None, True, {}, []])
def test_there_is_no_doubt_of_a_date_nor_of_nothing(written: object) -> None:
    assert doubt_of_date(written) is None
