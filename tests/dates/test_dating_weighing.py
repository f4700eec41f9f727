"""How clues about a publication date are weighed against each other."""

from __future__ import annotations

import datetime as dt

import pytest

from talks.dating.weighing import Clue, Stretches, Told, Weights, weigh
from talks.models import Span

FIRST, LAST = dt.date(2024, 1, 1), dt.date(2024, 12, 31)
ANY_WEEKDAY = (1.0,) * 7
MAY, JUNE = dt.date(2024, 5, 6), dt.date(2024, 6, 10)


def _week(day: dt.date) -> list[tuple[dt.date, dt.date]]:
    return [(day, day + dt.timedelta(days=6))]


def _clue(stretches: Stretches, sure: float, *, hook: bool = True) -> Clue:
    return Clue(stretches, sure, Span(start=0, end=1), "dating.test", hook)


def _weigh(*clues: Clue, told: tuple[Told, ...] = (), weekdays: tuple[float, ...] = ANY_WEEKDAY) -> Weights:
    return weigh(clues, told, weekdays, window=(FIRST, LAST))


def test_the_weights_of_all_days_make_one() -> None:
    weights = _weigh(_clue(_week(MAY), 0.8))
    assert weights.of(FIRST, LAST) == pytest.approx(1)
    assert weights.of(LAST + dt.timedelta(days=1), dt.date.max) == 0


def test_clues_that_agree_add_up() -> None:
    once = _weigh(_clue(_week(MAY), 0.6))
    twice = _weigh(_clue(_week(MAY), 0.6), _clue([(MAY, MAY)], 0.6))
    assert twice.of(MAY, MAY) > once.of(MAY, MAY)


def test_clues_that_contradict_each_other_leave_nothing_told() -> None:
    weights = _weigh(_clue(_week(MAY), 0.8), _clue(_week(JUNE), 0.8))
    assert weights.narrowest(0.7, 31) is None
    assert weights.clearest(2, 0.1, 4) is None


def test_few_days_tell_more_than_many() -> None:
    weights = _weigh(_clue(_week(MAY), 0.8), _clue([(JUNE, LAST)], 0.8))
    assert weights.of(*_week(MAY)[0]) > weights.of(JUNE, LAST)


def test_a_bound_weighs_the_same_however_much_it_leaves() -> None:
    early, late = ([(day, dt.date.max)] for day in (dt.date(2024, 1, 10), dt.date(2024, 12, 20)))
    odds = [
        weights.of(edge, edge) / weights.of(FIRST, FIRST)
        for edge, weights in ((LAST, _weigh(_clue(bound, 0.9, hook=False))) for bound in (early, late))
    ]
    assert odds == pytest.approx([9, 9])


def test_news_follows_soon_on_what_it_tells() -> None:
    weights = _weigh(told=((MAY, MAY, 0),))
    assert weights.of(MAY, MAY) > weights.of(JUNE, JUNE) > weights.of(FIRST, FIRST)


def test_a_weekday_picks_days_of_a_week() -> None:
    monday_or_tuesday = (0.6, 0.3, 0.02, 0.02, 0.02, 0.02, 0.02)
    weights = _weigh(_clue(_week(MAY), 0.95), weekdays=monday_or_tuesday)
    assert weights.narrowest(0.8, 3) == (MAY, MAY + dt.timedelta(days=1))


def test_days_that_are_hardly_likely_are_left_out_at_the_ends() -> None:
    weights = Weights(FIRST, [0.01, 0.6, 0.01, 0.3, 0.08])
    ends = FIRST + dt.timedelta(days=1), FIRST + dt.timedelta(days=3)
    assert weights.trimmed(FIRST, FIRST + dt.timedelta(days=3), weekdays=ANY_WEEKDAY) == ends
