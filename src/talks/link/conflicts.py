"""On what the reports of one happening disagree.

A disagreement takes two articles: the figures of one, which may be of two sides, are not against each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Final

from talks.link.reports import Report
from talks.models import Bound, Conflict, Precision, Status
from talks.terms import REAL

__all__ = ["find_conflicts", "name_places"]

NEAR: Final = 0.9  # ratio from which two figures are meant to be one

Values = dict[str, list[str]]  # by value, the mentions that give it


def find_conflicts(group: Sequence[Report], witnesses: Sequence[Report]) -> tuple[Conflict, ...]:
    """Return the fields on which reports disagree; on day, place and figures only the witnesses count."""
    articles = {report.mention.id: report.mention.article for report in group}
    found = (
        ("date", _days(witnesses)),
        ("place", name_places(witnesses)),
        ("held", _outcomes(group)),
        ("figures", _figures(witnesses, articles)),
    )
    return tuple(_conflict(field, values) for field, values in found if _is_real(values, articles))


def _conflict(field: str, values: Values) -> Conflict:
    rows = sorted((value, tuple(sorted(ids))) for value, ids in values.items())
    return Conflict(field=field, values=tuple(rows))


def _is_real(values: Values, articles: dict[str, str]) -> bool:
    return any(_disagree(values[a], values[b], articles) for a, b in combinations(values, 2))


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
    """Return who says that it was held, and who, no earlier than that, that it was called off."""
    out: defaultdict[str, list[str]] = defaultdict(list)
    for report in group:
        if report.mention.status in (Status.HELD, Status.CANCELLED):
            out[report.mention.status.value].append(report.mention.id)
    return out


def _figures(group: Sequence[Report], articles: dict[str, str]) -> Values:
    """Return figures so near to each other that they must be one: 1,245 bodies, 1,248 bodies.

    Figures further apart are stages and totals.
    """
    told: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    for report in group:
        for count in report.mention.counts if report.mention.status in REAL else ():
            if count.bound is Bound.EXACT:
                told[count.of, count.n].append(report.mention.id)
    near = (pair for pair in combinations(sorted(told), 2) if _are_near(*pair))
    real = [pair for pair in near if _disagree(told[pair[0]], told[pair[1]], articles)]
    shown = sorted({figure for pair in real for figure in pair})
    return {f"{n:,} {of}": told[of, n] for of, n in shown}


def _are_near(one: tuple[str, int], two: tuple[str, int]) -> bool:
    return one[0] == two[0] and min(one[1], two[1]) >= NEAR * max(one[1], two[1])
