"""The ledger of exchanges: what adds up, what does not, and what is missing from the sum."""

import datetime as dt
from dataclasses import replace

import pytest

from invented_swaps import SIDES, events
from talks.models import Precision, Status, When
from talks.store import Store
from talks.views.accounts import Told
from talks.views.amounts import Amount
from talks.views.exchanges import Line, what_counts
from talks.views.swaps import Asked, Book, find_books, first_month

NORLAND, SUDRIA = ("people", "Norland"), ("people", "Sudria")
BODIES = ("bodies", "Sudria")


def book(store: Store, **asked: object) -> Book:
    (found,) = find_books(store, Asked(**asked))
    return found


def ids(*names: str) -> list[str]:
    return [events()[name].id for name in names]


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def exactly(n: int) -> Amount:
    return Amount(n, n)


def test_the_lines_stand_in_order_with_stages_in_their_whole(autumn):
    found = book(autumn)
    held = ids("first hundred", "next eighty", "bodies", "no number", "sixty", "children")
    assert [line.event.id for line in found.held] == held
    (whole,) = (line for line in found.held if line.stages)
    assert [stage.event.id for stage in whole.stages] == ids("sixty, first", "sixty, last")
    assert [line.event.id for line in found.undated] == ids("loose")
    assert [line.event.id for line in found.ahead] == ids("three hundred", "ninety bodies")


def test_what_adds_up_and_what_is_missing(autumn):
    total = book(autumn).total
    assert dict(total.amounts) == {
        NORLAND: Amount(100 + 80 + 58, 100 + 80 + 60),  # Norland counts 58, not 60
        SUDRIA: Amount(100 + 80 + 60 + 20, 100 + 80 + 60 + 20, about=True),  # about 20 children
        BODIES: Amount(41, 43),
    }
    assert dict(total.missing) == {NORLAND: 1, SUDRIA: 1}


def test_sums_run_from_line_to_line(autumn):
    sums = [line.so_far.amounts.get(NORLAND) for line in book(autumn).held]
    assert sums == [exactly(n) for n in (100, 180, 180, 180)] + [Amount(238, 240)] * 2


def test_stages_of_what_was_agreed_name_it_and_are_named_by_it(autumn):
    found = book(autumn)
    agreed = next(line for line in found.ahead if line.carried_out)
    assert [line.event.id for line in agreed.carried_out] == ids("first hundred", "next eighty")
    assert {line.whole for line in found.held[:2]} == {agreed.event.id}


@pytest.mark.parametrize(
    ("asked", "amounts"),
    [
        ({"since": day("2024-10-01")}, {NORLAND: Amount(58, 60), SUDRIA: Amount(80, 80, about=True)}),
        ({"until": day("2024-09-12")}, {NORLAND: exactly(100), SUDRIA: exactly(100)}),
        # A range that cuts a whole has those of its stages that lie within it
        ({"since": day("2024-10-02"), "kinds": ("prisoner_swap",)},
         {NORLAND: exactly(35), SUDRIA: exactly(35)}),
        ({"kinds": ("repatriation",)}, {BODIES: Amount(41, 43), SUDRIA: Amount(20, 20, about=True)}),
        # As known before the Herald and Ostwind had reported
        ({"as_of": day("2024-09-20")}, {NORLAND: exactly(180), SUDRIA: exactly(180), BODIES: exactly(41)}),
    ],
)  # fmt: skip
def test_what_adds_up_of_a_part(autumn, asked, amounts):
    assert dict(book(autumn, **asked).total.amounts) == amounts


def test_of_other_parties_there_is_nothing(autumn):
    assert find_books(autumn, Asked(parties=("Caldor",))) == []


def test_months_add_up_to_the_total(autumn):
    found = book(autumn)
    months = list(found.months)
    assert [month.first for month in months] == [day("2024-09-01"), day("2024-10-01")]
    total = months[0].total + months[1].total
    assert dict(total.amounts) == dict(found.total.amounts)


@pytest.mark.parametrize(("status", "least"), [(Status.HELD, 25), (Status.ONGOING, 0)])
def test_a_stage_that_is_under_way_may_be_less_than_is_told(status: Status, least: int):
    event = events()["sixty, first"].model_copy(update={"status": status})
    stage = Line(event, SIDES, {NORLAND: Told(exactly(25))})
    whole = Line(events()["sixty"], SIDES, {}, stages=(stage,))
    assert what_counts(whole).amounts == {NORLAND: Amount(least, None)}


@pytest.mark.parametrize(
    ("first", "last", "precision", "heading"),
    [
        ("2024-06-01", "2024-06-30", Precision.MONTH, (day("2024-06-01"), False)),
        ("2024-05-28", "2024-06-02", Precision.SPAN, (day("2024-05-01"), False)),
        ("2024-12-01", "2025-02-28", Precision.SEASON, (day("2024-12-01"), True)),
        ("2024-01-01", "2024-12-31", Precision.YEAR, (day("2024-01-01"), True)),
        ("2024-03-01", "2024-06-30", Precision.SPAN, (day("2024-03-01"), True)),
    ],
)
def test_what_is_known_by_no_month_stands_under_none(autumn, first, last, precision, heading):
    line = book(autumn).held[0]
    when = When(earliest=day(first), latest=day(last), precision=precision)
    known = replace(line, event=line.event.model_copy(update={"when": when}))
    assert first_month(known) == heading
