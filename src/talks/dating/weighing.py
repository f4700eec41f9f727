"""Weigh every day against the clues of a text: how likely it was written on each.

A clue says, with a probability, that the text was written on one of some days. A hook, which ties it to a
happening, tells more the fewer the days are: what leaves a week of four years weighs more than what leaves
two of them. Clues that agree add up; those that contradict each other leave several days likely, and so none.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from operator import attrgetter

from talks.dates.almanac import DAY, WEEK
from talks.models import Span

__all__ = ["RARE", "Clue", "Stretches", "Told", "Weights", "age_of", "weigh"]

FRESH, FADING = (
    2,
    1.35,
)  # how soon news follows the last day of which it tells: the power of its age, of 133 articles
SLIGHT, UNFIT = 0.1, 0.12  # of the likeliest day, and of the weekday that fits best
OPEN = ".."  # end of a stretch without one, in EDTF
RARE, EVEN = 0.01, 0.5  # chances
MOST = 0.95  # that can be sure by many sentences
SELDOM = 4  # times: news is told more often than what is to come
Stretches = list[tuple[dt.date, dt.date]]
Told = tuple[dt.date, dt.date, int]  # the days of something told, and how old its news is on them, in days


@dataclass(frozen=True, slots=True)
class Clue:
    """Days, given as stretches, on one of which a text was written, if the clue is right.

    `sure` is how likely it is right, `chance` how likely its days would be as good were the text of another
    day; `words` are those that it was read from, by `rule`. A hook ties the text to a happening; what is none
    only says that the text came before or after something, or in somebody's term.
    """

    stretches: Stretches
    sure: float
    words: Span
    rule: str
    hook: bool = True
    chance: float = RARE

    def weight(self, share: float) -> float:
        """Return how much likelier its days are than others, as a logarithm; `share` is theirs of all."""
        chance = max(self.chance, share) if self.hook else EVEN
        return math.log(self.sure / (1 - self.sure)) - math.log(chance / (1 - chance))

    def beside(self, other: Clue) -> Clue:
        """Return one clue for two that leave the same days: of hooks the surer, of bounds surer than both."""
        best = max(self, other, key=attrgetter("sure"))
        if self.hook or other.hook:
            return best
        return replace(best, sure=max(best.sure, min(MOST, 1 - (1 - self.sure) * (1 - other.sure))))

    def shown(self, first: dt.date, last: dt.date) -> str | None:
        """Return in EDTF which of its days are those from one to another; None if none are."""
        for start, end in self.stretches:
            if start <= last and first <= end:
                return f"{_edge(start)}/{_edge(end)}" if start != end else _edge(start)
        return None

    def is_near(self, first: dt.date, last: dt.date, far: dt.timedelta) -> bool:
        """Tell whether one of its stretches begins or ends not far from some days."""
        edges = (edge for stretch in self.stretches for edge in stretch)
        return any(first - edge <= far if edge <= first else edge - last <= far for edge in edges)

    def meets(self, first: dt.date, last: dt.date) -> bool:
        """Tell whether some of its days lie between two."""
        return any(start <= last and first <= end for start, end in self.stretches)


def _edge(day: dt.date) -> str:
    return OPEN if day in (dt.date.min, dt.date.max) else day.isoformat()


@dataclass(frozen=True, slots=True)
class Weights:
    """How likely each day of a row is, beginning with `first`; they add up to one."""

    first: dt.date
    days: Sequence[float]

    @property
    def last(self) -> dt.date:
        """The last day of the row."""
        return self.first + (len(self.days) - 1) * DAY

    def of(self, first: dt.date, last: dt.date) -> float:
        """Return how likely it is that the text was written between two days."""
        start, end = (first - self.first).days, (last - self.first).days + 1
        return sum(self.days[max(0, start) : max(0, end)])

    def clearest(self, width: int, enough: float, lead: float) -> tuple[dt.date, dt.date] | None:
        """Return the days in a row that are likely enough, and so many times as likely as any others."""
        sums = [0.0, *accumulate(self.days)]
        masses = [sums[at + width] - sums[at] for at in range(len(self.days) - width + 1)]
        best = max(range(len(masses)), key=masses.__getitem__)
        rivals = masses[: max(0, best - width + 1)] + masses[best + width :]
        if masses[best] < max(enough, lead * max(rivals, default=0.0)):
            return None
        return self.first + best * DAY, self.first + (best + width - 1) * DAY

    def trimmed(self, first: dt.date, last: dt.date, *, weekdays: Sequence[float]) -> tuple[dt.date, dt.date]:
        """Return days in a row without those at the ends that are hardly likely beside the likeliest.

        Nor may their weekdays be: nobody would call a day by its weekday that is so long ago.
        """
        days = [first + n * DAY for n in range((last - first).days + 1)]
        most, best = max(self.of(day, day) for day in days), max(weekdays[day.weekday()] for day in days)
        kept = [
            day
            for day in days
            if self.of(day, day) >= SLIGHT * most and weekdays[day.weekday()] >= UNFIT * best
        ]
        return (kept[0], kept[-1]) if kept else (first, last)

    def narrowest(self, enough: float, most: int) -> tuple[dt.date, dt.date] | None:
        """Return the fewest days in a row, `most` at the most, that are likely enough together."""
        sums = [0.0, *accumulate(self.days)]
        for width in range(1, min(most, len(self.days)) + 1):
            masses = [sums[at + width] - sums[at] for at in range(len(self.days) - width + 1)]
            best = max(range(len(masses)), key=masses.__getitem__)
            if masses[best] >= enough:
                return self.first + best * DAY, self.first + (best + width - 1) * DAY
        return None


def weigh(
    clues: Sequence[Clue],
    told: Sequence[Told],
    weekdays: Sequence[float],
    *,
    window: tuple[dt.date, dt.date],
) -> Weights:
    """Weigh the days of a window by all clues, by how news follows what it tells, and by their weekdays.

    `told` are the days of which the text tells; `weekdays` says how likely it is, written on
    each, to name those that it names.
    """
    first, last = window
    many = (last - first).days + 1
    steps = [0.0] * (many + 1)
    for clue in clues:
        runs = _runs(clue.stretches, first, many)
        covered = sum(end - start for start, end in runs)
        if 0 < covered < many:
            weight = clue.weight(covered / many)
            for start, end in runs:
                steps[start] += weight
                steps[end] -= weight
    ages = _ages(
        sorted(((since - first).days, (until - first).days, age) for since, until, age in told), many
    )
    logs = [
        score - FADING * math.log(FRESH + age) + math.log(weekdays[(first.weekday() + at) % WEEK])
        for at, (score, age) in enumerate(zip(accumulate(steps[:-1]), ages, strict=True))
    ]
    most = max(logs)
    likely = [math.exp(log - most) for log in logs]
    whole = sum(likely)
    return Weights(first, [one / whole for one in likely])


def age_of(share: float) -> int:
    """Return how many days old news is that is told so much less than what is new: a share above zero."""
    return round(FRESH * (math.pow(share, -1 / FADING) - 1))


def _runs(stretches: Stretches, first: dt.date, many: int) -> list[tuple[int, int]]:
    """Return stretches as days of a window, half-open, those that overlap as one."""
    runs: list[list[int]] = []
    for since, until in sorted(stretches):
        start, end = max(0, (since - first).days), min(many, (until - first).days + 1)
        if runs and start <= runs[-1][1]:
            runs[-1][1] = max(end, runs[-1][1])
        elif start < end:
            runs.append([start, end])
    return [(start, end) for start, end in runs]


def _ages(told: Sequence[tuple[int, int, int]], many: int) -> Iterator[int]:
    """Yield for each day how old the last news is that is told; what is still to come is told less."""
    at, begun = 0, []
    for day in range(many):
        while at < len(told) and told[at][0] <= day:
            begun.append(told[at])
            at += 1
        since = min((age + max(0, day - last) for _, last, age in begun), default=many)
        until = SELDOM * (told[at][0] - day) if at < len(told) else many
        yield min(since, until)
