"""How many went which way, by the figures of a report: worked out by hand for each sort of sentence."""

import pytest

from talks.models import Bound, Count
from talks.views.amounts import Amount, best_of, find_flows, group_of

SIDES = ("Norland", "Sudria")
NORLAND, SUDRIA, ALL = ("people", "Norland"), ("people", "Sudria"), ("people", None)


def each(n: int, of: str = "prisoners", bound: Bound = Bound.EXACT) -> Count:
    return Count(n=n, of=of, each=True, bound=bound)


def to(side: str | None, n: int, of: str = "prisoners") -> Count:
    return Count(n=n, of=of, to_party=side)


def exactly(n: int) -> Amount:
    return Amount(n, n)


@pytest.mark.parametrize(
    ("counts", "flows"),
    [
        ([each(120)], {NORLAND: (120, 120), SUDRIA: (120, 120)}),
        ([to("Sudria", 86)], {SUDRIA: (86, 86)}),
        ([Count(n=86, of="prisoners", from_party="Sudria")], {NORLAND: (86, 86)}),
        ([to(None, 86)], {ALL: (86, 86)}),
        # A total, or one side's number again, beside figures that have a way
        ([to("Sudria", 215), to("Norland", 55), to(None, 270)], {SUDRIA: (215, 215), NORLAND: (55, 55)}),
        # On top of so many each, or the whole of one way
        ([each(246), to("Sudria", 31), to("Norland", 15)], {SUDRIA: (277, 277), NORLAND: (261, 261)}),
        ([each(246), to("Sudria", 31), to("Sudria", 277)], {SUDRIA: (277, 277), NORLAND: (246, 246)}),
        ([each(175), to("Sudria", 22), to("Sudria", 23)], {SUDRIA: (197, 198), NORLAND: (175, 175)}),
        # Two accounts of one number
        ([each(309), to("Sudria", 312)], {SUDRIA: (309, 312), NORLAND: (309, 309)}),
        # Parts of the whole, or of nothing but themselves
        ([each(390), each(270, "soldiers"), each(120, "civilians")],
         {SUDRIA: (390, 390), NORLAND: (390, 390)}),
        ([each(185, "soldiers"), each(20, "civilians")], {SUDRIA: (205, 205), NORLAND: (205, 205)}),
        # On top, or among them: nobody says
        ([each(146), to("Norland", 8, "civilians")], {SUDRIA: (146, 146), NORLAND: (146, 154)}),
        # People and bodies are never added to each other
        ([each(40), to("Sudria", 90, "bodies")],
         {SUDRIA: (40, 40), NORLAND: (40, 40), ("bodies", "Sudria"): (90, 90)}),
        # To a people that is no side, the other way than what goes to one
        ([to("Sudria", 3), to("Caldor", 90)], {SUDRIA: (3, 3), NORLAND: (90, 90)}),
        ([to("Caldor", 90)], {ALL: (90, 90)}),
        ([to("Sudria", 3), to("Norland", 4), to("Caldor", 90)], {SUDRIA: (3, 3), NORLAND: (4, 4)}),
        ([Count(n=30, of="days")], {}),
    ],
)  # fmt: skip
def test_how_many_went_which_way(counts, flows):
    assert find_flows(counts, SIDES) == {way: Amount(*edges) for way, edges in flows.items()}


@pytest.mark.parametrize(
    ("bound", "amount"),
    [
        (Bound.AT_LEAST, Amount(1000, None)),
        (Bound.AT_MOST, Amount(0, 1000)),
        (Bound.ABOUT, Amount(1000, 1000, about=True)),
    ],
)
def test_a_number_is_no_more_exact_than_it_was_told(bound, amount):
    assert find_flows([each(1000, bound=bound)], SIDES)[SUDRIA] == amount


def test_what_is_not_known_exactly_makes_the_sum_inexact():
    assert exactly(10) + Amount(300, 312) == Amount(310, 322)
    assert exactly(10) + Amount(1000, None) == Amount(1010, None)
    assert exactly(10) + Amount(30, 30, about=True) == Amount(40, 40, about=True)


@pytest.mark.parametrize(
    ("amounts", "best"),
    [
        ([exactly(309), exactly(312), exactly(309)], Amount(309, 312)),
        ([exactly(1000), exactly(303)], exactly(1000)),  # a whole and a part
        ([exactly(303), exactly(303), exactly(1000)], exactly(303)),  # most say so
        ([Amount(1000, None), exactly(1048)], exactly(1048)),
        ([Amount(1000, None), exactly(1212)], exactly(1212)),
        ([Amount(50, 50, about=True), exactly(48)], exactly(48)),
    ],
)
def test_of_several_accounts(amounts, best):
    assert best_of(amounts) == best


def test_no_unit_is_of_two_groups_and_measures_are_of_none():
    assert {unit: group_of(unit) for unit in ("prisoners", "children", "bodies", "days", "points")} == {
        "prisoners": "people", "children": "people", "bodies": "bodies", "days": None, "points": None
    }  # fmt: skip
