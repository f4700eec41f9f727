"""Infer the day of publication from what an article tells."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import pairwise

from talks.dates import DateGrammar
from talks.dates.almanac import DAY, WEEK
from talks.dates.meaning import Calendar, Cycle, Meaning, Offset, Vague, Weekday
from talks.dating.background import Background
from talks.dating.clues import FRESH, Clue, find_clues, find_latest, find_pictured, likely_weekdays
from talks.dating.printed import PrintedDate
from talks.dating.sentences import Sentence, Stretches, read_sentences
from talks.models import Basis, Precision, When

__all__ = ["infer_date"]

EARLY = WEEK  # days before the first happening told that are looked at: it may be planned
LATE = 2 * FRESH  # days after the last happening told that are looked at
ENOUGH = 1.5  # weight of hooks from which they are believed
LEAST, BORNE_OUT = 0.4, 2.5  # weight of hooks that are believed where all clues that agree weigh so much
SLACK = 0.25  # of weight within which a day is as likely as the best


def infer_date(
    text: str, grammar: DateGrammar, background: Background, printed: PrintedDate | None = None
) -> When:
    """Return the days on which the text can have been written, as finely as that can be defended.

    Unknown where nothing ties it to a day: history, reference works, news without a hook. `printed` is a
    dateline without a year.
    """
    told = read_sentences(text, grammar, background)
    anchors = _anchors(told)
    if printed is not None:
        return _in_some_year(printed, told, anchors, background)
    if not anchors or not any(map(_is_news, told)):
        return When.unknown()
    first, last = max([min(anchors) - EARLY * DAY, *_past_days(told)]), max(anchors) + LATE * DAY
    clues = find_clues(told, range(first.year, last.year + 1), background.first)
    clues += find_pictured(told) + find_latest(told)
    steps = _steps(first, last, clues)
    likely = _likeliest(steps, clues, enough=ENOUGH) or _between(steps, clues, told)
    return _told(_one_run(_on_weekdays(likely, likely_weekdays(told))))


def _in_some_year(
    printed: PrintedDate, told: Sequence[Sentence], anchors: Sequence[dt.date], background: Background
) -> When:
    """Find the year of a dateline that has none: by all clues, and by the weekdays that the text names."""
    edges = [*anchors, *(day for day in (background.first, background.last) if day)]
    if not edges:
        return When.unknown()
    years = range(min(edges).year, max(edges).year + 1)
    clues = find_clues(told, years, background.first)
    days = [day for year in years for day in _in_year(printed, year)]
    likely = _likeliest([(day, day) for day in days], clues, enough=0.0)
    if len(likely) > 1:
        likely = _on_named_weekdays(likely, told)
    if len(likely) > 1 and anchors:  # news follows soon on what it tells
        likely = [day for day in likely if day >= max(anchors) - FRESH * DAY][:1]
    return _told(likely) if len(likely) == 1 else When.unknown()


def _on_named_weekdays(days: list[dt.date], told: Sequence[Sentence]) -> list[dt.date]:
    """Keep the days whose own weekday the text names; agencies call today by its weekday."""
    named = {
        p.meaning.weekday for sentence in told for p, _ in sentence.told if isinstance(p.meaning, Weekday)
    }
    return [day for day in days if day.weekday() in named] or days


def _steps(first: dt.date, last: dt.date, clues: Sequence[Clue]) -> Stretches:
    """Cut the days looked at where a clue begins or ends: between cuts they are all as likely."""
    edges = {first, last + DAY}
    for start, end in (stretch for clue in clues for stretch in clue.stretches):
        edges |= {start} if first < start <= last else set()
        edges |= {end + DAY} if first <= end < last else set()
    return [(start, after - DAY) for start, after in pairwise(sorted(edges))]


def _in_year(printed: PrintedDate, year: int) -> list[dt.date]:
    with suppress(ValueError):  # 29 February
        return [dt.date(year, printed.day.month or 1, printed.day.day or 1)]
    return []


def _anchors(told: Sequence[Sentence]) -> list[dt.date]:
    """Return the days that the text dates by itself: with a year, or by a happening of the dossier."""
    happened = [reference for sentence in told for reference in sentence.happenings]
    meanings = [phrase.meaning for sentence in told for phrase, _ in sentence.told]
    dated = [m for m in meanings if isinstance(m, Calendar) and m.year and m.month and m.day]
    return [
        *(reference.since for reference in happened),
        *(reference.last for reference in happened),
        *(dt.date(m.year or 1, m.month or 1, m.day or 1) for m in dated),
    ]


def _past_days(told: Sequence[Sentence]) -> Iterator[dt.date]:
    """Yield the days, dated in full, on which something has been: no article was written before them."""
    for sentence in told:
        for phrase, tense in sentence.told:
            meaning = phrase.meaning
            if tense != "past" or sentence.ahead or not isinstance(meaning, Calendar):
                continue
            if meaning.year and meaning.month and meaning.day:
                yield dt.date(meaning.year, meaning.month, meaning.day)


def _is_news(sentence: Sentence) -> bool:
    """Tell whether a sentence speaks from a day of its own, as news does and reference works do not."""
    return (
        sentence.ongoing or sentence.recent or any(_is_deictic(phrase.meaning) for phrase, _ in sentence.told)
    )


def _is_deictic(meaning: Meaning) -> bool:
    if isinstance(meaning, Offset):
        return meaning.origin == "published"
    return isinstance(meaning, Weekday | Cycle | Vague)


def _likeliest(runs: Stretches, clues: Sequence[Clue], *, enough: float) -> list[dt.date]:
    """Return the days on which most clues agree, if what ties the article to them is enough."""
    scores = [sum(clue.weight for clue in clues if clue.fits(first)) for first, _ in runs]
    best = [run for run, score in zip(runs, scores, strict=True) if score >= max(scores) - SLACK]
    hooks = [clue for clue in clues if clue.hook]
    held = sum(clue.weight for clue in hooks if best and clue.fits(best[0][0]))
    against = sum(clue.weight for clue in clues if best and not clue.hook and not clue.fits(best[0][0]))
    if enough and max(scores) >= BORNE_OUT:
        enough = LEAST
    if held < max(enough and enough + against, sum(clue.weight for clue in hooks) / 2):
        return []
    return [first + n * DAY for first, last in best for n in range((last - first).days + 1)]


def _between(steps: Stretches, clues: Sequence[Clue], told: Sequence[Sentence]) -> list[dt.date]:
    """Return the few days after all that is past and before all that is planned, if no clue disagrees.

    Both ends are told: what happened on the one, what shall on the other. No earlier than what is named.
    """
    bounds = [clue for clue in clues if not clue.hook]
    window = [step for step in steps if all(clue.fits(step[0]) for clue in bounds)]
    fitting = [step for step in window if all(clue.fits(step[0]) for clue in clues)]
    named = [reference.since for sentence in told if not sentence.ahead for reference in sentence.named]
    edges = {edge for clue in bounds for stretch in clue.stretches for edge in stretch}
    if not fitting or fitting[0][1] < max(named, default=dt.date.min):
        return []
    (first, _), (_, last) = window[0], window[-1]
    if not {first, last} <= edges or last - first > FRESH * DAY:
        return []
    return [start + n * DAY for start, end in fitting for n in range((end - start).days + 1)]


def _on_weekdays(days: list[dt.date], weekdays: frozenset[int]) -> list[dt.date]:
    """Keep of each run of days those that fit the weekdays named; to more than a week they say nothing."""
    runs = _runs(days)
    fitting = [day for run in runs for day in run if len(run) > WEEK or day.weekday() in weekdays]
    return fitting or days


def _runs(days: Sequence[dt.date]) -> list[list[dt.date]]:
    runs: list[list[dt.date]] = []
    for day in days:
        if runs and day - runs[-1][-1] <= WEEK * DAY:
            runs[-1].append(day)
        else:
            runs.append([day])
    return runs


def _one_run(days: Sequence[dt.date]) -> list[dt.date]:
    """Return the only run of days, no longer than news is fresh; none where the text fits several.

    Several of one month tell that month.
    """
    runs = _runs(days)
    if len({(day.year, day.month) for day in days}) == 1:
        return list(days)
    if len(runs) != 1:
        return []
    return [day for day in runs[0] if (day - runs[0][0]).days <= FRESH]


def _told(days: Sequence[dt.date]) -> When:
    if not days:
        return When.unknown()
    first, last = days[0], days[-1]
    if first == last:
        return When.day(first, Basis.INFERRED)
    whole = (first.year, first.month) == (last.year, last.month) and (last - first).days >= WEEK
    precision = Precision.MONTH if whole else Precision.SPAN
    return When(earliest=first, latest=last, precision=precision, basis=Basis.INFERRED)
