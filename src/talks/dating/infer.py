"""Infer the day of publication from what an article tells."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import suppress

from talks.codebook.dossier import Reference
from talks.dates import DateGrammar, DatePhrase
from talks.dates.almanac import DAY, WEEK
from talks.dates.meaning import Calendar, Cycle, Meaning, Offset, Vague, Weekday
from talks.dating.background import Background
from talks.dating.clues import day_attended, find_clues
from talks.dating.days import FRESH, of_known
from talks.dating.printed import PrintedDate
from talks.dating.sentences import Sentence, day_of, days_in, read_sentences
from talks.dating.weekdays import likely_weekdays
from talks.dating.weighing import Clue, Told, Weights, age_of, weigh
from talks.models import Basis, Precision, Span, Status, When

__all__ = ["find_reasons", "infer_date"]

SURE, FEW = 0.8, 3  # how likely so few days must be together to be told
WITH_YEAR, AHEAD = 5, 10  # days that news is older which tells a day with its year, or what is to come
ENOUGH = 0.7  # so likely must more of them be
PAIR, LIKELY, RIVALS = 2, 0.45, 4  # or two days, so many times as likely as any other two
TWICE = 2  # as likely as in any other year
ALONE = 0.78  # so likely must one day be
ROUGH = WEEK * DAY  # which a plan lasts whose day is not known
FENCED = 0.6  # so likely must be what nothing but bounds ties to a day
YEAR = 330  # days for which a day needs no year
FAR = 366 * DAY  # from which a bound says little of a day
TELLING = frozenset({"dating.figures"})  # clues of what only news tells
LEADING = "dating.lead"
LATE = 366  # days after the last day told that are looked at where no dossier says how long

Window = tuple[dt.date, dt.date]


def infer_date(
    text: str, grammar: DateGrammar, background: Background, printed: PrintedDate | None = None
) -> When:
    """Return the days on which the text can have been written, as finely as that can be defended.

    Unknown where nothing ties it to a day: history, reference works, news without a hook, and where clues
    contradict each other. `printed` is a dateline without a year, or a date that can be read in two ways.
    """
    told = read_sentences(text, grammar, background, printed.day if printed else None)
    weighed = _weigh(told, background, dated=printed is not None)
    if weighed is None:
        return When.unknown()
    clues, weights = weighed
    if printed is not None:
        return _of_several(printed, weights)
    if not any(map(_is_news, told)) and not any(clue.rule in TELLING for clue in clues):
        return When.unknown()
    return _told(weights, clues, likely_weekdays(told))


def find_reasons(text: str, when: When, grammar: DateGrammar, background: Background) -> list[Clue]:
    """Return the clues of a text that agree with a date: hooks, and bounds that are not far off."""
    if when.earliest is None or when.latest is None:
        return []
    first, last = when.earliest, when.latest
    clues, _ = _weigh(read_sentences(text, grammar, background), background, dated=True) or ((), None)
    return [
        clue for clue in clues if clue.meets(first, last) and (clue.hook or clue.is_near(first, last, FAR))
    ]


def _weigh(
    told: Sequence[Sentence], background: Background, *, dated: bool
) -> tuple[Sequence[Clue], Weights] | None:
    window = _window(told, background, dated=dated)
    if window is None:
        return None
    years = range(window[0].year, window[1].year + 1)
    clues = find_clues(told, years, background.first)
    days, weekdays = list(_days_told(told, background.first)), likely_weekdays(told)
    if dated:
        days += _years_told(told, background.first)
    else:
        days += _yearless(told, years, weigh(clues, days, weekdays, window=window))
    return clues, weigh(clues, days, weekdays, window=window)


def _window(told: Sequence[Sentence], background: Background, *, dated: bool) -> Window | None:
    """Return the days looked at: those of which the dossier knows, else those around what is told."""
    days = [day for sentence in told for phrase, _ in sentence.told if (day := day_of(phrase))]
    known = [*days, *(r.since for sentence in told for r in sentence.happenings)]
    known += [r.since for sentence in told for rs in (sentence.filed, *sentence.figures.values()) for r in rs]
    if background.first and background.last:
        tied = known or dated or any(sentence.lasted or _has_weekday_date(sentence) for sentence in told)
        return (background.first, max([background.last, *days])) if tied else None
    return (min(known) - FRESH * DAY, max(known) + LATE * DAY) if known else None


def _has_weekday_date(sentence: Sentence) -> bool:
    """Tell "on Friday, 22 April", which few years have."""
    meanings = (phrase.meaning for phrase, _ in sentence.told)
    return any(isinstance(m, Calendar) and m.day and m.weekday is not None for m in meanings)


def _days_told(told: Sequence[Sentence], began: dt.date | None) -> Iterator[Told]:
    """Yield the days of which the text tells: news follows soon on what is past, and tells what comes soon.

    The day on which the conflict began is told by all of its history, and deals before they are there. A day
    that is told with its year is seldom the article's.
    """
    for sentence in told:
        for phrase, tense in sentence.told:
            if day := day_of(phrase):
                ahead = tense == "future"
                yield day - FRESH * DAY * ahead, day, AHEAD if ahead else WITH_YEAR
        if not sentence.named and not sentence.ahead and (day := day_attended(sentence)):
            yield day, day, 0
        for reference in (
            sentence.named if sentence.close or sentence.met else [*sentence.named, *sentence.seated]
        ):
            if reference.since == began or _is_rough(reference):
                continue
            if not sentence.ahead and not sentence.agreed:
                yield reference.since, min(reference.last, reference.since + WEEK * DAY), 0
            elif not sentence.is_deal(reference):
                yield reference.since - FRESH * DAY, reference.last, AHEAD


def _is_rough(reference: Reference) -> bool:
    """Tell what was only spoken of and is known to no more than a month or so."""
    return reference.status is not Status.HELD and reference.last - reference.since > ROUGH


def _yearless(told: Sequence[Sentence], years: Sequence[int], weights: Weights) -> list[Told]:
    """Return the days that are told without their year, in each: older if it is less likely to be the one."""
    found = [
        row
        for sentence in told
        for phrase, tense in sentence.told
        for row in _in_years(sentence, phrase, tense, years)
    ]
    likely = {first: weights.of(first, last + YEAR * DAY) for first, last, _ in found}
    most = max(likely.values(), default=0.0)
    return [
        (first, last, age + min(LATE, age_of(likely[first] / most)))
        for first, last, age in found
        if likely[first]
    ]


def _in_years(
    sentence: Sentence, phrase: DatePhrase, tense: str | None, years: Sequence[int]
) -> Iterator[Told]:
    """Yield a day that is told without its year in each of them, or the days before it that tell it ahead.

    That of a happening which is told with it is of its year.
    """
    meaning = phrase.meaning
    if not isinstance(meaning, Calendar) or meaning.year or not (meaning.month and meaning.day):
        return
    ahead = tense == "future" or phrase.relation == "before"
    days = days_in(years, meaning)
    fixed = () if ahead else of_known([(day, day) for day in days], sentence)
    for day in [day for day, _ in fixed] or days:
        if meaning.weekday in (None, day.weekday()):
            yield day - FRESH * DAY * ahead, day, AHEAD * ahead


def _years_told(told: Sequence[Sentence], began: dt.date | None) -> Iterator[Told]:
    """Yield the last year that is told, if it is not that of the beginning: it may be the article's."""
    meanings = (phrase.meaning for sentence in told for phrase, _ in sentence.told)
    year = max((m.year for m in meanings if isinstance(m, Calendar) and m.year), default=None)
    if year and (began is None or year > began.year):
        yield dt.date(year, 1, 1), dt.date(year, 12, 31), 0


