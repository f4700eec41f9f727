"""On what the reports of one happening disagree.

A disagreement takes two articles: the figures of one, which may be of two sides, are not against each other,
unless they go the same way, from one party to the other.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Final

from talks.link import relations
from talks.link.reports import Report
from talks.models import Bound, Conflict, Count, Precision, Status
from talks.terms import REAL

__all__ = ["are_near", "find_conflicts", "name_places"]

OFF: Final = frozenset({Status.CANCELLED, Status.REJECTED})

Figure = tuple[str, int]  # what of, how many
Values = dict[str, list[str]]  # by value, the mentions that give it


def find_conflicts(group: Sequence[Report], witnesses: Sequence[Report]) -> tuple[Conflict, ...]:
    """Return the fields on which reports disagree; on day, place and figures only the witnesses count."""
    articles = {report.mention.id: report.mention.article for report in group}
    found = (
        ("date", _of_two(_days(witnesses), articles)),
        ("place", _of_two(name_places(witnesses), articles)),
        ("held", _of_two(_outcomes(group), articles)),
        ("figures", _figures(witnesses, articles)),
    )
    return tuple(_conflict(field, values) for field, values in found if len(values) > 1)


def _conflict(field: str, values: Values) -> Conflict:
    rows = sorted((value, tuple(sorted(ids))) for value, ids in values.items())
    return Conflict(field=field, values=tuple(rows))


def _of_two(values: Values, articles: dict[str, str]) -> Values:
    """Return values that two articles disagree on; nothing if none do."""
    real = any(_disagree(values[a], values[b], articles) for a, b in combinations(values, 2))
    return values if real else {}


def _disagree(one: Iterable[str], two: Iterable[str], articles: dict[str, str]) -> bool:
    """Tell whether an article gives one of two values only, and another article gives the other."""
    first, second = {articles[key] for key in one}, {articles[key] for key in two}
    return len(first | second) > 1 and first != second


def _days(group: Sequence[Report]) -> Values:
    out: defaultdict[str, list[str]] = defaultdict(list)
    for report in group:
        when = report.mention.when
        if when.precision is Precision.DAY and when.edtf:
            out[when.edtf].append(report.mention.id)
    return out


def name_places(group: Sequence[Report]) -> Values:
    """Return the places that reports name; a country is no other place than its city."""
    out: defaultdict[str, list[str]] = defaultdict(list)
    for report in group:
        if report.mention.place:
            out[report.mention.place].append(report.mention.id)
    wider = {name for report in group for name in report.around}
    return {name: ids for name, ids in out.items() if name not in wider}


def _outcomes(group: Sequence[Report]) -> Values:
    """Return who says that it was held, and who, no earlier than that, that it was called off or refused."""
    held = [report for report in group if report.mention.status is Status.HELD]
    first = min((report.published.earliest or dt.date.min for report in held), default=dt.date.max)
    off = [report for report in group if report.mention.status in OFF and _is_out(report, first)]
    out: defaultdict[str, list[str]] = defaultdict(list)
    for report in (*held, *off):
        out[report.mention.status.value].append(report.mention.id)
    return out


def _is_out(report: Report, first: dt.date) -> bool:
    """Tell whether a report may have been published on a day or later."""
    return (report.published.latest or dt.date.max) >= first


def _figures(group: Sequence[Report], articles: dict[str, str]) -> Values:
    """Return figures so near to each other that they must be one: 1,245 bodies, 1,248 bodies.

    Figures further apart are stages and totals.
    """
    told: defaultdict[Figure, list[str]] = defaultdict(list)
    real = [report for report in group if report.mention.status in REAL]
    for report in real:
        for of, n in sorted({(count.of, count.n) for count in _exact(report)}):
            told[of, n].append(report.mention.id)
    within = {pair for report in real for pair in _at_odds(report)}
    near = (pair for pair in combinations(sorted(told), 2) if are_near(*pair))
    odd = [pair for pair in near if pair in within or _disagree(told[pair[0]], told[pair[1]], articles)]
    shown = sorted({figure for pair in odd for figure in pair})
    return {f"{n:,} {of}": told[of, n] for of, n in shown}


def _exact(report: Report) -> list[Count]:
    return [count for count in report.mention.counts if count.bound is Bound.EXACT]


def _at_odds(report: Report) -> Iterator[tuple[Figure, Figure]]:
    """Yield what one report says is disputed: two near figures that go the same way, which is known."""
    ways = [count for count in _exact(report) if count.from_party and count.to_party]
    for one, two in combinations(sorted(ways, key=lambda count: (count.of, count.n)), 2):
        same = (one.from_party, one.to_party) == (two.from_party, two.to_party)
        if same and one.n != two.n and are_near((one.of, one.n), (two.of, two.n)):
            yield (one.of, one.n), (two.of, two.n)


def are_near(one: Figure, two: Figure) -> bool:
    """Tell whether two figures are so near to each other that they must be one."""
    return one[0] == two[0] and relations.are_near((one[1], two[1]))
