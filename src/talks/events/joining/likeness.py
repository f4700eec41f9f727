"""When two happenings told in one article can be one: by who is named, and by their figures."""

from __future__ import annotations

from collections.abc import Sequence

from talks.events.happenings import Happening
from talks.models import Precision, Status
from talks.terms import REAL

__all__ = [
    "TO_COME",
    "apart",
    "are_many_and_one",
    "are_one_company",
    "are_one_count",
    "are_other_ranks",
    "are_other_teams",
    "are_others",
    "are_two_refusals",
    "is_another_state",
    "is_of_next",
    "is_sum",
    "is_undated_yet",
    "of_others",
    "share_figures",
    "stand_near",
]

TO_COME = frozenset({Status.PLANNED, Status.PROPOSED})
PAIR = 2
TEAMS = 3
SOON = 2  # paragraphs within which another figure is for the same
MANY = 3  # times a figure that another is of a total


def stand_near(a: Happening, b: Happening) -> bool:
    """Tell whether two are told within a few paragraphs."""
    return abs(a.sentence.paragraph - b.sentence.paragraph) <= SOON


def are_others(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Tell two encounters by who is named: of two people or more, both were at one."""
    if len(one) > 1 and len(two) > 1:
        return len(set(one) & set(two)) < PAIR
    return apart(one, two)


def are_one_company(a: Happening, b: Happening) -> bool:
    """Tell a call of three parties told twice, once by the callers and once by the called."""
    real = a.status in REAL and b.status in REAL
    return real and len(a.parties) >= TEAMS and set(a.parties) == set(b.parties)


def are_other_ranks(a: Happening, b: Happening) -> bool:
    """Tell a call of "the two leaders", who are not named, from one of two ministers who are."""
    pairs = ((a, b), (b, a))
    return any(
        x.leaders >= PAIR > len(x.people) and y.leaders == 0 and len(y.people) >= PAIR for x, y in pairs
    )


def are_other_teams(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Tell three parties from three others, each with one that the other has not."""
    mine, theirs = set(one), set(two)
    return are_others(one, two) or (len(mine) == len(theirs) == TEAMS and mine != theirs)


def apart(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Tell whether names are told of both, and none of both."""
    return bool(one) and bool(two) and not set(one) & set(two)


def of_others(a: Happening, b: Happening) -> bool:
    """Tell a summit that two held from the one that three are to hold."""
    several = len(a.people) > 1 and len(b.people) > 1
    return several and (a.status in REAL) != (b.status in REAL) and set(a.people) != set(b.people)


def are_one_count(a: Happening, b: Happening) -> bool:
    """Tell a figure that somebody disputes, told soon after, from a total of many times as much."""
    one, two = max(c.n for c in a.counts), max(c.n for c in b.counts)
    total = (not a.when.known and one >= MANY * two) or (not b.when.known and two >= MANY * one)
    alike = {c.of for c in a.counts} & {c.of for c in b.counts} and (a.when.known or b.when.known)
    part = alike and max(one, two) >= MANY * min(one, two)  # 78 bodies, after the 1,212 of a stage
    return stand_near(a, b) and not (total or part)


def is_sum(happening: Happening, group: Sequence[Happening]) -> bool:
    """Tell a figure that two others add up to: 246 and 31 were freed, 277 came home."""
    figures = {(c.of, c.n) for h in group for c in h.counts} if happening.status in REAL else set()
    pairs = {(of, n + m) for of, n in figures for other, m in figures if of == other and n < m}
    return any((c.of, c.n) in pairs for c in happening.counts)


def share_figures(a: Happening, b: Happening) -> bool:
    """Tell whether two have a figure in common."""
    return bool({c.n for c in a.counts} & {c.n for c in b.counts})


def are_two_refusals(a: Happening, b: Happening) -> bool:
    """Tell that nothing is planned in Castrel, or of experts, from that the next round has no date."""
    told = [(bool(h.place), bool(h.sorts)) for h in (a, b) if h.status is Status.UNSCHEDULED]
    return len(told) == PAIR and told[0] != told[1]


def are_many_and_one(a: Happening, b: Happening) -> bool:
    """Tell three meetings in a month from the one that was held on a day of it."""
    day = next((h for h in (a, b) if not h.counted and h.when.precision is Precision.DAY), None)
    many = next((h for h in (a, b) if h.counted and h.when.precision is not Precision.DAY), None)
    return day is not None and many is not None and many.status is Status.HELD


def is_another_state(a: Happening, b: Happening) -> bool:
    """Tell discussions that go on, nobody says whose, from talks held in a place or on a day."""
    goes_on = any(h.unattended and h.status is Status.ONGOING and not h.place for h in (a, b))
    return goes_on and any(h.status is Status.HELD and (h.place or h.when.known) for h in (a, b))


def is_of_next(a: Happening, b: Happening) -> bool:
    """Tell what is to come in the next days from what was held: it is another one."""
    held = any(h.status is Status.HELD for h in (a, b))
    soon = any(h.status in TO_COME and h.when.precision is Precision.APPROX for h in (a, b))
    return held and soon


def is_undated_yet(a: Happening, b: Happening) -> bool:
    """Tell what has no date yet from what was held in a place, on a day or several times."""
    held = next((h for h in (a, b) if h.status is Status.HELD), None)
    placed = held is not None and bool(held.place or held.when.known or held.counted)
    return placed and any(h.status is Status.UNSCHEDULED for h in (a, b))
