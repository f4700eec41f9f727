"""What speaks for a loose clue to tell of what a fixed one places, or of what another loose one does."""

from __future__ import annotations

from typing import Final

from talks.link.apart import MONTHS, are_apart
from talks.link.judging import ENOUGH, FADING, PROMPT, SURE, agreement
from talks.link.relations import (
    PAIR,
    distance,
    end,
    fit_places,
    same_round,
    same_scope,
    same_sides,
    share_figure,
    share_parties,
    share_people,
    start,
)
from talks.link.reports import NARROW, SLACK, Clue, Days

__all__ = [
    "AFTER",
    "FRESH",
    "NEXT",
    "attraction",
    "ended_by",
    "follows",
    "is_usual",
    "is_wish",
    "outlasts",
    "pull",
]

SOON: Final = 45  # days within which what was planned without a day came about
NEXT: Final = 75  # days within which the next one is the one that was planned without a day
AFTER: Final = 120  # days within which what had happened is told of without a day
LATER: Final = 30  # days by which what was planned for a week, or for a month, may be late
FRESH: Final = 3  # days for which what was held is news
SILENCE: Final = 61  # days without a report after which a proposal is another
FADING_BACK: Final = 80.0  # days that weigh one point in a look back: plans are forgotten sooner than deeds


def pull(loose: Clue, fixed: Clue) -> float:
    """Return how much speaks for a loose clue to tell of what a fixed one places; 0 when they are apart."""
    if loose.kind != fixed.kind or loose.reach is None:
        return 0.0
    if (far := distance(loose, fixed)) > AFTER or are_apart(loose, fixed):
        return 0.0
    if same_round(loose, fixed):
        return 7.0 - far / FADING if far <= MONTHS else 0.0
    off = _off(loose, fixed)
    if loose.days or off is not None:
        return _pull_by_days(loose, fixed, far, off)
    if not (fixed.narrow or share_figure(loose, fixed)) or not _in_time(loose, fixed, far):
        return 0.0
    fading = far / (FADING if end(fixed) >= start(loose) else FADING_BACK)
    if share_figure(loose, fixed) or _of_one_pair(loose, fixed, far):
        elsewhere = 2.5 * (not loose.real and fit_places(loose, fixed) is False)
        other = bool(loose.sorts) != bool(fixed.sorts)
        return 5.0 + 0.5 * bool(fixed.reference) - fading - other - elsewhere
    if _is_news(loose, fixed):
        return ENOUGH + 0.5 + agreement(loose, fixed) / 4
    known = _of_one_sort(loose, fixed) or _goes_on(loose, fixed, far) or _called_off(loose, fixed)
    if known:  # a draft of one side is less likely meant by what is told of both
        return 4.4 - fading - 0.5 * (loose.parties != fixed.parties)
    return ENOUGH + 0.5 if _is_only(loose, fixed) else 0.0  # however long ago: of two it could be either


def _pull_by_days(loose: Clue, fixed: Clue, far: int, off: int | None) -> float:
    """Return what "last month", or "about that day", says for a happening that was not called off."""
    if fixed.off > loose.off or _is_step(loose, fixed):
        return 0.0
    if not loose.days:
        return ENOUGH - 0.2 + agreement(loose, fixed) - (off or 0) / 3
    doubt = 1.0 if loose.real > fixed.real else 0.5  # what was held may be another than what was planned
    return 0.0 if far or _is_season(loose) else ENOUGH - doubt + agreement(loose, fixed)


def _is_step(loose: Clue, fixed: Clue) -> bool:
    """Tell what was done on a day, or later than the report, of what it tells to be going on."""
    if not loose.under_way or fixed.under_way:
        return False
    carried_out = loose.file.handover and fixed.real and not fixed.span
    return carried_out or start(fixed) > end(loose)


def _is_season(clue: Clue) -> bool:
    """Tell what went on for longer than one happening: three rounds since May, contacts until June."""
    return clue.real and clue.span and not clue.narrow


def _off(loose: Clue, fixed: Clue) -> int | None:
    """Return by how many days "about that day" is off; None when it is no such day, or too far off."""
    if not loose.about or not fixed.days or loose.about[1] - loose.about[0] >= NARROW:
        return None
    off = _gap(loose.about, fixed.days)
    return off if off <= SLACK else None


