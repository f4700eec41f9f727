"""On what reports of one happening disagree."""

import datetime as dt
from dataclasses import replace

import pytest

from talks.link import Report, tell
from talks.models import Basis, Bound, Count, Evidence, Mention, Span, Status, When

NORTH, SOUTH = ("Norland", "Sudria"), ("Sudria", "Norland")
DAY = When.day(dt.date(2024, 6, 10), Basis.STATED)


def report(n: int, *counts: Count, status: Status = Status.HELD, published: str = "2024-06-11") -> Report:
    words = f"Article {n} tells of it in words of its own, all {n} of them."
    evidence = Evidence(article=f"a{n}", span=Span(start=0, end=len(words)), quote=words, rule="swap.x")
    mention = Mention(
        id=f"m{n}",
        article=f"a{n}",
        kind="repatriation",
        status=status,
        when=DAY,
        counts=counts,
        evidence=(evidence,),
    )
    return Report(mention, When.day(dt.date.fromisoformat(published), Basis.GIVEN), f"outlet {n}")


def bodies(n: int, way: tuple[str | None, str | None] = (None, None), bound: Bound = Bound.EXACT) -> Count:
    return Count(n=n, of="bodies", from_party=way[0], to_party=way[1], bound=bound)


def disputed(*reports: Report) -> dict[str, list[str]]:
    return {c.field: [value for value, _ in c.values] for c in tell(reports).conflicts}


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((bodies(1245, NORTH), bodies(1248, NORTH)), {"figures": ["1,245 bodies", "1,248 bodies"]}),
        ((bodies(1245, NORTH), bodies(1248, SOUTH)), {}),
        ((bodies(1245), bodies(1248)), {}),
        ((bodies(1245, NORTH), bodies(1248)), {}),
        ((bodies(1245, NORTH), bodies(1248, NORTH, Bound.ABOUT)), {}),
        ((bodies(1245, NORTH), bodies(6057, NORTH)), {}),
    ],
)
def test_one_report_disagrees_with_itself_on_what_goes_one_way_only(counts, expected):
    assert disputed(report(1, *counts)) == expected


def test_a_mention_gives_a_figure_once_however_often_it_says_so():
    (conflict,) = tell(
        [report(1, bodies(1245), bodies(1245, NORTH)), report(2, bodies(1248, NORTH))]
    ).conflicts
    assert conflict.values == (("1,245 bodies", ("m1",)), ("1,248 bodies", ("m2",)))


@pytest.mark.parametrize("off", [Status.CANCELLED, Status.REJECTED])
def test_what_was_called_off_before_it_was_held_after_all_is_no_disagreement(off):
    held = report(1, published="2024-06-11")
    before, after = (report(2, status=off, published=day) for day in ("2024-06-09", "2024-06-11"))
    assert disputed(held, before) == {}
    assert disputed(held, after) == {"held": sorted(["held", off.value])}
    undated = replace(before, published=When.unknown())
    assert disputed(held, undated) == {"held": sorted(["held", off.value])}
