"""Two clues side by side: what tells two happenings apart, and what speaks for one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from talks.link.reports import Clue

__all__ = ["ENOUGH", "SURE", "are_apart", "attraction", "fit_places", "likeness", "pull"]

ENOUGH: Final = 3.0  # of likeness, to tell of one happening
SURE: Final = 5.0  # of likeness, to tell of one happening although two places are named
NEAR: Final = 0.9  # ratio from which two figures are meant to be one
CORRECTED: Final = 3  # days by which reports of one round may disagree
MONTHS: Final = 90  # days within which two plans for a round are of one round
LATE: Final = 2  # days by which an encounter may be late
PROMPT: Final = 21  # days within which what was agreed on a day is carried out
SOON: Final = 45  # days within which what was planned without a day came about
AFTER: Final = 90  # days within which what had happened is told of without a day
FADING: Final = 40.0  # days of distance that weigh as much as one point
PAIR: Final = 2  # people or parties that together tell one encounter from another


def are_apart(one: Clue, two: Clue) -> bool:
    """Tell whether two clues are of two happenings, whatever else they share."""
    if one.reference and two.reference and one.reference != two.reference:
        return True
    return any(apart(one, two) for apart in APART)


def _other_sort(one: Clue, two: Clue) -> bool:
    if one.family != two.family or one.paused != two.paused:
        return True
    return bool(one.name and two.name and one.name != two.name)


def _other_round(one: Clue, two: Clue) -> bool:
    return bool(one.round and two.round and one.round != two.round)


def _other_parties(one: Clue, two: Clue) -> bool:
    both = one.parties & two.parties
    if not one.parties or not two.parties:
        return False
    if len(both) < min(PAIR, len(one.parties), len(two.parties)):
        return True
    return _another_occasion(one, two) and bool(_planned(one, two).parties - _come_about(one, two).parties)


def _other_people(one: Clue, two: Clue) -> bool:
    if not one.people or not two.people or one.file.rounds:  # whom reports name of delegations differs
        return False
    if len(one.people & two.people) < min(PAIR, len(one.people), len(two.people)):
        return True
    return _another_occasion(one, two) and bool(_planned(one, two).people - _come_about(one, two).people)


def _another_occasion(one: Clue, two: Clue) -> bool:
    """Tell whether who was to come can tell a plan from what was held: no number or name makes them one."""
    known = (one.round and one.round == two.round) or (one.reference and one.reference == two.reference)
    return one.real != two.real and one.file.encounter and not known


def _planned(one: Clue, two: Clue) -> Clue:
    return two if one.real else one


def _come_about(one: Clue, two: Clue) -> Clue:
    return one if one.real else two


def _other_days(one: Clue, two: Clue) -> bool:
    """Tell whether two days, both of plans or both of what took place, are of two happenings."""
    if not one.dated or not two.dated or one.real != two.real or distance(one, two) == 0:
        return False
    if one.round and one.round == two.round:
        return distance(one, two) > (CORRECTED if one.real else MONTHS)
    return not (one.reference and one.reference == two.reference)


def _stage(one: Clue, two: Clue) -> bool:
    """Tell whether one is a stage of the other: a day of several, with figures of its own or none."""
    if not one.file.figured or one.counts & two.counts or not one.dated or not two.dated:
        return False
    short, long = sorted((one, two), key=lambda clue: len(clue.days))
    return long.span and len(short.days) < len(long.days)


def _other_figures(one: Clue, two: Clue) -> bool:
    if not one.file.figured or not one.counts or not two.counts or one.counts & two.counts:
        return False
    if one.file.terms:
        return True
    pairs = [(n, m) for of, n in one.counts for other, m in two.counts if of == other]
    return bool(pairs) and not any(min(pair) >= NEAR * max(pair) for pair in pairs)


APART: Final[tuple[Callable[[Clue, Clue], bool], ...]] = (
    _other_sort,
    _other_round,
    _other_parties,
    _other_people,
    _other_days,
    _stage,
    _other_figures,
)


def distance(one: Clue, two: Clue) -> int:
    """Return the days between two clues, 0 when they overlap."""
    (a, b), (c, d) = one.reach, two.reach
    return max(c - b, a - d, 0)


def fit_places(one: Clue, two: Clue) -> bool | None:
    """Tell whether two places are one, or hold each other; None when one isn't named."""
    if one.place is None or two.place is None:
        return None
    return one.place == two.place or one.place in two.around or two.place in one.around


def likeness(one: Clue, two: Clue) -> float:
    """Return how much speaks for one happening, of two fixed clues; 0 when they are apart."""
    if are_apart(one, two):
        return 0.0
    if one.reference and one.reference == two.reference:
        return 10.0
    if one.kind != two.kind:
        return SURE if _share_pair(one, two) and distance(one, two) == 0 else 0.0
    far = distance(one, two)
    if one.round and one.round == two.round:
        return 7.0 - far / MONTHS if far <= MONTHS else 0.0
    if not (one.narrow and two.narrow):
        return 0.0
    if _carried_out(one, two):
        return 4.0 - far / FADING
    if _slipped(one, two):
        return ENOUGH + 0.5
    return 0.0 if far else ENOUGH + _agreement(one, two)