def _is_news(sentence: Sentence) -> bool:
    """Tell whether a sentence speaks from a day of its own, as news does and reference works do not."""
    if sentence.ongoing or sentence.recent:
        return True
    said = sentence.said if sentence.lead else ()
    return any(phrase.start in said or _is_deictic(phrase.meaning) for phrase, _ in sentence.told)


def _is_deictic(meaning: Meaning) -> bool:
    if isinstance(meaning, Offset):
        return meaning.origin == "published"
    return isinstance(meaning, Weekday | Cycle | Vague)


def _told(weights: Weights, clues: Sequence[Clue], weekdays: Sequence[float]) -> When:
    """Return the fewest days that are likely enough, at most a month, if something ties the text to them."""
    pair = weights.clearest(PAIR, LIKELY, RIVALS)
    if pair and weights.of(*pair) < FENCED and not any(map(_is_of_a_year, _hooks(clues, *pair))):
        pair = None
    days = (
        weights.narrowest(ALONE, 1)
        or pair
        or weights.narrowest(SURE, FEW)
        or weights.narrowest(ENOUGH, FRESH)
    )
    if days is None:
        return When.unknown()
    first, last = weights.trimmed(*days, weekdays=weekdays)
    ties = _hooks(clues, first, last) or _fence(clues, first)
    if not ties:
        return When.unknown()
    words = max(ties, key=lambda clue: clue.sure).words
    if first == last:
        return When.day(first, Basis.INFERRED, words)
    return _span(first, last, words)


def _hooks(clues: Sequence[Clue], first: dt.date, last: dt.date) -> list[Clue]:
    return [clue for clue in clues if clue.hook and clue.meets(first, last)]


def _is_of_a_year(clue: Clue) -> bool:
    """Tell a hook that says which year it is, as a day with which news leads, told without it, does not."""
    return clue.rule != LEADING or len(clue.stretches) == 1


def _fence(clues: Sequence[Clue], day: dt.date) -> list[Clue]:
    """Return the clues between which a day lies, if they are close: after this, and before that."""
    ends = [
        (start, end, clue)
        for clue in clues
        for start, end in clue.stretches
        if not clue.hook and start <= day <= end
    ]
    start, end = (
        max((e[0] for e in ends), default=dt.date.min),
        min((e[1] for e in ends), default=dt.date.max),
    )
    return [clue for *_, clue in ends] if end - start <= FRESH * DAY else []


def _span(first: dt.date, last: dt.date, words: Span | None) -> When:
    """Return some days in a row; a week or more of one month tell that month."""
    whole = (first.year, first.month) == (last.year, last.month) and (last - first).days >= WEEK
    precision = Precision.MONTH if whole else Precision.SPAN
    return When(earliest=first, latest=last, precision=precision, basis=Basis.INFERRED, phrase=words)


def _of_several(printed: PrintedDate, weights: Weights) -> When:
    """Find the year of a dateline that has none, or which of two numbers is the month."""
    years = range(weights.first.year, weights.last.year + 1)
    meanings = [printed.day, *([printed.other] if printed.other else [])]
    days = [day for meaning in meanings for year in years for day in _in_year(meaning, year)]
    likely = sorted(((weights.of(day, day), day) for day in days), reverse=True)
    if not likely or likely[0][0] < sum(share for share, _ in likely[1:2]) * TWICE:
        return When.unknown()
    return When.day(likely[0][1], Basis.INFERRED, printed.when.phrase)


def _in_year(day: Calendar, year: int) -> list[dt.date]:
    if day.year not in (None, year):
        return []
    with suppress(ValueError):  # 29 February
        return [dt.date(year, day.month or 1, day.day or 1)]
    return []
