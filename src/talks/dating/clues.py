"""Collect what the sentences of an article tell about the day on which it was written.

A clue is a set of stretches of days with a weight: a day of publication that lies in one of them is as much
likelier. "Which Norland had accepted in Castrel two days earlier" gives, by the dossier's happenings in
Castrel, the days that lie two days after one of them. A hook ties the article to a happening; a bound only
says that it came before or after one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from talks.dates import DatePhrase
from talks.dates.almanac import DAY, WEEK, months, step
from talks.dates.meaning import Calendar, Duration, Unit, Weekday
from talks.dating.hooks import find_hooks
from talks.dating.sentences import Sentence, Stretches

__all__ = ["FRESH", "Clue", "find_clues", "find_latest", "find_pictured", "likely_weekdays"]

FRESH, YEAR = 31, 330  # days: for which a happening is news, and for which a day needs no year
ONGOING, DATED, RECENT = 5.0, 3.0, 1.5
BOUND = 1.0
PICTURED = 1.5  # of a photo's day
LATEST = 1.5  # of a weekday on which the latest of what the text names was
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
        clues += [
            Clue(stretches, BOUND, hook=False)
            for d, nearly in lasted
            if (stretches := _since(began, d, nearly))
        ]
    return clues


def find_pictured(told: Sequence[Sentence]) -> list[Clue]:
    """Return what the day of the newest photo tells: it is seldom older than a week."""
    days = [
        dt.date(m.year, m.month, m.day)
        for sentence in told
        for m in (phrase.meaning for phrase, _ in sentence.told if sentence.pictured)
        if isinstance(m, Calendar) and m.year and m.month and m.day
    ]
    return [Clue([(max(days), max(days) + (WEEK - 1) * DAY)], PICTURED)] if days else []


def find_latest(told: Sequence[Sentence]) -> list[Clue]:
    """Return what a weekday tells on which the latest was of what the text names: its week is this one.

    Of several that one sentence names, nobody can tell which it is about; "she said on Wednesday that the
    round was of no use" tells the day of saying.
    """
    happened = [s for s in told if s.past and not s.ahead and s.named and len(s.stretches) == 1]
    latest = max((s.stretches[0][1] for s in happened), default=None)
    weekdays = _named_weekdays(told, saying=lambda sentence: not sentence.named)
    if latest is None or latest.weekday() not in weekdays:
        return []
    return [Clue([(latest, latest + (WEEK - 1) * DAY)], LATEST)]


def _named_weekdays(told: Sequence[Sentence], saying: Callable[[Sentence], bool] = bool) -> frozenset[int]:
    """Return the weekdays that the text names without more, but for those of what is planned.

    `saying` tells in which sentences the day counts on which something was said.
    """
    named = [
        (phrase.meaning.weekday, sentence.plans(tense))
        for sentence in told
        for phrase, tense in sentence.told
        if isinstance(phrase.meaning, Weekday)
        and _is_bare(phrase.meaning)
        and (phrase.start not in sentence.said or saying(sentence))
    ]
    planned = {day for day, ahead in named if ahead}
    return frozenset(day for day, _ in named if day not in planned)


def _since(began: dt.date, lasted: Duration, nearly: bool) -> Stretches:
    """Return the days on which a conflict has lasted about so long; "nearly" so long is not yet."""
    unit: Unit = "year" if lasted.unit == "year" else "month"
    if lasted.unit != unit or lasted.least < 1:
        return []
    slack = (HALF_YEAR if unit == "year" else FRESH) * DAY
    with suppress(ValueError, OverflowError):
        day = step(began, lasted.least, unit)
        return [(day - slack, day + (FRESH * DAY if nearly else 2 * slack))]
    return []


def likely_weekdays(told: Sequence[Sentence]) -> frozenset[int]:
    """Return the weekdays on which one would name the days that the text names without more.

    Bare weekdays mean the article's own day or one of the days before it, seldom as many as six.
    """
    named = _named_weekdays(told)
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
        yield from (Clue(stretches, weight) for stretches, weight in find_hooks(sentence))


def _happenings(sentence: Sentence) -> Iterator[Clue]:
    """Read what a named happening tells by itself: news comes while it lasts or after it."""
    stretches = sorted({(reference.since, reference.last) for reference in sentence.named})
    attended = {r.since for r in sentence.placed if _names_some(sentence.text, r.people)}
    if not stretches and len(attended) == 1 and sentence.past:  # after Stenmoe had met her in Castrel
        yield Clue([(min(attended), dt.date.max)], BOUND, hook=False)
    if stretches and sentence.ongoing:
        yield Clue(stretches, ONGOING)
    elif stretches and sentence.agreed:
        if sentence.recent:  # "a recent agreement to exchange them": until that is done
            yield Clue([(first - FRESH * DAY, last) for first, last in stretches], RECENT)
    elif stretches and sentence.past and not sentence.ahead:
        yield Clue([(stretches[0][0], dt.date.max)], BOUND, hook=False)
        if sentence.recent:
            yield Clue([(first, last + FRESH * DAY) for first, last in stretches], RECENT)


def _names_some(text: str, people: Sequence[str]) -> bool:
    return any(person.split()[-1] in text for person in people)


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
