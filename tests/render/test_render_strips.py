"""Exact screens of the strip of months, and of sparklines on any terminal."""

import csv
import datetime as dt
import io
import json
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talks.models import Basis, Event, Status, When
from talks.render.courses import course_row
from talks.render.exchange_charts import chart_rows
from talks.render.lines import Paper
from talks.render.records import WRITERS
from talks.render.sparks import BLOCKS, level, scale, spark
from talks.render.strips import STRIP_COLUMNS, draw_strip, strip_rows
from talks.store import Store
from talks.views.amounts import Amount
from talks.views.exchanges import Line, Total
from talks.views.months import Buckets
from talks.views.positions import Asked as PositionsAsked
from talks.views.positions import lines
from talks.views.strips import Strip, Turnout, count_months
from talks.views.swaps import Book
from talks.views.timeline import Asked

PAPERS = {
    "80": Paper(80),
    "120": Paper(120),
    "pipe": Paper(),
    "plain": Paper(80, blocks=False),
    "colour": Paper(100, colour=True),
}


def drawn(strip: Strip, paper: Paper) -> str:
    return "".join(f"{line}\n" for line in paper.write_all(draw_strip(strip, paper)))


@pytest.mark.parametrize("paper", PAPERS)
def test_the_strip(told: Store, golden, paper):
    golden(f"strip-{paper}.txt", drawn(count_months(told, Asked()), PAPERS[paper]))


@pytest.mark.parametrize("form", WRITERS)
def test_the_strip_for_other_programs(told: Store, golden, form):
    rows = strip_rows(count_months(told, Asked()))
    golden(f"strip.{form}", "".join(f"{line}\n" for line in WRITERS[form](rows, STRIP_COLUMNS)))


def test_all_formats_add_up_to_the_events(told: Store):
    number = len(list(told.events()))
    text = "\n".join(WRITERS["csv"](strip_rows(count_months(told, Asked())), STRIP_COLUMNS))
    assert sum(int(row["all"]) for row in csv.DictReader(io.StringIO(text))) == number
    objects = json.loads("\n".join(WRITERS["json"](strip_rows(count_months(told, Asked())), STRIP_COLUMNS)))
    assert sum(row["held"] + row["planned"] + row["off"] for row in objects) == number


@given(
    st.dictionaries(
        st.dates(dt.date(1990, 1, 1), dt.date(2040, 1, 1)).map(lambda day: day.replace(day=1)),
        st.dictionaries(st.sampled_from(list(Turnout)), st.integers(1, 999)).map(Counter),
        max_size=30,
    ),
    st.sampled_from([80, 120]),
)
def test_no_line_is_wider_than_the_screen(months, width):
    text = drawn(
        Strip(dict(sorted(months.items())), {1999: Counter({Turnout.HELD: 2})}, Counter()), Paper(width)
    )
    assert max(map(len, text.splitlines())) <= width


def test_nothing_is_drawn_of_nothing():
    assert drawn(Strip({}, {}, Counter()), Paper(80)) == ""


@given(st.integers(1, 10**9), st.integers(1, 10**9), st.sampled_from([BLOCKS, "_#"]))
def test_a_sign_grows_with_its_number(number, more, signs):
    most = max(number, more)
    assert signs.index(level(min(number, more), most, signs)) <= signs.index(level(most, most, signs))
    assert level(most, most, signs) == signs[-1]


@pytest.mark.parametrize(
    ("amount", "missing", "blocks", "plain"),
    [
        (Amount(80, 80), 0, "█", "#"),
        (Amount(1, 1), 0, "▁", "_"),
        (Amount(40, 60), 0, "▄", "="),
        (Amount(0, 20), 0, "░", "~"),
        (Amount(40, 40), 2, "▄", "="),
        (None, 1, "?", "?"),
        (None, 0, "·", "."),
    ],
)
def test_what_is_unknown_is_not_drawn_as_nothing(amount, missing, blocks, plain):
    assert spark(amount, missing, 80, blocks=True) == blocks
    assert spark(amount, missing, 80, blocks=False) == plain


@pytest.mark.parametrize(
    ("last", "room", "words"),
    [
        ("2024-06-01", 12, "Jan 2024 – Jun 2024, a sign a month"),
        ("2026-06-01", 12, "Jan 2024 – Apr 2026, a sign a quarter"),
        ("2029-06-01", 12, "Jan 2024 – Jan 2029, a sign a half-year"),
        ("2034-06-01", 12, "2024–2034, a sign a year"),
        ("2044-06-01", 12, "2024–2044, a sign for 2 years"),
    ],
)
def test_a_sparkline_says_what_a_sign_stands_for(last, room, words):
    months = [dt.date(2024, 1, 1), dt.date.fromisoformat(last)]
    buckets = Buckets.covering(months, room)
    assert scale(buckets, blocks=True) == words
    assert scale(buckets, blocks=False) == words.replace("–", "-")


def exchange(month: int, *, sure: int = 0, most: int = 0, missing: int = 0) -> Line:
    """Make an exchange of so many people to Norland in a month after December 2021."""
    first = dt.date(2022 + (month - 1) // 12, (month - 1) % 12 + 1, 5)
    event = Event(
        id=f"e{month:04}",
        kind="prisoner_swap",
        status=Status.HELD,
        when=When.day(first, Basis.STATED),
        mentions=("m1",),
    )
    way = ("people", "Norland")
    counts = Total(
        {way: Amount(sure, max(sure, most))} if sure or most else {}, {way: missing} if missing else {}
    )
    return Line(event, ("Norland", "Sudria"), {}, counts=counts)


EXCHANGES = [
    exchange(2, sure=100),
    exchange(5, missing=1),
    exchange(6, most=50),
    exchange(7, sure=800, most=900),
    exchange(31, sure=400),
]


@pytest.mark.parametrize("paper", ["80", "pipe", "plain"])
def test_sparklines_of_exchanges(golden, paper):
    rows = chart_rows("people", Book(("Norland", "Sudria"), tuple(EXCHANGES)), PAPERS[paper])
    golden(f"swap-sparks-{paper}.txt", "".join(f"{line}\n" for line in PAPERS[paper].write_all(rows)))


@pytest.mark.parametrize("width", [40, 50, 80])
def test_sparklines_fit_the_screen(width):
    far = [*EXCHANGES, exchange(900, sure=3)]
    rows = chart_rows("people", Book(("Norland", "Sudria"), tuple(far)), Paper(width))
    assert max(map(len, Paper(width).write_all(rows))) <= width


def test_a_course_is_drawn_in_signs_that_the_terminal_has(told: Store):
    courses = [line for line in lines(told, PositionsAsked()) if course_row(line, Paper(80))]
    for line in courses:
        row = course_row(line, Paper(80, blocks=False))
        assert row
        assert row.body[0].text.isascii()
