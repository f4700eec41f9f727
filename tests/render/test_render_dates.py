"""Dates as an editor writes them, no finer than they are known."""

import datetime as dt

import pytest

from talks.edtf import read_edtf
from talks.models import Basis, Precision, When
from talks.render.dates import date_cell, heading, in_brief, in_full, in_month
from talks.render.lines import Paper, Row, plain

CASES = [
    (Precision.DAY, "2025-06-02", "2025-06-02", "Mon  2", "Monday 2 June 2025"),
    (Precision.DAY, "2025-06-23", "2025-06-23", "Mon 23", "Monday 23 June 2025"),
    (Precision.SPAN, "2025-05-23", "2025-05-25", "23–25", "23–25 May 2025"),
    (Precision.SPAN, "2025-05-31", "2025-06-02", "31 May – 2 Jun", "31 May – 2 June 2025"),
    (Precision.SPAN, "2024-12-30", "2025-01-02", "30 Dec – 2 Jan 2025", "30 December 2024 – 2 January 2025"),
    (Precision.SPAN, "2025-05-23", "2025-06-23", "23 May – 23 Jun", "23 May – 23 June 2025"),
    (Precision.SPAN, "2025-05-05", "2025-06-23", "5 May – 23 Jun", "5 May – 23 June 2025"),
    (Precision.SPAN, "2025-05-31", "2025-07-02", "31 May – 2 Jul", "31 May – 2 July 2025"),
    (Precision.SPAN, "2024-02-10", "2025-03-05", "10 Feb – 5 Mar 2025", "10 February 2024 – 5 March 2025"),
    (Precision.SPAN, "2024-02-01", "2025-03-31", "Feb – Mar 2025", "February 2024–March 2025"),
    (Precision.SPAN, "2025-05-01", "2025-07-31", "May–Jul", "May–July 2025"),
    (Precision.SPAN, "2024-12-01", "2025-01-31", "Dec–Jan", "December 2024–January 2025"),
    (Precision.WEEK, "2025-06-09", "2025-06-15", "week of 9", "week of 9 June 2025"),
    (Precision.APPROX, "2025-06-12", "2025-06-12", "≈ 12", "about 12 June 2025"),
    (Precision.APPROX, "2025-06-12", "2025-06-15", "≈ 12–15", "about 12–15 June 2025"),
    (Precision.APPROX, "2025-05-12", "2025-06-15", "≈ 12 May – 15 Jun", "about 12 May – 15 June 2025"),
    (Precision.APPROX, "2025-09-01", "2025-09-30", "≈ Sep", "about September 2025"),
    (Precision.MONTH, "2025-06-01", "2025-06-30", "June", "June 2025"),
    (Precision.SEASON, "2025-03-01", "2025-05-31", "spring", "spring 2025"),
    (Precision.SEASON, "2024-12-01", "2025-02-28", "winter", "winter 2024/25"),
    (Precision.YEAR, "2025-01-01", "2025-12-31", "2025", "2025"),
]


@pytest.mark.parametrize(("precision", "first", "last", "short", "full"), CASES)
def test_a_date_is_written_as_fine_as_it_is_known(precision, first, last, short, full):
    when = When(
        earliest=dt.date.fromisoformat(first), latest=dt.date.fromisoformat(last), precision=precision
    )
    assert (in_month(when), in_full(when)) == (short, full)


def test_an_unknown_date_is_a_dash():
    assert (in_month(When.unknown()), in_full(When.unknown())) == ("—", "no date")


@pytest.mark.parametrize(
    ("edtf", "brief"),
    [
        ("2025-08-15", "15 Aug 2025"),
        ("2025-08", "August 2025"),
        ("2025-05-23/2025-06-23", "23 May – 23 Jun 2025"),
        ("2024-12-23/2025-01-02", "23 Dec 2024 – 2 Jan 2025"),
        ("2025-05-23/2025-05-25", "23–25 May 2025"),
        ("2025", "2025"),
    ],
)
def test_a_date_in_brackets_is_short_and_no_finer_than_it_is_known(edtf, brief):
    assert in_brief(read_edtf(edtf)) == brief


def test_headings_are_months_or_years():
    assert heading(dt.date(2025, 6, 1)) == "June 2025"
    assert heading(dt.date(2025, 1, 1), whole_year=True) == "2025"


WHOLE = When(earliest=dt.date(2025, 5, 23), latest=dt.date(2025, 6, 23), precision=Precision.SPAN)


def test_a_date_in_a_column_stands_on_two_lines_where_it_is_too_long():
    row = Row((date_cell(WHOLE, Paper(40), 14),), plain("talks"))
    assert list(Paper(40).write(row)) == ["23 May –       talks", "23 Jun 2025"]


@pytest.mark.parametrize("when", [WHOLE, When.day(dt.date(2025, 6, 2), Basis.GIVEN), When.unknown()])
def test_on_endless_paper_what_follows_a_date_lines_up(when):
    (line,) = Paper().write(Row((date_cell(when, Paper(), 14, unknown="undated"),), plain("talks")))
    assert line.index("talks") == 23
