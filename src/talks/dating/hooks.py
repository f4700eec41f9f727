"""Read how far back a sentence says its happening lies: what ties the article to a day.

"Which Norland had accepted in Castrel two days earlier" gives, by the dossier's happenings there, the days
that lie two days after one of them.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress

from talks.codebook.dossier import Reference
from talks.dates import DatePhrase
from talks.dates.almanac import DAY, WEEK, period, step
from talks.dates.meaning import Cycle, Offset, Weekday
from talks.dating.sentences import Sentence
from talks.dating.weighing import RARE, Clue, Stretches

__all__ = ["find_hooks"]

NAMED, SEATED, MET, PLACED = 0.85, 0.7, 0.6, 0.45  # how sure it is which happening is told: by its name …
LOOSE = 0.6  # by words that stand apart
SEVERAL = 0.55  # where several are named, of which a weekday need be none's
ON_WEEKDAY = 0.8  # "on Monday"
ON_PERIOD = 0.95  # "today", "last week"
CHANCES: Mapping[str, float] = {
    "day": 0.03,
    "week": 0.05,
    "weekend": 0.05,
    "month": 0.15,
}  # that one fits anyhow
WEEKDAY, UNNAMED = 0.15, 0.03  # chance of a weekday; of what is not told by its name
PLANNED = 0.5  # what is to come may be another, or never come
ON_ITS_DAY = 0.88  # of a named happening on a weekday that is its own
RULE = "dating.distance"
FEW = 2  # days by which a happening may last longer than one


def find_hooks(sentence: Sentence) -> Iterator[Clue]:
    """Yield the days on which a sentence can have been written, by each of its distances."""
    told = [
        (p, tense)
        for p, tense in sentence.told
        if not _is_quoted(sentence.text, p)
        and not _is_narrated(p, tense)
        and not _is_open(p, tense, sentence)
    ]
    distances = [row for row in told if isinstance(row[0].meaning, Offset)]
    weekdays = [row for row in told if isinstance(row[0].meaning, Weekday)]
    others = [row for row in told if row not in distances and row not in weekdays]
    found = _each(distances, sentence)
    if not found:
        found = _each(weekdays, sentence)  # of "tonight, after he had seen her on Monday" it was that Monday
        found += _each([row for row in others if not found or not _is_day(row[0])], sentence)
    yield from found


def _each(told: Sequence[tuple[DatePhrase, str | None]], sentence: Sentence) -> list[Clue]:
    clues = list[Clue]()
    for phrase, tense in told:
        apart = sentence.counted.get(phrase.start) or sentence.stretches
        stretches = [s for days in apart for s in _counted(phrase, days, tense, sentence)]
        alone = len(set(stretches)) == 1 and _is_its_own(phrase, tense, sentence)
        sure = ON_ITS_DAY if alone else _sureness(phrase, tense, sentence)
        if sure and stretches:
            clues.append(Clue(stretches, sure, sentence.span(phrase), RULE, chance=_chance(phrase, sentence)))
    return clues


def _is_day(phrase: DatePhrase) -> bool:
    return isinstance(phrase.meaning, Cycle) and phrase.meaning.unit == "day"


def _is_quoted(text: str, phrase: DatePhrase) -> bool:
    """Tell a date in somebody's words: their today may be another day."""
    before = text[: phrase.start]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _is_open(phrase: DatePhrase, tense: str | None, sentence: Sentence) -> bool:
    """Tell "I would go to Castrel tonight", which hooks to nothing.

    "He told her on Monday that he would" does, and so does what a lead says of two people who will meet.
    """
    told = tense == "past" and isinstance(phrase.meaning, Weekday) and phrase.start < sentence.opens
    planned = tense == "future" and isinstance(phrase.meaning, Weekday) and sentence.met and sentence.lead
    return sentence.ahead and not sentence.named and not told and not planned


def _is_narrated(phrase: DatePhrase, tense: str | None) -> bool:
    """Tell "by the end of the month they met again", which is that month, not this one."""
    meaning = phrase.meaning
    ended = isinstance(meaning, Cycle) and meaning.shift == 0 and meaning.part not in (None, "later")
    return ended and tense == "past"


