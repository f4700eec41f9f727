"""Collect what the sentences of an article tell about the day on which it was written.

"Which Norland had accepted in Castrel two days earlier" gives, by the dossier's happenings in Castrel, the
days that lie two days after one of them.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cache

from talks.codebook.dossier import Reference
from talks.dates.almanac import DAY, WEEK, step
from talks.dates.meaning import Calendar, Cycle, Duration, Offset, Unit, Weekday
from talks.dating.days import FRESH, find_days, find_pictured
from talks.dating.hooks import find_hooks
from talks.dating.sentences import Sentence
from talks.dating.weighing import Clue, Stretches
from talks.kinds import kinds_where
from talks.models import Status

__all__ = ["day_attended", "find_clues"]

HALF_YEAR = 183  # days
TITLED, LASTED, COUNTED = 0.95, 0.92, 0.8  # how sure: the title of somebody, the age of a conflict
PAST, ATTENDED, LOOSE = 0.9, 0.92, 0.75  # what is named as past, told by place and people, a deal
ONGOING, RECENT, AGREED = 0.8, 0.5, 0.75
MANY = 8  # happenings of a sentence, of which it may well be about none
OVER = 0.75  # that what a lead tells to have ended has just done so
NEW, NEWS = 0.4, 2  # what a lead tells as past; days for which it is new
FIGURED, ONE_FIGURE = 0.95, 0.75  # by figures that news tells first
SMALL = 60  # a figure that much else may have
FILED = 0.5  # from where something was, on its days or the next
MOOT = 0.75  # what came to nothing: it is spoken of while it is planned, and soon after
SAME_DAY, ANY_DAY = 0.8, 0.3  # of happenings on weekdays that the text names elsewhere


def find_clues(told: Sequence[Sentence], years: Sequence[int], began: dt.date | None = None) -> list[Clue]:
    """Collect the clues of all sentences; a date without a year may lie in any of the years given.

    `began` is the first day of the conflict that the text is about. Clues that leave the same days are one.
    """
    clues = [clue for sentence in told for clue in _of_sentence(sentence, years)]
    clues += [*_terms(told), *_same_days(told, began), *find_pictured(told), *_figured(told)]
    clues += _lasted(told, began) if began else []
    together: dict[tuple[tuple[dt.date, dt.date], ...], Clue] = {}
    for clue in clues:
        if clue.stretches:
            days = tuple(clue.stretches)
            together[days] = clue.beside(together[days]) if days in together else clue
    return list(together.values())


def _of_sentence(sentence: Sentence, years: Sequence[int]) -> Iterator[Clue]:
    yield from _happenings(sentence)
    yield from find_days(sentence, years)
    yield from find_hooks(sentence)
    yield from _news(sentence)
    yield from _filed(sentence)
    yield from _moot(sentence)


def _filed(sentence: Sentence) -> Iterator[Clue]:
    if sentence.filed:
        stretches = [(reference.since - DAY, reference.last + DAY) for reference in sentence.filed]
        yield Clue(stretches, FILED, sentence.span(), "dating.filed")


def _moot(sentence: Sentence) -> Iterator[Clue]:
    """Read what came to nothing, and is known to a month or so."""
    for reference in sentence.named if sentence.close else ():
        brief = reference.last - reference.since <= FRESH * DAY
        if reference.status is not Status.HELD and reference.kind and brief:
            stretch = reference.since, reference.last + WEEK * DAY
            yield Clue([stretch], MOOT, sentence.span(), "dating.moot")


def _happenings(sentence: Sentence) -> Iterator[Clue]:
    """Read what a named happening tells by itself: news comes while it lasts or after it."""
    words = sentence.span()
    stretches = sorted({(reference.since, reference.last) for reference in sentence.named})
    if not stretches and (day := day_attended(sentence)):
        yield Clue([(day, dt.date.max)], ATTENDED, words, "dating.attended", hook=False)
    if stretches and sentence.ongoing and not all(map(sentence.is_deal, sentence.named)):
        yield Clue(stretches, ONGOING, words, "dating.ongoing")
    elif stretches and sentence.agreed:
        if sentence.recent or (
            sentence.lead and sentence.hands_over
        ):  # "a recent agreement to exchange them": until that is done
            yield Clue(
                [(first - 2 * WEEK * DAY, last) for first, last in stretches], AGREED, words, "dating.agreed"
            )
    elif stretches and sentence.past and not sentence.ahead:
        sure = LOOSE if all(map(sentence.is_deal, sentence.named)) else PAST
        yield Clue([(stretches[0][0], dt.date.max)], sure, words, "dating.named", hook=False)
        if sentence.recent:
            yield Clue(
                [(first, last + FRESH * DAY) for first, last in stretches], RECENT, words, "dating.recent"
            )


def _news(sentence: Sentence) -> Iterator[Clue]:
    """Read what news tells first: of what has just been."""
    one = sentence.named[0] if sentence.close and len(sentence.named) == 1 else None
    if sentence.over and one is not None and one.kind not in _papers() and one.last - one.since <= WEEK * DAY:
        yield Clue([(one.last, one.last + NEWS * DAY)], OVER, sentence.span(), "dating.over")
    elif new := _told_first(sentence):
        yield Clue([(r.since, r.last + NEWS * DAY) for r in new], NEW, sentence.span(), "dating.news")


def _told_first(sentence: Sentence) -> list[Reference]:
    """Return the happenings that a lead tells as past, without their day."""
    if not sentence.news or any(phrase.start not in sentence.said for phrase, _ in sentence.told):
        return []
    told = {r.id: r for r in (*sentence.met, *sentence.seated)}.values()
    new = [r for r in told if r.kind not in _papers() and r.last - r.since <= WEEK * DAY]
    return new if len(told) <= MANY else []


@cache
def _papers() -> frozenset[str]:
    """Return the kinds that are spoken of long after they are there: documents, agreements."""
    return frozenset(kinds_where(lambda traits: traits.drawn_up or traits.agreeing))


def day_attended(sentence: Sentence) -> dt.date | None:
    """Return the day of the happening that is told by place and people: she had met him in Castrel."""
    days = {r.since for r in sentence.placed if _names_some(sentence.text, r.people)}
    return min(days) if len(days) == 1 and sentence.past else None


def _names_some(text: str, people: Sequence[str]) -> bool:
    return any(person.split()[-1] in text for person in people)


def _terms(told: Sequence[Sentence]) -> Iterator[Clue]:
    for sentence in told:
        for terms in sentence.terms:
            yield Clue(list(terms), TITLED, sentence.span(), "dating.term", hook=False)


def _same_days(told: Sequence[Sentence], began: dt.date | None) -> Iterator[Clue]:
    """Read weekdays that are those of happenings named in other sentences."""
    weekdays = [
        (phrase, phrase.meaning, sentence)
        for sentence in told
        for phrase, tense in sentence.told
        if isinstance(phrase.meaning, Weekday) and not sentence.plans(tense)
        if not _is_its_own(sentence, phrase.meaning.weekday)
    ]
    named = {
        (r, s.start)
        for s in told
        if s.past or not _dates(s, Calendar)
        if s.close or not s.met
        if not _dates(s, Offset) and (len(s.named) == 1 or all(r.kind for r in s.named))
        for r in s.named
        if r.since == r.last and r.since != began and not (s.ahead and r.status is Status.HELD)
    }
    named |= {(r, s.start) for s in told for r in _told_first(s) if r.since == r.last}
    found = [
        (stretch, sentence.span(phrase))
        for reference, start in named
        for phrase, meaning, sentence in weekdays
        if start != sentence.start
        if (stretch := _week_of(reference, meaning))
    ]
    if found:
        stretches = sorted({stretch for stretch, _ in found})
        yield Clue(stretches, SAME_DAY, found[0][1], "dating.same_weekday", chance=ANY_DAY)


def _figured(told: Sequence[Sentence]) -> Iterator[Clue]:
    """Read figures of an exchange or a handover: two that it alone has, or one that no other has."""
    found = dict[str, Reference]()
    figures = defaultdict[str, set[int]](set)
    first = dict[str, Sentence]()
    for sentence in told:
        for number, references in sentence.figures.items():
            for reference in references:
                found[reference.id] = reference
                figures[reference.id].add(number)
                first.setdefault(reference.id, sentence)
    most = max(map(len, figures.values()), default=0)
    known = [r for r in found.values() if max(figures[r.id]) > SMALL]
    likely = [r for r in known if len(figures[r.id]) == most] if most > 1 or len(found) == 1 else []
    for reference in likely:
        span = first[reference.id].span()
        yield Clue([(reference.since, dt.date.max)], PAST, span, "dating.figured", hook=False)
    for reference in _of_lead(known, told) or (likely if len(likely) == 1 else ()):
        sentence = first[reference.id]
        sure = FIGURED if len(figures[reference.id]) > 1 else ONE_FIGURE
        if sentence.lead:
            yield Clue([(reference.since, reference.last + DAY)], sure, sentence.span(), "dating.figures")
        elif _is_of_today(sentence):
            days = reference.since, reference.last
            yield Clue([days], FIGURED, sentence.span(), "dating.figures_today")


def _of_lead(known: Sequence[Reference], told: Sequence[Sentence]) -> list[Reference]:
    """Return the last of several stages, if its figures stand where news tells what is new."""
    led = {r.id for s in told if s.lead for rs in s.figures.values() for r in rs if r in known}
    last = max(known, key=lambda r: r.since, default=None)
    return [last] if last is not None and last.id in led else []


def _is_of_today(sentence: Sentence) -> bool:
    return any(isinstance(phrase.meaning, Cycle) and phrase.meaning.is_today for phrase, _ in sentence.told)


def _dates(sentence: Sentence, way: type) -> bool:
    """Tell whether a sentence says itself, in some way, when its happenings were."""
    return any(isinstance(phrase.meaning, way) for phrase, _ in sentence.told)


def _is_its_own(sentence: Sentence, weekday: int) -> bool:
    """Tell whether a weekday is that of something of which its own sentence tells."""
    told = sentence.happenings
    return len(told) <= MANY and any(reference.since.weekday() == weekday for reference in told)


def _week_of(reference: Reference, meaning: Weekday) -> tuple[dt.date, dt.date] | None:
    """Return the days on which a weekday means a happening's, if it is its."""
    day = reference.since
    if meaning.weekday != day.weekday():
        return None
    if meaning.is_bare:
        return day, day + (WEEK - 1) * DAY
    return (day + DAY, day + WEEK * DAY) if meaning.which == -1 else None


def _lasted(told: Sequence[Sentence], began: dt.date) -> Iterator[Clue]:
    for sentence in told:
        for duration, nearly in sentence.lasted:
            if duration.unit == "day":  # "82 days of war": on the 82nd
                day = began + duration.least * DAY
                yield Clue([(day - 2 * DAY, day + DAY)], COUNTED, sentence.span(), "dating.day_of_war")
            yield Clue(_since(began, duration, nearly), LASTED, sentence.span(), "dating.age", hook=False)


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
