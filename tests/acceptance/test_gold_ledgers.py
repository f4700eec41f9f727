"""What was swapped and what was promised, by faultless records: the right answers, worked out by hand.

They are those that a reader takes from the gold, whose `canon` says what tells of one happening: where the
program gives another answer for that reason, it is for linking to find it.
"""

import datetime as dt

import pytest

from talks.store import Store
from talks.views.amounts import Amount
from talks.views.exchanges import Line
from talks.views.promises import Asked as Promises
from talks.views.promises import Promise, State, find_promises
from talks.views.swaps import Asked, Book, find_books

REAL = ("Russia", "Ukraine")
INVENTED = ("Norland", "Sudria")
MAY, JUNE = dt.date(2025, 5, 1), dt.date(2025, 6, 30)


def exactly(n: int) -> Amount:
    return Amount(n, n)


def book(store: Store, sides: tuple[str, str], **asked: object) -> Book:
    (found,) = (book for book in find_books(store, Asked(**asked)) if book.sides == sides)
    return found


def on(book: Book, edtf: str) -> Line:
    (found,) = (line for line in book.held if line.event.when.edtf == edtf)
    return found


def number(line: Line, side: str, group: str = "people") -> Amount:
    return line.told[group, side].amount


def promises(store: Store, day: str, kind: str, *, party: str = "Ukraine") -> list[Promise]:
    asked = Promises(as_of=dt.date.fromisoformat(day), parties=(party,))
    return [promise for promise in find_promises(store, asked) if promise.event.kind == kind]


def of_size(promises: list[Promise], n: int) -> list[Promise]:
    return [p for p in promises if any(told.amount.top == n for told in p.promised.values())]


# The ledger: swaps of May and June 2025


def test_a_thousand_went_each_way_in_three_stages_and_bodies_in_five(gold_history):
    found = book(gold_history, REAL, since=MAY, until=JUNE)
    whole = on(found, "2025-05-23/2025-05-25")
    for side in REAL:
        assert number(whole, side) == exactly(1000)
        assert [number(stage, side) for stage in whole.stages] == [exactly(n) for n in (390, 307, 303)]
    assert [stage.event.when.edtf for stage in whole.stages] == ["2025-05-23", "2025-05-24", "2025-05-25"]
    bodies = on(found, "2025-06-11/2025-06-16")
    came = [number(stage, "Ukraine", "bodies") for stage in bodies.stages]
    assert came == [*map(exactly, (1212, 1200, 1200, 1200)), Amount(1245, 1248)]


def test_what_adds_up_in_may_and_june_2025(gold_history):
    total = book(gold_history, REAL, since=MAY, until=JUNE).total
    assert dict(total.amounts) == {
        ("people", "Russia"): exactly(1000),
        ("people", "Ukraine"): exactly(1000),
        ("bodies", "Russia"): exactly(78),
        ("bodies", "Ukraine"): Amount(6057, 6060),  # by Ukraine's count, and by Russia's
    }


def test_two_exchanges_of_june_have_no_size(gold_history):
    total = book(gold_history, REAL, since=MAY, until=JUNE).total
    assert dict(total.missing) == {("people", "Russia"): 2, ("people", "Ukraine"): 2}  # the series; 26 June


def test_both_sides_figures_stand_where_they_differ(gold_history):
    bodies = on(book(gold_history, REAL), "2025-06-11/2025-06-16")
    told = bodies.told["bodies", "Ukraine"]
    assert told.disputed
    assert {account.amount for account in told.accounts} >= {exactly(6057), exactly(6060)}
    assert exactly(6000) not in {account.amount for account in told.accounts}  # that was agreed, not counted
    assert number(on(book(gold_history, REAL), "2025-03-19"), "Ukraine") == Amount(175 + 22, 175 + 23)


def test_one_way_figures_come_on_top_of_those_for_each(gold_history):
    easter = on(book(gold_history, REAL), "2025-04-19")
    assert (number(easter, "Ukraine"), number(easter, "Russia")) == (exactly(246 + 31), exactly(246 + 15))


