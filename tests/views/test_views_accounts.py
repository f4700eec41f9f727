"""What several reports of one exchange say together."""

from typing import Any

import pytest

from invented_swaps import SIDES, article, each, mention, to
from talks.link import Report, tell
from talks.models import Article, Count, Mention, Status
from talks.views.accounts import sides_of, weigh
from talks.views.amounts import Amount
from talks.views.frames import Frame

NORLAND, SUDRIA, ALL = ("bodies", "Norland"), ("bodies", "Sudria"), ("bodies", None)
FRAMES = tuple(
    Frame(name, sides, (), frozenset(), {})
    for name, sides in (("one", SIDES), ("two", ("Caldor", "Helvaria")))
)


def report(outlet: str, status: Status, *counts: Count, **fields: Any) -> tuple[Article, Mention]:
    told = ("bodies", f"Bodies by {outlet}", "repatriation", status, {"counts": counts, **fields})
    source = article(outlet, "2024-09-15", [told])
    return source, mention(source, told)


def together(*reports: tuple[Article, Mention]) -> dict[tuple[str, str | None], Amount]:
    mentions = [found for _, found in reports]
    event = tell(Report(found, source.published, str(source.outlet)) for source, found in reports)
    return {way: told.amount for way, told in weigh(event, mentions, SIDES).items()}


AGREED = report("Wire", Status.AGREED, each(6000, "bodies"), to("Sudria", 6000, "bodies"))
SPLIT = report("Wire", Status.AGREED, to("Sudria", 140, "bodies"), to("Norland", 72, "bodies"))


@pytest.mark.parametrize(
    ("reports", "flows"),
    [
        # Before: what was agreed
        ([AGREED], {NORLAND: Amount(6000, 6000), SUDRIA: Amount(6000, 6000)}),
        # What was agreed, told again beside what was counted
        ([AGREED, report("Post", Status.HELD, each(6000, "bodies"), to("Sudria", 6060, "bodies")),
          report("Herald", Status.HELD, to("Sudria", 6057, "bodies"), to("Norland", 78, "bodies"))],
         {NORLAND: Amount(78, 78), SUDRIA: Amount(6057, 6060)}),
        # What was agreed, and nothing else is told
        ([AGREED, report("Post", Status.HELD, each(6000, "bodies"))],
         {NORLAND: Amount(6000, 6000), SUDRIA: Amount(6000, 6000)}),
        # A part for each side is not a count of the whole
        ([AGREED, report("Post", Status.HELD, each(6000, "bodies")),
          report("Herald", Status.HELD, each(303, "bodies"))],
         {NORLAND: Amount(6000, 6000), SUDRIA: Amount(6000, 6000)}),
        # On top of what was agreed and is told again
        ([AGREED, report("Post", Status.HELD, each(6000, "bodies"), to("Norland", 22, "bodies"))],
         {NORLAND: Amount(6022, 6022), SUDRIA: Amount(6000, 6000)}),
        # A total goes the ways that were agreed on, if it is their sum
        ([SPLIT, report("Post", Status.HELD, Count(n=212, of="bodies"))],
         {NORLAND: Amount(72, 72), SUDRIA: Amount(140, 140)}),
        ([SPLIT, report("Post", Status.HELD, Count(n=199, of="bodies"))], {ALL: Amount(199, 199)}),
    ],
)  # fmt: skip
def test_what_reports_say_together(reports, flows):
    assert together(*reports) == flows


@pytest.mark.parametrize(
    ("parties", "sides"),
    [
        (("Sudria", "Norland"), SIDES),
        (("Norland", "Sudria", "Helvaria"), SIDES),
        (("Norland",), SIDES),
        (("Norland", "Caldor"), ("Caldor", "Norland")),
        (("Helvaria",), ("Caldor", "Helvaria")),
        (("Meridia",), ()),
        ((), ()),  # of which negotiation, nobody says
    ],
)
def test_between_whom_an_exchange_is(parties, sides):
    source, found = report("Wire", Status.HELD)
    event = tell([Report(found.model_copy(update={"parties": parties}), source.published, "wire")])
    assert sides_of(event, FRAMES) == sides
