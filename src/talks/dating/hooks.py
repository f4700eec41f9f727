"""Read how far back a sentence says its happening lies: what ties the article to a day.

"Which Norland had accepted in Castrel two days earlier" gives, by the dossier's happenings there, the days
that lie two days after one of them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import suppress

from talks.dates import DatePhrase
from talks.dates.almanac import DAY, WEEK, period, step
from talks.dates.meaning import Cycle, Offset, Weekday
from talks.dating.sentences import Sentence, Stretches

__all__ = ["find_hooks"]

PLACED, MET = (
    0.4,
    0.7,
)  # of a hook's weight, where only the place of a happening is named, or only who took part
EXACT, TODAY, PERIOD, ON_WEEKDAY = 4.0, 3.0, 2.0, 1.0  # weights of hooks: "two days earlier" …
ON_ITS_DAY = 1.5  # a named happening on a weekday that is its own
SOON = 2.0  # hours after it
SHARED = 1 / 3  # power of the number of happenings that it can be, by which a hook weighs less
FEW = 2  # days by which a happening may last longer than one


def find_hooks(sentence: Sentence) -> Iterator[tuple[Stretches, float]]:
    """Yield the days on which a sentence can have been written, by each of its distances, with a weight."""
    told = [
        (p, tense)
        for p, tense in sentence.told
        if not _is_quoted(sentence.text, p) and not _is_narrated(p, tense)
    ]
    distances = [(p, tense) for p, tense in told if isinstance(p.meaning, Offset)]
    for phrase, tense in distances or told:
        apart = sentence.counted.get(phrase.start) or sentence.stretches
        stretches = [s for days in apart for s in _counted(phrase, days, tense, sentence)]
        weight = ON_ITS_DAY if _is_its_own(phrase, tense, sentence) else _weight(phrase, sentence)
        if weight and stretches:
            yield stretches, weight / len(stretches) ** SHARED


def _is_quoted(text: str, phrase: DatePhrase) -> bool:
    """Tell a date in somebody's words: their today may be another day."""
    before = text[: phrase.start]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _is_narrated(phrase: DatePhrase, tense: str | None) -> bool:
    """Tell "by the end of the month they met again", which is that month, not this one."""
    meaning = phrase.meaning
    return isinstance(meaning, Cycle) and meaning.shift == 0 and bool(meaning.part) and tense == "past"


def _is_its_own(phrase: DatePhrase, tense: str | None, sentence: Sentence) -> bool:
    """Tell whether a weekday is that of the one happening that a sentence is about.

    It is about one that it names, or whose people and place it names; of a week any weekday would be one.
    """
    if not isinstance(phrase.meaning, Weekday) or phrase.meaning.which or len(sentence.stretches) != 1:
        return False
    if sentence.ahead and not _before(tense, sentence):  # "he said on Monday that he was ready for it"
        return False
    first, last = sentence.stretches[0]
    about = sentence.named or [reference for reference in sentence.met if reference in sentence.placed]
    return last - first <= FEW * DAY and any(reference.kind or reference.people for reference in about)


def _weight(phrase: DatePhrase, sentence: Sentence) -> float:
    certainty = 1.0 if sentence.named else MET if sentence.met else PLACED
    return certainty * _distance_weight(phrase)


def _distance_weight(phrase: DatePhrase) -> float:
    meaning = phrase.meaning
    if isinstance(meaning, Offset):
        return SOON if meaning.unit == "hour" else EXACT
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
        if phrase.start in sentence.said:  # "she said on Monday": that is the day of the saying
            return []
        if sentence.ahead and not _before(tense, sentence) and not sentence.named:
            return []
        return _weekday(meaning, days, before=_before(tense, sentence))
    if not isinstance(meaning, Cycle):
        return []
    unit = "week" if meaning.unit == "weekend" else meaning.unit
    first, last = (period(unit, day, -(meaning.shift or 0)) for day in days)
    return [(first.first, last.last)]


def _before(tense: str | None, sentence: Sentence) -> int:
    """Return how many days before a happening one tells its weekday: none of what is past."""
    if sentence.plans(tense):
        return WEEK - 1
    return 1 if sentence.present and tense is None else 0


def _offset(meaning: Offset, days: tuple[dt.date, dt.date], sentence: Sentence) -> Stretches:
    """Read "two days earlier", "six days ago": the happening and the telling are so far apart.

    "A day after the walkout" tells the day of something else, which is the article's only if that is today;
    of "on Wednesday, a week ahead of the summit" it is about that day.
    """
    if meaning.unit == "hour" and meaning.origin == "named" and meaning.sign > 0:
        return [(days[1], days[1] + DAY)]
    if meaning.least != meaning.most or meaning.through or meaning.ahead:
        return []
    if meaning.origin == "previous" and meaning.sign > 0:  # "three days later they met again"
        return []
    named = meaning.origin == "named"
    if named and not any(_is_today(phrase, bare=meaning.sign < 0) for phrase, _ in sentence.told):
        return []
    slack = {"day": 0, "week": 2, "month": 10}.get(meaning.unit, 60) * DAY
    many = -meaning.least if named and meaning.sign < 0 else meaning.least
    first, last = (step(day, many, meaning.unit) for day in days)
    return [(first - slack, last + slack)]


def _is_today(phrase: DatePhrase, *, bare: bool) -> bool:
    """Tell "today"; before what is still to come, a bare weekday is as good."""
    meaning = phrase.meaning
    if bare and isinstance(meaning, Weekday):
        return meaning.which is None and meaning.week is None
    return isinstance(meaning, Cycle) and meaning.unit == "day" and meaning.shift == 0


def _weekday(meaning: Weekday, days: tuple[dt.date, dt.date], *, before: int) -> Stretches:
    """Return the days from which one says the weekday of a happening: those `before` it, else those after."""
    first, last = days
    near = [first + n * DAY for n in range(min((last - first).days + 1, WEEK))]
    fitting = [day for day in near if day.weekday() == meaning.weekday]
    if meaning.which:
        return [
            (day - WEEK * DAY, day - DAY) if meaning.which > 0 else (day + DAY, day + WEEK * DAY)
            for day in fitting
        ]
    return [(day - before * DAY, day) if before else (day, day + 6 * DAY) for day in fitting]