def _carried_out(one: Clue, two: Clue) -> bool:
    """Tell whether one is what the other, of the same figure, was agreed to be shortly before."""
    if one.real == two.real or one.file.terms or not _share_figure(one, two):
        return False
    after = _come_about(one, two).reach[0] - _planned(one, two).reach[0]
    return 0 <= after <= PROMPT


def _slipped(one: Clue, two: Clue) -> bool:
    """Tell whether one was held where the other was planned, a day or two later than that."""
    if one.real == two.real or not one.file.encounter or not fit_places(one, two):
        return False
    late = _come_about(one, two).reach[0] - _planned(one, two).reach[1]
    return 0 < late <= LATE and len(one.parties & two.parties) >= PAIR


def _share_pair(one: Clue, two: Clue) -> bool:
    return len(one.people & two.people) >= PAIR


def _agreement(one: Clue, two: Clue) -> float:
    """Return what details add or take: places, figures, people, parties."""
    places = fit_places(one, two)
    elsewhere = -1.5 if one.real != two.real else -2.5
    return (
        (elsewhere if places is False else float(places or 0))
        + 2.0 * bool(one.file.figured and one.counts & two.counts)
        + 2.0 * _share_pair(one, two)
        + 0.5 * bool(one.parties & two.parties)
        + 0.5 * bool(one.name and one.name == two.name)
    )


def attraction(one: Clue, two: Clue) -> float:
    """Return how much speaks for one happening, of two loose clues; 0 when they are apart."""
    if one.kind != two.kind or are_apart(one, two):
        return 0.0
    if one.round and one.round == two.round:
        return SURE if distance(one, two) <= MONTHS else 0.0
    if one.quarter is None or one.quarter != two.quarter:
        return 0.0
    if one.dated and two.dated and distance(one, two):
        return 0.0
    if not one.real and not two.real and not _same_terms(one, two):
        return 0.0
    if _share_figure(one, two) or (len(one.people) >= PAIR and one.people == two.people):
        return SURE
    if one.dated and two.dated:
        return ENOUGH - 0.5 + _agreement(one, two)
    if not _same_plan(one, two):
        return 0.0
    return ENOUGH + 0.5 * (one.off == two.off) + max(0.0, 0.4 - distance(one, two) / 100)


def _same_terms(one: Clue, two: Clue) -> bool:
    """Tell whether two plans for an encounter can be one: both or neither say when, and no other place."""
    if not one.file.encounter or (one.round and one.round == two.round):
        return True
    return one.dated == two.dated and fit_places(one, two) is not False


def _share_figure(one: Clue, two: Clue) -> bool:
    return one.file.figured and bool(one.counts & two.counts)


def _same_plan(one: Clue, two: Clue) -> bool:
    """Tell whether two plans of the same parties, one of them without a day, have nothing between them."""
    same = one.parties == two.parties and one.round == two.round
    figures = one.file.figured and not one.file.terms and bool(one.counts) != bool(two.counts)
    return same and not figures and bool(one.parties) and not one.real and not two.real


def pull(loose: Clue, fixed: Clue) -> float:
    """Return how much speaks for a loose clue to tell of what a fixed one places; 0 when they are apart."""
    if loose.kind != fixed.kind or loose.pivot is None or are_apart(loose, fixed):
        return 0.0
    far = distance(loose, fixed)
    if loose.round and loose.round == fixed.round:
        return 7.0 - far / FADING if far <= MONTHS else 0.0
    slipped = loose.round is not None and 0 < far <= SOON and _next_round(loose, fixed)
    if loose.dated and not slipped:
        return 0.0 if far else ENOUGH - 0.5 + _agreement(loose, fixed)
    if not fixed.narrow or not _in_time(loose, fixed, far):
        return 0.0
    if _share_figure(loose, fixed) or (len(loose.people) >= PAIR and loose.people == fixed.people):
        return 5.0 + 0.5 * bool(fixed.reference) - far / FADING
    return (6.2 if loose.round else 4.2) - far / FADING if _next_round(loose, fixed) else 0.0


def _in_time(loose: Clue, fixed: Clue, far: int) -> bool:
    """Tell whether a plan, or a look back, can be of what is placed there."""
    later = (fixed.last or 0) >= (loose.pivot or 0)
    if loose.file.terms:  # the usual terms come back: thirty days were offered more than once
        return far <= PROMPT and later
    return far <= (SOON if later else AFTER) and (later or loose.real or _told_again(loose))


def _told_again(plan: Clue) -> bool:
    """Tell whether a plan can be told of again when it was carried out: open terms are those of another."""
    return not plan.file.encounter and not plan.open


def _next_round(loose: Clue, fixed: Clue) -> bool:
    """Tell whether talks are the next ones of the parties of a plan without a day."""
    numbered = loose.file.rounds and not loose.real and not loose.off
    return numbered and loose.parties == fixed.parties and (fixed.first or 0) > (loose.pivot or 0)