def _gap(one: Days, two: Days) -> int:
    return max(two[0] - one[1], one[0] - two[1], 0)


def _in_time(loose: Clue, fixed: Clue, far: int) -> bool:
    """Tell whether a plan, or a look back, can be of what is placed there."""
    later = end(fixed) >= start(loose)
    if loose.file.terms and not same_scope(loose, fixed):
        return False
    if loose.file.terms and not _of_one_sort(loose, fixed):
        return far <= PROMPT and later  # the usual terms come back: thirty days were offered more than once
    return far <= (SOON if later else AFTER) and (later or loose.real or _told_again(loose, fixed))


def _told_again(plan: Clue, fixed: Clue) -> bool:
    """Tell whether a plan can be told of again when it was carried out: open terms are of another."""
    if _called_off(plan, fixed):
        return True
    remembered = plan.file.figured or not (plan.file.encounter or plan.file.series)
    return fixed.real and remembered and not plan.open and plan.sorts <= fixed.sorts


def _of_one_pair(loose: Clue, fixed: Clue, far: int) -> bool:
    """Tell an encounter by its people; two who often speak by telephone are told of while it is news."""
    again = loose.file.persons and loose.real and fixed.real and far > FRESH
    return share_people(loose, fixed) and loose.people == fixed.people and not again


def _of_one_sort(one: Clue, two: Clue) -> bool:
    """Tell whether the place, or the sort of thing, tells two clues from others of their kind."""
    if one.file.encounter or not one.parties or not share_parties(one, two):
        return False
    placed = one.file.terms and bool(fit_places(one, two))
    return placed or ((not one.real or one.under_way) and not one.sorts.isdisjoint(two.sorts))


def _is_news(loose: Clue, fixed: Clue) -> bool:
    """Tell whether an encounter told without a day can be the one held as the article was written."""
    held = loose.real and fixed.real and loose.file.encounter and not (loose.under_way or loose.paused)
    sides = len(loose.parties & fixed.parties) >= PAIR and same_sides(loose, fixed)
    return (
        held and sides and fit_places(loose, fixed) is not False and 0 <= start(loose) - end(fixed) <= FRESH
    )


def _is_only(agreed: Clue, fixed: Clue) -> bool:
    """Tell whether what is told to be agreed, without a day or figure, can be what was done before."""
    deal = agreed.settled and agreed.file.handover and not agreed.counts
    same = agreed.sorts == fixed.sorts and agreed.parties == fixed.parties and bool(agreed.parties)
    return deal and same and fixed.real and 0 < start(agreed) - end(fixed) < NEXT


def _called_off(one: Clue, plan: Clue) -> bool:
    """Tell whether what was planned for a day is told, afterwards, to have been called off, or put off.

    Where rounds are counted, it is the next that has no date.
    """
    put_off = one.unset and one.file.encounter and not one.file.rounds
    called = (one.off or put_off) and not plan.real and one.file.series
    sides = same_sides(one, plan) or (len(one.parties) >= PAIR and one.parties < plan.parties)
    return called and sides and distance(one, plan) <= SOON


def _goes_on(one: Clue, two: Clue, far: int) -> bool:
    """Tell whether two clues are of one thing that is carried out for some time."""
    lasting = one.file.handover and one.parties == two.parties and bool(one.parties)
    if not lasting or bool(one.counts) != bool(two.counts):
        return False
    if one.under_way and two.under_way:
        return far <= PROMPT
    if one.sorts != two.sorts:
        return False
    agreed, done = (one, two) if two.under_way else (two, one)
    return done.under_way and not agreed.real and far <= SOON and start(agreed) <= start(done)


def follows(loose: Clue, fixed: Clue) -> bool:
    """Tell whether one can be the next of a series, for which the other was a plan without a day."""
    if (
        not loose.file.series
        or loose.real
        or (loose.off and fixed.real)
        or loose.kind != fixed.kind
        or loose.reach is None
    ):
        return False
    if not loose.parties or not same_sides(loose, fixed):
        return False
    if loose.counts and loose.file.figured and not fixed.counts:
        return False
    if not fixed.narrow or (fixed.off and not loose.off) or loose.sorts != fixed.sorts:
        return False
    often = loose.file.figured and not loose.unset  # exchanges come often; without a date, it is the next
    prompt = often or loose.about is not None  # and "soon" is no season
    limit = PROMPT if prompt else NEXT
    if loose.days and start(fixed) - end(loose) > LATER:
        return False  # what was to be in that week is not what was held a month after it
    return 0 < start(fixed) - start(loose) <= limit and not are_apart(loose, fixed)


