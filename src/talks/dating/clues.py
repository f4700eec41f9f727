"""Collect what the sentences of an article tell about the day on which it was written.

A clue is a set of stretches of days with a weight: a day of publication that lies in one of them is as much
likelier. "Which Norland had accepted in Castrel two days earlier" gives, by the dossier's happenings in
Castrel, the days that lie two days after one of them. A hook ties the article to a happening; a bound only
says that it came before or after one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from talks.dates import DatePhrase
from talks.dates.almanac import DAY, WEEK, months, period, step
from talks.dates.meaning import Calendar, Cycle, Duration, Offset, Unit, Weekday
from talks.dating.sentences import Sentence, Stretches

__all__ = ["FRESH", "Clue", "find_clues", "likely_weekdays"]

FRESH, YEAR = 31, 330  # days: for which a happening is news, and for which a day needs no year
PLACED = 0.4  # of a hook's weight, where only the place of a happening is named
EXACT, TODAY, PERIOD, ON_WEEKDAY = 4.0, 3.0, 2.0, 1.0  # weights of hooks: "two days earlier" …
ONGOING, DATED, RECENT = 5.0, 3.0, 1.5
BOUND = 1.0
IN_OFFICE = 1.5  # of a title that somebody is given
HALF_YEAR = 183  # days


@dataclass(frozen=True, slots=True)
class Clue:
    """Stretches of days, in one of which the article was published."""

    stretches: Stretches
    weight: float
    hook: bool = True

    def fits(self, day: dt.date) -> bool:
        """Tell whether a publication on a day agrees."""
        return any(first <= day <= last for first, last in self.stretches)


def find_clues(told: Sequence[Sentence], years: Sequence[int], began: dt.date | None = None) -> list[Clue]:
    """Collect the clues of all sentences; a date without a year may lie in any of the years given.

    `began` is the first day of the conflict that the text is about.
    """
    clues = [clue for sentence in told for clue in _of_sentence(sentence, years) if clue.stretches]
    terms = dict.fromkeys(stretches for sentence in told for stretches in sentence.terms)
    clues += [Clue(list(stretches), IN_OFFICE, hook=False) for stretches in terms]
    if began:
        lasted = dict.fromkeys(duration for sentence in told for duration in sentence.lasted)
        clues += [Clue(stretches, BOUND, hook=False) for d in lasted if (stretches := _since(began, d))]
    return clues


def _since(began: dt.date, lasted: Duration) -> Stretches:
    """Return the days on which a conflict has lasted about so long: "the nearly four-year war"."""
    unit: Unit = "year" if lasted.unit == "year" else "month"
    if lasted.unit != unit or lasted.least < 1:
        return []
    slack = (HALF_YEAR if unit == "year" else FRESH) * DAY
    with suppress(ValueError, OverflowError):
        day = step(began, lasted.least, unit)
        return [(day - slack, day + 2 * slack)]
    return []


def likely_weekdays(told: Sequence[Sentence]) -> frozenset[int]:
    """Return the weekdays on which one would name the days that the text names without more.

    Bare weekdays mean the article's own day or one of the days before it, seldom as many as six.
    """
    named = {
        phrase.meaning.weekday
        for sentence in told
        for phrase, tense in sentence.told
        if isinstance(phrase.meaning, Weekday) and _is_bare(phrase.meaning) and tense != "future"
    }
    if not named:
        return frozenset(range(WEEK))
    spread = {day: max((day - weekday) % WEEK for weekday in named) for day in range(WEEK)}
    return frozenset(day for day, days in spread.items() if days <= min(spread.values()) + 1)


def _is_bare(meaning: Weekday) -> bool:
    return meaning.which is None and meaning.week is None and not meaning.of_previous


def _of_sentence(sentence: Sentence, years: Sequence[int]) -> Iterator[Clue]:
    yield from _happenings(sentence)
    for phrase, tense in sentence.told:
        if isinstance(phrase.meaning, Calendar):
            yield from _calendar(phrase, phrase.meaning, tense, sentence, years)
    if sentence.named or not sentence.ahead:  # "I would go to Castrel tonight" hooks to nothing
        yield from _hooks(sentence)


def _happenings(sentence: Sentence) -> Iterator[Clue]:
    """Read what a named happening tells by itself: news comes while it lasts or after it."""
    stretches = sorted({(reference.since, reference.last) for reference in sentence.named})
    if stretches and sentence.ongoing:
        yield Clue(stretches, ONGOING)
    elif stretches and sentence.past and not sentence.ahead:
        yield Clue([(stretches[0][0], dt.date.max)], BOUND, hook=False)
        if sentence.recent:
            yield Clue([(first, last + FRESH * DAY) for first, last in stretches], RECENT)


def _hooks(sentence: Sentence) -> Iterator[Clue]:
    """Read how far back a sentence says its happening lies."""
    certainty = 1.0 if sentence.named else PLACED
    told = [(p, tense) for p, tense in sentence.told if not _is_quoted(sentence.text, p)]
    distances = [(p, tense) for p, tense in told if isinstance(p.meaning, Offset)]
    for phrase, tense in distances or told:
        weight = _weight(phrase)
        stretches = [s for days in sentence.stretches for s in _counted(phrase, days, tense, sentence)]
        if weight:
            yield Clue(stretches, weight * certainty)


def _is_quoted(text: str, phrase: DatePhrase) -> bool:
    """Tell a date in somebody's words: their today may be another day."""
    before = text[: phrase.start]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _weight(phrase: DatePhrase) -> float:
    meaning = phrase.meaning
    if isinstance(meaning, Offset):
        return EXACT
    if isinstance(meaning, Weekday):
        return ON_WEEKDAY
    if isinstance(meaning, Cycle) and meaning.shift is not None and not meaning.of_previous:
        return {"day": TODAY, "week": PERIOD, "weekend": PERIOD, "month": PERIOD}.get(meaning.unit, 0.0)
    return 0.0