def _is_its_own(phrase: DatePhrase, tense: str | None, sentence: Sentence) -> bool:
    """Tell whether a weekday is that of the one happening that a sentence is about.

    It is about one that it names, or whose people and place it names; of a week any weekday would be one.
    """
    if not isinstance(phrase.meaning, Weekday) or phrase.meaning.which:
        return False
    if sentence.ahead and not _before(tense, sentence):  # "he said on Monday that he was ready for it"
        return False
    both = [r for r in sentence.met if r in sentence.placed]
    about = (sentence.named if sentence.close or not sentence.met else ()) or both
    return _are_alike(sentence, about) and any(
        (r.kind or r.people) and r.last - r.since <= FEW * DAY for r in about
    )


def _are_alike(sentence: Sentence, references: Sequence[Reference]) -> bool:
    """Tell happenings of which a sentence means one from several that it tells of, in several places."""
    places = {reference.series or reference.place for reference in references}
    return len(places) == 1 or all(reference in sentence.seated for reference in references)


def _sureness(phrase: DatePhrase, tense: str | None, sentence: Sentence) -> float:
    about = MET if sentence.met else PLACED
    if phrase.start in sentence.counted:
        about = NAMED
    elif sentence.named:
        about = (NAMED if sentence.close else LOOSE) if _are_alike(sentence, sentence.named) else SEVERAL
    elif sentence.seated and not isinstance(phrase.meaning, Offset):  # which counts from whatever was told
        about = SEATED
    if about == SEVERAL and isinstance(phrase.meaning, Weekday):
        return 0.0
    sure = math.sqrt(about) if isinstance(phrase.meaning, Offset) else about * _exactness(phrase)
    feasts = all(reference.kind is None for reference in sentence.happenings)  # which come for sure
    return sure * (PLANNED if sentence.plans(tense) and not feasts else 1.0)


def _exactness(phrase: DatePhrase) -> float:
    meaning = phrase.meaning
    if isinstance(meaning, Weekday):
        return ON_WEEKDAY
    if isinstance(meaning, Cycle) and meaning.shift is not None and not meaning.of_previous:
        return ON_PERIOD if meaning.unit in CHANCES else 0.0
    return 0.0


def _chance(phrase: DatePhrase, sentence: Sentence) -> float:
    """Return how likely a distance fits by chance: a weekday is one of seven, and news follows names."""
    meaning = phrase.meaning
    if not sentence.named:
        return RARE if isinstance(meaning, Offset) else UNNAMED
    if isinstance(meaning, Weekday):
        return WEEKDAY
    return CHANCES.get(meaning.unit, 0.0) if isinstance(meaning, Cycle) else 0.0


def _counted(
    phrase: DatePhrase, days: tuple[dt.date, dt.date], tense: str | None, sentence: Sentence
) -> Stretches:
    """Return the days from which a happening lies as far away as a phrase says."""
    meaning = phrase.meaning
    if isinstance(meaning, Offset):
        if meaning.origin == "previous" and not sentence.named and phrase != sentence.told[0][0]:
            return []  # "they met on Monday, four days after the walkout": it counts from Monday
        with suppress(ValueError, OverflowError):  # beyond the calendar's years
            return _offset(phrase, meaning, days, sentence)
    if isinstance(meaning, Weekday):
        if phrase.start in sentence.said or (sentence.agreed and sentence.hands_over):
            return []  # "she said on Monday", "they agreed on Monday to meet": that is the day of the words
        if sentence.ahead and tense != "past" and not _before(tense, sentence) and not sentence.named:
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


def _offset(
    phrase: DatePhrase, meaning: Offset, days: tuple[dt.date, dt.date], sentence: Sentence
) -> Stretches:
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
    if meaning.rough and phrase.start in sentence.longer:
        return [(first, step(last, 1, meaning.unit))]  # more than three years ago
    return [(first - slack, last + slack)]


def _is_today(phrase: DatePhrase, *, bare: bool) -> bool:
    """Tell "today"; before what is still to come, a bare weekday is as good."""
    meaning = phrase.meaning
    if bare and isinstance(meaning, Weekday):
        return meaning.which is None and meaning.week is None
    return isinstance(meaning, Cycle) and meaning.is_today


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