def is_usual(loose: Clue, fixed: Clue) -> bool:
    """Tell whether a plan of a series is for a place where one of it was held."""
    series = loose.file.series and loose.kind == fixed.kind
    return series and fixed.real and not loose.real and bool(fit_places(loose, fixed))


def ended_by(plan: Clue, fixed: Clue) -> int | None:
    """Return the last day of what was held after a plan of a series was told of; None where it was no such.

    A plan that is told of afterwards is for another; so is one after what was planned for a day.
    """
    due = fixed.days if fixed.real or fixed.settled else None
    if fixed.kind != plan.kind or not due or due[0] <= end(plan) or not same_sides(plan, fixed):
        return None
    return due[1] if plan.sorts == fixed.sorts and not are_apart(plan, fixed) else None


def is_wish(clue: Clue) -> bool:
    """Tell an encounter of two leaders that is only spoken of, for no day."""
    open_yet = not clue.real and not clue.fixed and not clue.days and not clue.about
    return open_yet and clue.file.of_leaders and len(clue.people) == PAIR and clue.reach is not None


def outlasts(one: Clue, two: Clue) -> bool:
    """Tell whether the second of two wishes can renew the first, after a silence."""
    return start(two) - end(one) > SILENCE and not are_apart(one, two)


def attraction(one: Clue, two: Clue) -> float:
    """Return how much speaks for one happening, of two loose clues; 0 when they are apart."""
    if one.kind != two.kind or one.reach is None or two.reach is None:
        return 0.0
    if (far := distance(one, two)) > MONTHS or are_apart(one, two):
        return 0.0
    if same_round(one, two):
        return SURE
    if far > SILENCE or one.year != two.year or (one.days and two.days and far):
        return 0.0
    if one.paused:
        return ENOUGH + 0.5 if far == 0 and same_sides(one, two) else 0.0
    if not one.real and not two.real and not _same_terms(one, two):
        return 0.0
    return _attraction_in_time(one, two, far)


def _attraction_in_time(one: Clue, two: Clue, far: int) -> float:
    if share_figure(one, two):
        return SURE if one.real or two.real or same_scope(one, two) else 0.0
    if len(one.people) >= PAIR and one.people == two.people:
        return SURE
    if one.days and two.days:
        return ENOUGH - 0.5 + agreement(one, two) if _is_season(one) == _is_season(two) else 0.0
    if _goes_on(one, two, far) or _is_one_paper(one, two, far):
        return ENOUGH + 0.5
    if not _same_plan(one, two):
        return 0.0
    return ENOUGH + 0.6 * (one.plain and two.plain) + 0.5 * (one.off == two.off) + max(0.0, 0.4 - far / 100)


def _is_one_paper(one: Clue, two: Clue, far: int) -> bool:
    """Tell whether one list was handed over, as two reports of those weeks tell without a day."""
    once = not (one.file.encounter or one.file.series or one.file.figured)
    done = all(clue.real and not clue.under_way and clue.sorts and clue.parties for clue in (one, two))
    same = one.sorts == two.sorts and one.parties == two.parties and one.counts == two.counts
    return once and done and same and far <= PROMPT


def _same_terms(one: Clue, two: Clue) -> bool:
    """Tell whether two plans for an encounter can be one: they agree on when and where, as far as is told."""
    if not one.file.encounter or same_round(one, two):
        return True
    when = [clue.days or clue.about for clue in (one, two)]
    meet = when[0] and when[1] and _gap(when[0], when[1]) == 0
    return fit_places(one, two) is not False and bool(meet or not (one.days or two.days))


def _same_plan(one: Clue, two: Clue) -> bool:
    """Tell whether two plans of the same parties, one of them without a day, have nothing between them."""
    if one.real or two.real or not one.parties or not same_sides(one, two):
        return False
    deal = one.file.handover
    if deal and (one.counts or two.counts or (one.settled and two.settled and distance(one, two) > PROMPT)):
        return False
    return same_scope(one, two)
