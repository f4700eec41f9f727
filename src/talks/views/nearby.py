"""What was held around the time for which something was meant, and may be that."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from talks.models import Event, When
from talks.terms import REAL

if TYPE_CHECKING:  # the past brings all of linking, which the present does without
    from talks.views.past import History

__all__ = ["Held"]

NEAR: Final = 7  # days within which what was held may be what was planned
BOTH: Final = 2  # parties that two happenings must share to be compared
GAP: Final = 60  # days between two dates that are looked up with them: to ask again would take longer
STATUSES: Final = sorted(status.value for status in REAL)

Days = tuple[dt.date, dt.date]


class Held:
    """What was held around the dates of some events; asked for once where these lie near each other."""

    def __init__(self, store: History, meant: Iterable[tuple[Event, When]]) -> None:
        wanted: defaultdict[str, list[Days]] = defaultdict(list)
        for event, when in meant:
            wanted[event.kind] += [_around(when)] if when.known else []
        self._found = {kind: list(_load(store, kind, spans)) for kind, spans in wanted.items()}

    def near(self, event: Event, when: When) -> list[Event]:
        """List what of the kind was held around a date, with the parties of an event, the likest first."""
        if not when.known:
            return []
        days, least = _around(when), min(BOTH, max(1, len(event.parties)))
        near = (other for other in self._found.get(event.kind, ()) if _overlap(_days(other.when), days))
        fit = [other for other in near if len(set(other.parties) & set(event.parties)) >= least]
        return sorted(
            fit, key=lambda other: (not _shares_figure(event, other), *_apart(when, other.when), other.id)
        )


def _load(store: History, kind: str, spans: Iterable[Days]) -> Iterator[Event]:
    """Yield what was held in some spans, each once: one that lasts may lie in several."""
    found: dict[str, Event] = {}
    for first, last in _joined(spans):
        held = store.events(kind=kind, status=STATUSES, since=first, until=last, undated=False)
        found |= {event.id: event for event in held}
    yield from found.values()


def _joined(spans: Iterable[Days]) -> list[Days]:
    """Return the spans that some together cover, and what lies between those that are near each other."""
    out: list[Days] = []
    for first, last in sorted(spans):
        if out and (first - out[-1][1]).days <= GAP:
            out[-1] = (out[-1][0], max(out[-1][1], last))
        else:
            out.append((first, last))
    return out


def _days(when: When) -> Days:
    return when.earliest or dt.date.min, when.latest or dt.date.max


def _around(when: When) -> Days:
    first, last = (day.toordinal() for day in _days(when))
    ends = (max(first - NEAR, dt.date.min.toordinal()), min(last + NEAR, dt.date.max.toordinal()))
    return dt.date.fromordinal(ends[0]), dt.date.fromordinal(ends[1])


def _overlap(one: Days, two: Days) -> bool:
    return one[0] <= two[1] and two[0] <= one[1]


def _shares_figure(one: Event, two: Event) -> bool:
    return bool({(count.of, count.n) for count in one.counts} & {(count.of, count.n) for count in two.counts})


def _apart(one: When, two: When) -> tuple[int, int]:
    """Return how many days lie between two dates: between the first days, and the last."""
    (first, last), (begin, end) = _days(one), _days(two)
    return abs((first - begin).days), abs((last - end).days)
