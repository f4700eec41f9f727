"""How much happened, was planned, and came to nothing, month by month."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from talks.terms import REAL, Status
from talks.views.months import first_month
from talks.views.timeline import Asked, falls_in, was_reported

if TYPE_CHECKING:  # the past brings all of linking, which the present does without
    from talks.views.past import History

__all__ = ["Strip", "Turnout", "count_months"]


class Turnout(StrEnum):
    """What has come of a happening, roughly."""

    HELD = "held"  # or under way
    PLANNED = "planned"  # agreed or proposed, and nothing more is known
    OFF = "off"  # paused, called off, rejected, or without a date by what reports say


TURNOUTS: Final = {
    **dict.fromkeys(REAL, Turnout.HELD),
    **dict.fromkeys((Status.AGREED, Status.PLANNED, Status.PROPOSED), Turnout.PLANNED),
}
Numbers = Counter[Turnout]


@dataclass(frozen=True, slots=True)
class Strip:
    """How many events began in each month, by what came of them.

    Of those in `years` no month is known, as of a season or of what may have lasted longer than one.
    """

    months: Mapping[dt.date, Numbers]  # by the first day, in order
    years: Mapping[int, Numbers]
    undated: Numbers


def count_months(store: History, asked: Asked) -> Strip:
    """Count the events that are asked for; those without a date by when they may have been reported."""
    months: defaultdict[dt.date, Numbers] = defaultdict(Counter)
    years: defaultdict[int, Numbers] = defaultdict(Counter)
    undated: Numbers = Counter()
    found = store.events(
        kind=asked.kinds or None,
        status=asked.statuses or None,
        party=asked.parties or None,
        place=asked.places or None,
    )
    for event in found:
        turnout = TURNOUTS.get(event.status, Turnout.OFF)
        if not event.when.known:
            undated[turnout] += was_reported(event, asked)
        elif falls_in(event.when, asked):
            first, whole_year = first_month(event.when)
            (years[first.year] if whole_year else months[first])[turnout] += 1
    return Strip(dict(sorted(months.items())), dict(sorted(years.items())), +undated)