def test_what_adds_up_in_all(gold_history):
    amounts = book(gold_history, REAL).total.amounts
    to_russia = 55 + 175 + (246 + 15) + 1000 + 250 + 84 + 146 + (185 + 20)
    to_ukraine = 215 + (175 + 22) + (246 + 31) + 1000 + 250 + 84 + 146 + (185 + 20)
    assert amounts["people", "Russia"] == Amount(
        to_russia, to_russia + 8
    )  # of August: 8 civilians on top, or among
    assert amounts["people", "Ukraine"] == Amount(to_ukraine, to_ukraine + 1)  # 22 or 23 in March
    assert amounts["people", None] == exactly(10)  # foreigners, released with a third party's help
    assert amounts["bodies", "Ukraine"] == Amount(6057 + 1000, 6060 + 1000)


def test_what_is_only_agreed_is_not_added_up(gold_history):
    found = book(gold_history, REAL)
    agreed = {told.amount.top for line in found.ahead for told in line.told.values()}
    assert 1200 in agreed
    assert all(line.counts is None for line in found.ahead)


def test_the_invented_exchanges(gold_history):
    found = book(gold_history, INVENTED)
    tresk = on(found, "2024-05-03")
    assert (number(tresk, "Sudria"), number(tresk, "Norland")) == (Amount(309, 312), exactly(309))
    third = on(found, "2024-07-19/2024-07-21")
    assert [number(stage, "Norland") for stage in third.stages] == [exactly(n) for n in (200, 120, 80)]
    assert dict(found.total.amounts) == {
        ("people", "Norland"): exactly(120 + 309 + 400),
        ("people", "Sudria"): Amount(120 + 309 + 400, 120 + 312 + 400),
        ("bodies", "Norland"): exactly(72),  # of 212, as they were agreed on
        ("bodies", "Sudria"): exactly(140),
    }
    assert not any(found.total.missing.values())


def test_the_ledger_of_a_past_day_knows_no_later_report(gold_history):
    found = book(gold_history, REAL, since=MAY, as_of=dt.date(2025, 6, 15))
    assert dict(found.total.amounts) == {("people", side): exactly(1000) for side in REAL}


# Promises on 1 June and on 1 July 2025


def test_a_thousand_for_a_thousand_is_kept_by_the_first_of_june(gold_history):
    found = of_size(promises(gold_history, "2025-06-01", "prisoner_swap"), 1000)
    assert found
    for promise in found:
        assert promise.state is State.KEPT
        assert dict(promise.delivered) == {("people", side): exactly(1000) for side in REAL}
        assert set(promise.left.values()) == {exactly(0)}
        stages = [
            line.event.when.edtf
            for line in promise.deliveries
            if line.event.when.earliest == line.event.when.latest
        ]
        assert stages == ["2025-05-23", "2025-05-24", "2025-05-25"]


def test_a_thousand_for_a_thousand_is_one_promise(gold_history):
    assert len(of_size(promises(gold_history, "2025-06-01", "prisoner_swap"), 1000)) == 1


def test_the_bodies_of_june_were_not_promised_on_the_first_of_june(gold_history):
    assert promises(gold_history, "2025-06-01", "repatriation") == []


def test_the_bodies_of_june_had_come_by_the_first_of_july_but_for_those_to_russia(gold_history):
    found = of_size(promises(gold_history, "2025-07-01", "repatriation"), 6000)
    assert found
    for promise in found:
        assert promise.term.due == dt.date(2025, 6, 15) or promise.term.due is None  # "next week"
        assert promise.delivered["bodies", "Ukraine"] == Amount(6057, 6060)
        assert promise.delivered["bodies", "Russia"] == exactly(78)
        assert promise.left == {("bodies", "Ukraine"): exactly(0), ("bodies", "Russia"): exactly(6000 - 78)}
        assert promise.state is State.PARTLY


def test_the_bodies_of_june_are_one_promise(gold_history):
    assert len(of_size(promises(gold_history, "2025-07-01", "repatriation"), 6000)) == 1


def test_the_bodies_of_june_on_the_way(gold_history):
    found = of_size(promises(gold_history, "2025-06-16", "repatriation"), 6000)
    assert found
    for promise in found:  # the first report of a handover is of 17 June, when the week was over
        assert promise.state in (State.OPEN, State.OVERDUE)
        assert dict(promise.delivered) == {}


def test_all_for_all_is_partly_kept_by_the_first_of_july(gold_history):
    swaps = promises(gold_history, "2025-07-01", "prisoner_swap")
    later = [p for p in swaps if p.term.agreed and p.term.agreed >= dt.date(2025, 6, 1)]
    assert [promise.state for promise in later] == [
        State.PARTLY
    ]  # at least 1,000 each; a series is under way


