"""What two clues have in common."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from talks.link.reports import Clue

__all__ = [
    "NEAR",
    "PAIR",
    "are_near",
    "come_about",
    "comparable",
    "distance",
    "end",
    "fit_places",
    "planned",
    "same_round",
    "same_scope",
    "same_sides",
    "share_figure",
    "share_parties",
    "share_people",
    "start",
]

NEAR: Final = 0.9  # ratio from which two figures are meant to be one
PAIR: Final = 2  # people or parties that together tell one encounter from another


def start(clue: Clue) -> int:
    """Return its first day, or the first on which it can have been reported."""
    return clue.reach[0] if clue.reach else 0


def end(clue: Clue) -> int:
    """Return its last day, or the last on which it can have been reported."""
    return clue.reach[1] if clue.reach else 0


def distance(one: Clue, two: Clue) -> int:
    """Return the days between two clues, 0 when they overlap."""
    return max(start(two) - end(one), start(one) - end(two), 0)


def planned(one: Clue, two: Clue) -> Clue:
    """Return the one that is a plan, of a plan and what came about."""
    return two if one.real else one


def come_about(one: Clue, two: Clue) -> Clue:
    """Return the one that came about, of a plan and what came about."""
    return one if one.real else two


def fit_places(one: Clue, two: Clue) -> bool | None:
    """Tell whether two places are one, or hold each other; None when one isn't named."""
    if one.place is None or two.place is None:
        return None
    return one.place == two.place or one.place in two.around or two.place in one.around


def same_round(one: Clue, two: Clue) -> bool:
    """Tell whether both are of a round of one number."""
    return one.round is not None and one.round == two.round


def share_figure(one: Clue, two: Clue) -> bool:
    """Tell whether they have a figure in common that tells happenings of their kind apart."""
    return one.file.figured and not one.counts.isdisjoint(two.counts)


def comparable(one: Clue, two: Clue) -> Iterable[tuple[int, int]]:
    """Yield their figures of the same thing, in pairs."""
    return ((n, m) for of, n in one.counts for other, m in two.counts if of == other)


def are_near(figures: tuple[int, int]) -> bool:
    """Tell whether two figures are meant to be one."""
    return min(figures) >= NEAR * max(figures)


def share_parties(one: Clue, two: Clue) -> bool:
    """Tell whether two parties, or all there are of one, are parties of both."""
    return len(one.parties & two.parties) >= min(PAIR, len(one.parties), len(two.parties))


def share_people(one: Clue, two: Clue) -> bool:
    """Tell whether two people are in both."""
    return len(one.people & two.people) >= PAIR


def same_sides(one: Clue, two: Clue) -> bool:
    """Tell whether the parties are the same; of rounds, and at one place, some may be left out."""
    if not one.parties or not two.parties or one.parties == two.parties:
        return one.parties == two.parties and bool(one.parties)
    placed = one.file.encounter and one.place is not None and one.place == two.place
    return (one.file.rounds or placed) and (one.parties <= two.parties or two.parties <= one.parties)


def same_scope(one: Clue, two: Clue) -> bool:
    """Tell whether two clues are of one sort; two truces also of one place, if they have any."""
    if one.sorts != two.sorts and one.sorts.isdisjoint(two.sorts):
        return False
    if not one.file.terms:
        return True
    whole = [clue.place is None or clue.place in clue.parties for clue in (one, two)]
    if all(whole) or (any(whole) and share_figure(one, two)):
        return True
    return not any(whole) and fit_places(one, two) is not False
