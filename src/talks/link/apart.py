"""What tells two clues apart, whatever else they share."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from typing import Final

from talks.link.relations import (
    PAIR,
    are_near,
    come_about,
    comparable,
    distance,
    end,
    planned,
    same_round,
    share_figure,
    share_parties,
    start,
)
from talks.link.reports import Clue, Days

__all__ = ["MONTHS", "Facet", "Reported", "are_apart", "are_at_one", "are_unlike", "facet_of"]

NEVER: Final = (0, 0)
CORRECTED: Final = 3  # days by which reports of one round may disagree
MONTHS: Final = 90  # days within which two plans for a round are of one round


def are_apart(one: Clue, two: Clue, *, figures: bool = True) -> bool:
    """Tell whether two clues are of two happenings, whatever else they share.

    `figures` are not asked for where a third clue has those of both: of 6,060 bodies for 78, one may be told.
    """
    return are_unlike(one, two, figures=figures) or _planned_later(one, two)


def are_unlike(one: Clue, two: Clue, *, figures: bool = True) -> bool:
    """Tell whether two clues are of two happenings by what they tell, whenever they were reported."""
    return (
        _other_sort(one, two)
        or _other_number(one, two)
        or _other_days(one, two)
        or (figures and _other_figures(one, two))
        or _other_parties(one, two)
        or _other_people(one, two)
        or _stage(one, two)
    )


Facet = tuple[object, ...]


def facet_of(clue: Clue) -> Facet:
    """Return all of a clue that `are_unlike` looks at: clues with equal facets are unlike the same."""
    what = clue.kind, clue.real, clue.paused, clue.round, clue.counts, clue.reference, clue.sorts
    return *what, clue.parties, clue.people, clue.days, clue.span


def are_at_one(clues: Iterable[Clue]) -> bool:
    """Tell whether no two clues are apart, of clues that are all plans, or none of which is one."""
    told = {facet_of(clue): clue for clue in clues}  # a report can't come too early for one of its like
    return not any(are_unlike(one, two) for one, two in combinations(told.values(), 2))


class Reported:
    """When a group's encounters, or calls, without a day were told of: as plans, and as held, by round."""

    def __init__(self, clues: Iterable[Clue] = ()) -> None:
        self._last: dict[int | None, int] = {}  # on which a plan was told of, at the earliest
        self._first: dict[int | None, int] = {}  # on which it was told as held, at the latest
        for clue in clues:
            if clue.days or not clue.file.contact:
                continue
            if clue.real:
                self._first[clue.round] = min(end(clue), self._first.get(clue.round, end(clue)))
            else:
                self._last[clue.round] = max(start(clue), self._last.get(clue.round, start(clue)))

    def absorb(self, other: Reported) -> None:
        """Take in the days of another group."""
        for number, day in other._last.items():
            self._last[number] = max(day, self._last.get(number, day))
        for number, day in other._first.items():
            self._first[number] = min(day, self._first.get(number, day))

    def is_apart(self, other: Reported) -> bool:
        """Tell whether one was planned after the other was told as held (`_planned_later`)."""
        pairs = ((self._last, other._first), (other._last, self._first))
        return any(
            planned > held and (number is None or number != of)
            for plans, done in pairs
            for number, planned in plans.items()
            for of, held in done.items()
        )


def _other_sort(one: Clue, two: Clue) -> bool:
    if one.family != two.family or one.paused != two.paused:
        return True
    return bool(one.sorts and two.sorts and one.sorts.isdisjoint(two.sorts))


def _other_number(one: Clue, two: Clue) -> bool:
    if one.reference and two.reference and one.reference != two.reference:
        return True
    return bool(one.round and two.round and one.round != two.round)


def _other_parties(one: Clue, two: Clue) -> bool:
    if not one.parties or not two.parties:
        return False
    if not share_parties(one, two):
        return True
    return _another_occasion(one, two) and bool(planned(one, two).parties - come_about(one, two).parties)


def _other_people(one: Clue, two: Clue) -> bool:
    if not one.people or not two.people or one.file.rounds:  # whom reports name of delegations differs
        return False
    if len(one.people & two.people) < min(PAIR, len(one.people), len(two.people)):
        return True
    return _another_occasion(one, two) and bool(planned(one, two).people - come_about(one, two).people)


def _another_occasion(one: Clue, two: Clue) -> bool:
    """Tell whether who was to come can tell a plan from what was held.

    No number or name makes them one; and a mediator joins or leaves rounds without making them others.
    """
    known = same_round(one, two) or (one.reference and one.reference == two.reference)
    return one.real != two.real and one.file.encounter and not one.file.rounds and not known


def _other_days(one: Clue, two: Clue) -> bool:
    """Tell whether two days are of two happenings: what was held is planned for no later day."""
    if not one.days or not two.days or (far := distance(one, two)) == 0:
        return False
    if (
        one.real != two.real
        and not (planned(one, two).days or NEVER)[0] > (come_about(one, two).days or NEVER)[1]
    ):
        return False
    if same_round(one, two):
        return far > (CORRECTED if one.real or two.real else MONTHS)
    return not (one.reference and one.reference == two.reference)


def _planned_later(one: Clue, two: Clue) -> bool:
    """Tell an encounter, or a call, that is planned from one told before as held, both without a day."""
    if one.days or two.days or one.real == two.real or same_round(one, two):
        return False
    meeting = one.file.contact
    return meeting and start(planned(one, two)) > end(come_about(one, two))


def _stage(one: Clue, two: Clue) -> bool:
    """Tell whether one is a stage of the other: some of its days, with figures of its own or none."""
    if not one.days or not two.days or not one.file.figured or share_figure(one, two):
        return False
    within = (
        [(one, two)] if _holds(two.days, one.days) else [(two, one)] if _holds(one.days, two.days) else []
    )
    return any(whole.span and part.days != whole.days for part, whole in within)


def _holds(whole: Days, part: Days) -> bool:
    return whole[0] <= part[0] and part[1] <= whole[1]


def _other_figures(one: Clue, two: Clue) -> bool:
    if not one.counts or not two.counts or not one.file.figured or one.counts & two.counts:
        return False
    if one.file.terms:
        return True
    pairs = list(comparable(one, two))
    return bool(pairs) and not any(map(are_near, pairs))