def test_nobody_promised_the_children_of_the_list(gold_history):
    for day in ("2025-06-01", "2025-07-01"):
        everything = find_promises(gold_history, Promises(as_of=dt.date.fromisoformat(day)))
        counts = [count.of for promise in everything for count in promise.plan.counts]
        assert "children" not in counts


def test_no_next_round_was_promised_in_june_2025_only_proposed(gold_history):
    for day in ("2025-06-01", "2025-07-01"):
        talks = promises(gold_history, day, "talks", party="Russia")
        assert [
            p for p in talks if "Ukraine" in p.event.parties and p.term.agreed and p.term.agreed >= MAY
        ] == []


def test_the_memoranda_were_due_on_the_second_of_june_and_came(gold_history):
    def due(day: str) -> list[State]:
        found = promises(gold_history, day, "document")
        return [promise.state for promise in found if promise.term.due == dt.date(2025, 6, 2)]

    assert due("2025-06-01") == [State.OPEN]
    assert due("2025-07-01") == [State.KEPT]


def test_talks_in_london_were_set_and_nothing_is_reported_of_them(gold_history):
    (before,) = (p for p in promises(gold_history, "2025-04-21", "talks") if p.event.place == "London")
    (after,) = (p for p in promises(gold_history, "2025-07-01", "talks") if p.event.place == "London")
    assert (before.state, after.state) == (State.OPEN, State.OVERDUE)


def test_the_energy_truce_began_and_its_end_is_not_reported(gold_history):
    found = promises(gold_history, "2025-07-01", "ceasefire")
    (truce,) = (promise for promise in found if promise.term.agreed == dt.date(2025, 3, 19))
    assert (truce.state, truce.term.due) == (State.PARTLY, dt.date(2025, 4, 17))


# Promises of the invented negotiation


@pytest.mark.parametrize(
    ("day", "state"), [("2024-06-30", State.OPEN), ("2024-07-20", State.OPEN), ("2024-07-22", State.KEPT)]
)
def test_the_third_invented_swap(gold_history, day, state):
    (promise,) = of_size(promises(gold_history, day, "prisoner_swap", party="Norland"), 400)
    assert promise.state is state
    assert promise.term.due == dt.date(2024, 7, 31)
    left = exactly(0 if state is State.KEPT else 400)
    assert promise.left == {("people", side): left for side in INVENTED}


@pytest.mark.parametrize(("day", "state"), [("2024-04-25", State.OPEN), ("2024-05-03", State.KEPT)])
def test_the_invented_bodies(gold_history, day, state):
    (promise,) = promises(gold_history, day, "repatriation", party="Norland")
    assert (promise.state, promise.term.due) == (state, dt.date(2024, 4, 30))
    assert {way: told.amount for way, told in promise.promised.items()} == {
        ("bodies", "Norland"): exactly(72),
        ("bodies", "Sudria"): exactly(140),
    }


@pytest.mark.parametrize(
    ("day", "state"),
    [
        ("2024-03-20", State.OPEN),
        ("2024-03-30", State.PARTLY),
        ("2024-04-03", State.KEPT),
    ],
)
def test_the_invented_truce(gold_history, day, state):
    (promise,) = promises(gold_history, day, "ceasefire", party="Norland")
    assert (promise.state, promise.term.due) == (state, dt.date(2024, 4, 3))


@pytest.mark.parametrize(("day", "state"), [("2024-06-01", State.OPEN), ("2024-06-12", State.KEPT)])
def test_the_fourth_invented_round(gold_history, day, state):
    talks = promises(gold_history, day, "talks", party="Norland")
    (promise,) = (promise for promise in talks if promise.event.round == 4)
    assert (promise.state, promise.term.due) == (state, dt.date(2024, 6, 10))


def test_the_second_invented_round(gold_history):
    talks = promises(gold_history, "2024-03-12", "talks", party="Norland")
    assert [promise.state for promise in talks if promise.event.round == 2] == [State.KEPT]


def test_the_invented_summit_that_never_came(gold_history):
    def states(day: str) -> list[State]:
        return [promise.state for promise in promises(gold_history, day, "summit", party="Norland")]

    assert states("2024-06-25") == [State.OPEN]
    assert states("2024-07-22") == [State.BROKEN]