def _counted(
    phrase: DatePhrase, days: tuple[dt.date, dt.date], tense: str | None, sentence: Sentence
) -> Stretches:
    """Return the days from which a happening lies as far away as a phrase says."""
    meaning = phrase.meaning
    if isinstance(meaning, Offset):
        with suppress(ValueError, OverflowError):  # beyond the calendar's years
            return _offset(meaning, days, sentence)
    if isinstance(meaning, Weekday):
        return _weekday(meaning, days, ahead=tense == "future")
    if not isinstance(meaning, Cycle):
        return []
    unit = "week" if meaning.unit == "weekend" else meaning.unit
    first, last = (period(unit, day, -(meaning.shift or 0)) for day in days)
    return [(first.first, last.last)]


def _offset(meaning: Offset, days: tuple[dt.date, dt.date], sentence: Sentence) -> Stretches:
    """Read "two days earlier", "six days ago": the happening and the telling are so far apart.

    "A day after the walkout" tells the day of something else, which is the article's only if that is today.
    """
    if meaning.least != meaning.most or meaning.through or meaning.ahead:
        return []
    if meaning.origin == "previous" and meaning.sign > 0:  # "three days later they met again"
        return []
    if meaning.origin == "named" and not any(_is_today(phrase) for phrase, _ in sentence.told):
        return []
    slack = {"day": 0, "week": 2, "month": 10}.get(meaning.unit, 60) * DAY
    first, last = (step(day, meaning.least, meaning.unit) for day in days)
    return [(first - slack, last + slack)]


def _is_today(phrase: DatePhrase) -> bool:
    meaning = phrase.meaning
    return isinstance(meaning, Cycle) and meaning.unit == "day" and meaning.shift == 0


def _weekday(meaning: Weekday, days: tuple[dt.date, dt.date], *, ahead: bool) -> Stretches:
    first, last = days
    near = [first + n * DAY for n in range(min((last - first).days + 1, WEEK))]
    fitting = [day for day in near if day.weekday() == meaning.weekday]
    if meaning.which:
        return [
            (day - WEEK * DAY, day - DAY) if meaning.which > 0 else (day + DAY, day + WEEK * DAY)
            for day in fitting
        ]
    return [(day - WEEK * DAY, day) if ahead else (day, day + 6 * DAY) for day in fitting]


def _calendar(
    phrase: DatePhrase, meaning: Calendar, tense: str | None, sentence: Sentence, years: Sequence[int]
) -> Iterator[Clue]:
    """Read a date: what is told of it as past came before the article, what is planned for it after."""
    ahead = tense == "future" or phrase.relation == "before"
    if meaning.year is not None:
        first, last = _days_of(meaning, meaning.year)
        yield Clue([(dt.date.min, last) if ahead else (first, dt.date.max)], BOUND, hook=False)
    elif meaning.month is not None and meaning.which is None and meaning.year_shift is None:
        days = [_days_of(meaning, year) for year in years]
        if meaning.weekday is not None:
            days = [day for day in days if day[0].weekday() == meaning.weekday]
        if ahead or meaning.weekday is not None or (tense == "past" and not sentence.ahead):
            yield from _yearless(phrase, meaning, days, sentence, ahead=ahead)


def _yearless(
    phrase: DatePhrase, meaning: Calendar, days: Stretches, sentence: Sentence, *, ahead: bool
) -> Iterator[Clue]:
    known = [(reference.since, reference.last) for reference in (*sentence.named, *sentence.placed)]
    fixed = [day for day in days if any(first <= day[1] and day[0] <= last for first, last in known)]
    if fixed and not ahead:  # "at the Castrel round on 2 June": the happening tells the year
        yield Clue([(fixed[0][0], dt.date.max)], BOUND, hook=False)
    opening = sentence.text[phrase.start : phrase.end].split()[0].lower()
    reach = {"next": (-WEEK, -1), "last": (1, WEEK)}.get(opening)
    if reach and meaning.weekday is not None:
        near, far = reach
        yield Clue([(first + near * DAY, first + far * DAY) for first, _ in days], DATED)
    elif ahead:
        soon = phrase.relation in ("before", "by", "until")
        yield Clue(
            [(first - 2 * FRESH * DAY if soon else first - YEAR * DAY, last) for first, last in days],
            RECENT,
            hook=soon,
        )
    else:
        weight = DATED if meaning.weekday is not None else BOUND
        yield Clue([(first, first + YEAR * DAY) for first, _ in days], weight, hook=False)


def _days_of(meaning: Calendar, year: int) -> tuple[dt.date, dt.date]:
    if meaning.month is None:
        return dt.date(year, 1, 1), dt.date(year, 12, 31)
    month = months(year, meaning.month)
    if meaning.day is None:
        return month.first, month.last
    day = min(month.last, month.first + (meaning.day - 1) * DAY)
    return day, day
