"""What speaks for two fixed clues to tell of one happening."""

from __future__ import annotations

from typing import Final

from talks.link.apart import MONTHS, are_apart
from talks.link.relations import (
    PAIR,
    come_about,
    distance,
    end,
    fit_places,
    planned,
    same_round,
    share_figure,
    share_people,
    start,
)
from talks.link.reports import Clue

__all__ = ["ENOUGH", "FADING", "LATE", "PROMPT", "SURE", "agreement", "likeness"]

ENOUGH: Final = 3.0  # of likeness, to tell of one happening
SURE: Final = 5.0  # of likeness, to tell of one happening although two places are named
LATE: Final = 2  # days by which an encounter may be late
PROMPT: Final = 21  # days within which what was agreed on a day is carried out
FADING: Final = 40.0  # days of distance that weigh as much as one point


def likeness(one: Clue, two: Clue) -> float:
    """Return how much speaks for one happening, of two fixed clues; 0 when they are apart."""
    if are_apart(one, two):
        return 0.0
    if one.reference and one.reference == two.reference:
        return 10.0
    if one.kind != two.kind:
        return _likeness_of_kinds(one, two)
    far = distance(one, two)
    if same_round(one, two):
        return 7.0 - far / MONTHS if far <= MONTHS else 0.0
    if not (one.narrow and two.narrow):
        return 0.0
    if _carried_out(one, two):
        return 4.0 - far / FADING
    if _slipped(one, two):
        return ENOUGH + 0.5
    if far:
        return 0.0
    details = agreement(one, two)
    return ENOUGH + (min(details, 0.0) if _contradict(one, two) else details)


def _contradict(one: Clue, two: Clue) -> bool:
    """Tell whether only one is told to have been called off: what came about is the plan's before that."""
    return one.off != two.off


def _likeness_of_kinds(one: Clue, two: Clue) -> float:
    """Return how much speaks for one encounter of two kinds: a meeting that others count as a round."""
    if distance(one, two):
        return 0.0
    counted = bool(one.round or two.round) and one.place is not None and one.place == two.place
    met = counted and one.days == two.days and len(one.parties & two.parties) >= PAIR
    return SURE if share_people(one, two) else ENOUGH if met else 0.0


def _carried_out(one: Clue, two: Clue) -> bool:
    """Tell whether one is what the other, of the same figure, was agreed to be shortly before."""
    if one.real == two.real or one.file.terms or not share_figure(one, two):
        return False
    after = start(come_about(one, two)) - start(planned(one, two))
    return 0 <= after <= PROMPT


def _slipped(one: Clue, two: Clue) -> bool:
    """Tell whether one was held where the other was planned, a day or two later than that."""
    if one.real == two.real or not one.file.encounter or not fit_places(one, two):
        return False
    late = start(come_about(one, two)) - end(planned(one, two))
    return 0 < late <= LATE and len(one.parties & two.parties) >= PAIR


def agreement(one: Clue, two: Clue) -> float:
    """Return what details add or take: places, figures, people, parties."""
    places = fit_places(one, two)
    elsewhere = -1.5 if one.real != two.real else -2.5
    return (
        (elsewhere if places is False else float(places or 0))
        + 2.0 * (not one.counts.isdisjoint(two.counts))
        + 2.0 * share_people(one, two)
        + 0.5 * (not one.parties.isdisjoint(two.parties))
        + 0.4 * (not one.sorts.isdisjoint(two.sorts))
    )
