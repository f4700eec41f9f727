"""Read what the dates that a text tells say of its own: the past came before it, plans come after it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import Final

from talks.dates import DatePhrase
from talks.dates.almanac import DAY, WEEK, months
from talks.dates.meaning import Calendar, Cycle, Meaning, Range, Weekday
from talks.dating.sentences import Sentence, day_of
from talks.dating.weighing import Clue, Stretches

__all__ = ["FRESH", "find_days", "find_pictured", "of_known"]

FRESH: Final = 31  # days for which a happening is news
YEAR: Final = 330  # days for which a day needs no year
NEWS: Final = 2  # days after one that a lead dates
DATED, YEARLESS, REACHED = (
    0.97,
    0.88,
    0.85,
)  # how sure: a date with its year, one without, "last Friday, 2 May"
SAID, LED, PICTURED, SOON = 0.7, 0.5, 0.55, 0.85
TODAYS = 0.95
BESIDE = re.compile(r",? \(?(?:on )?(?:the )?")  # between a day and what else it is called
OLD = 0.05  # chance of an old photo
SLIPPING = 2  # days by which a plan may be off
FORESEEN = 0.9  # that a known happening of a day to come is that which came
KNOWN = 0.99  # the day of a happening that is named beside it


def find_days(sentence: Sentence, years: Sequence[int]) -> Iterator[Clue]:
    """Yield a clue for each date of a sentence; one without a year may lie in any of those given."""
    for phrase, tense in sentence.told:
        meaning = phrase.meaning
        if isinstance(meaning, Range):  # "On 16–17 May": its last day tells most
            meaning = meaning.last
        if not isinstance(meaning, Calendar):
            continue
        ahead = tense == "future" or phrase.relation == "before" or phrase.start in sentence.wanted
        words = sentence.span(phrase)
        if meaning.year is not None:
            first, last = _days_of(meaning, meaning.year)
            yield Clue(
                [(dt.date.min, last) if ahead else (first, dt.date.max)],
                DATED,
                words,
                "dating.date",
                hook=False,
            )
            if sure := _leads(sentence, phrase, meaning, tense):
                yield Clue([(first, first + NEWS * DAY)], sure, words, "dating.lead")
        elif meaning.month is not None and meaning.which is None and meaning.year_shift is None:
            yield from _yearless(phrase, meaning, tense, sentence, years, ahead=ahead)


def find_pictured(told: Sequence[Sentence]) -> list[Clue]:
    """Return what the day of the newest photo tells: it is seldom older than a week."""
    shown = [
        (day, sentence.span(phrase))
        for sentence in told
        if sentence.pictured
        for phrase, _ in sentence.told
        if (day := day_of(phrase))
    ]
    newest = max(shown, key=itemgetter(0), default=None)
    return (
        [Clue([(newest[0], newest[0] + (WEEK - 1) * DAY)], PICTURED, newest[1], "dating.photo", chance=OLD)]
        if newest
        else []
    )


def _leads(sentence: Sentence, phrase: DatePhrase, meaning: Calendar, tense: str | None) -> float:
    """Tell how surely news begins with a day, as with that on which officials said something."""
    if not sentence.lead or tense != "past" or meaning.day is None or sentence.pictured:
        return 0.0
    if phrase.start in sentence.said:
        return SAID
    if any(isinstance(p.meaning, Weekday) for p, _ in sentence.told):  # which tells what is new
        return 0.0
    before = re.findall(r"\w+", sentence.text[: phrase.start].lower())[-1:]
    return LED if before == ["on"] and meaning.year is None and not sentence.ahead else 0.0


def _yearless(
    phrase: DatePhrase,
    meaning: Calendar,
    tense: str | None,
    sentence: Sentence,
    years: Sequence[int],
    *,
    ahead: bool,
) -> Iterator[Clue]:
    words = sentence.span(phrase)
    days = [_days_of(meaning, year) for year in years]
    if meaning.weekday is not None:
        days = [day for day in days if day[0].weekday() == meaning.weekday]
    elif _is_today(sentence, phrase):
        yield Clue(list(days), TODAYS, words, "dating.today")
        return
    elif not ahead and phrase.start not in sentence.said and not _is_past(sentence, phrase, tense):
        return
    opening = sentence.text[phrase.start : phrase.end].split()[0].lower()
    reach = {"next": (-WEEK, -1), "last": (1, WEEK)}.get(opening)
    if reach and meaning.weekday is not None:
        near, far = reach
        yield Clue(
            [(first + near * DAY, first + far * DAY) for first, _ in days],
            REACHED,
            words,
            "dating.weekday_date",
        )
    elif ahead and (fixed := of_known(days, sentence, SLIPPING)):  # "the round that is planned for 2 June"
        first, last = fixed[0]
        yield Clue([(first - FRESH * DAY, last)], FORESEEN, words, "dating.known_plan", hook=False)
    elif ahead:
        soon = phrase.relation in ("before", "by", "until")
        yield Clue([(a - 2 * FRESH * DAY, b) for a, b in days], SOON, words, "dating.plan", hook=soon)
    else:
        yield from _past(days, meaning, tense, sentence, phrase)


def _is_past(sentence: Sentence, phrase: DatePhrase, tense: str | None) -> bool:
    """Tell a day before which nothing speaks of what may or shall be."""
    return tense == "past" and (not sentence.ahead or phrase.start < sentence.opens)


def _is_today(sentence: Sentence, phrase: DatePhrase) -> bool:
    """Tell "today, 2 June", "June 2, today"."""
    text = sentence.text
    between = [
        text[phrase.end : other.start] or text[other.end : phrase.start]
        for other, _ in sentence.told
        if _is_this_day(other.meaning)
    ]
    return any(BESIDE.fullmatch(words) for words in between)


def _is_this_day(meaning: Meaning) -> bool:
    """Tell "today", "this morning", "this Monday"."""
    if isinstance(meaning, Weekday):
        return meaning.which == 0
    return isinstance(meaning, Cycle) and meaning.is_today


def _past(
    days: Stretches, meaning: Calendar, tense: str | None, sentence: Sentence, phrase: DatePhrase
) -> Iterator[Clue]:
    """Read a day that is past: in the lead it is news; a happening named beside it may tell its year."""
    words = sentence.span(phrase)
    if fixed := of_known(days, sentence):  # "at the Castrel round on 2 June"
        yield Clue([(fixed[0][0], dt.date.max)], KNOWN, words, "dating.named_date", hook=False)
        days = fixed  # told without its year, it is not long ago
    yield Clue(
        [(first, first + YEAR * DAY) for first, _ in days], YEARLESS, words, "dating.yearless", hook=False
    )
    if sure := _leads(sentence, phrase, meaning, tense):
        yield Clue([(first, first + NEWS * DAY) for first, _ in days], sure, words, "dating.lead")


def of_known(days: Stretches, sentence: Sentence, slack: int = 0) -> Stretches:
    """Return those of some days on which was what a sentence names, or some days about it."""
    known = [(reference.since, reference.last) for reference in (*sentence.named, *sentence.placed)]
    far = slack * DAY
    return [day for day in days if any(a - far <= day[1] and day[0] <= b + far for a, b in known)]


def _days_of(meaning: Calendar, year: int) -> tuple[dt.date, dt.date]:
    if meaning.month is None:
        return dt.date(year, 1, 1), dt.date(year, 12, 31)
    month = months(year, meaning.month)
    if meaning.day is None:
        return month.first, month.last
    day = min(month.last, month.first + (meaning.day - 1) * DAY)
    return day, day
