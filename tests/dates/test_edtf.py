"""Dates written down as EDTF, and read again."""

import datetime as dt

import pytest

from talks.edtf import read_edtf
from talks.models import Precision, When


@pytest.mark.parametrize(
    ("written", "first", "last", "precision"),
    [
        ("2024-05-02", "2024-05-02", "2024-05-02", Precision.DAY),
        ("2024-02", "2024-02-01", "2024-02-29", Precision.MONTH),
        ("2024", "2024-01-01", "2024-12-31", Precision.YEAR),
        ("2024-21", "2024-03-01", "2024-05-31", Precision.SEASON),
        ("2024-24", "2024-12-01", "2025-02-28", Precision.SEASON),
        ("2024-05~", "2024-05-01", "2024-05-31", Precision.APPROX),
        ("2024-05-23/2024-06-23", "2024-05-23", "2024-06-23", Precision.SPAN),
        ("2024-05/2024-06", "2024-05-01", "2024-06-30", Precision.SPAN),
    ],
)
def test_what_is_written_is_read_again(written, first, last, precision):
    when = When(
        earliest=dt.date.fromisoformat(first), latest=dt.date.fromisoformat(last), precision=precision
    )
    assert when.edtf == written
    assert read_edtf(written) == when


@pytest.mark.parametrize("written", ["", "May 2024", "2024-05-02T10:00", "2024-5"])
def test_what_is_no_date_of_edtf_is_refused(written):
    with pytest.raises(ValueError, match="is no date of EDTF"):
        read_edtf(written)
