"""When a happening took place or is to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from talks.chronicles import entry_of, today_in
from talks.dates import DatePhrase
from talks.dates.meaning import Cycle, Weekday
from talks.events.extents import clause_of, is_before_aside, is_of_clause, of_stretch
from talks.events.phrases import noun_of
from talks.events.triggers import Hit
from talks.events.when.apart import (
    OPEN,
    counts_from,
    dates_back,
    is_announced_on,
    is_aside,
    is_at_once,
    is_end,
    is_followed,
    is_in_name,
    is_of_basis,
    is_of_earlier,
    is_of_else,
    is_of_next,
    is_of_noun,
    own_part,
    prepares,
)
from talks.events.when.beginnings import find_beginning
from talks.events.when.behind import (
    is_before_contrast,
    is_of_announcement,
    is_of_cause,
    is_of_compared,
    is_of_handling,
    is_of_what_is_asked,
)
from talks.events.when.dates_together import Row, find_listed, from_begin_to_end, join_days
from talks.events.when.hours import find_antecedent, find_hour
from talks.events.when.relatives import is_beyond_relative, is_of_participle, is_of_relative
from talks.events.when.sequels import find_sequel
from talks.events.when.wishes import is_in_prospect, is_of_wish
from talks.models import Basis, Precision, Status, When
from talks.reading import Reading, Sentence
from talks.terms import PAST
from talks.told import clause_verb, is_ahead, is_from, resolve_in, until_told

__all__ = ["find_whens", "is_plural"]

OPEN_ENDED = frozenset({Precision.WEEK, Precision.MONTH, Precision.SEASON, Precision.YEAR, Precision.SPAN})
COARSE = 25  # tokens by which a month or year must be nearer than a day
NEXT = 3  # tokens between "the day before" and the happening


class _Told(NamedTuple):
    """A happening whose date is looked for."""

    reading: Reading
    sentence: Sentence
    hit: Hit
    verb: int  # that tells of it; -1 for none
    status: Status


def find_whens(
    reading: Reading, sentence: Sentence, hit: Hit, verb: int, status: Status, wanted: int
) -> list[When]:
    """Return the date of a happening, or of each of several told together; none is one unknown."""
    then = find_antecedent(reading, sentence, verb, status)
    if then:
        return [resolve_in(reading, sentence, then, status)]
    begun = find_beginning(reading, sentence, hit, status)
    if begun:
        return [begun]
    told, shift = _Told(reading, sentence, hit, verb, status), _shift(reading, sentence, hit)
    phrases = _find_phrases(reading, sentence, hit, status)
    if not phrases:
        return [When.unknown() if shift else _beside(told)]
    rows = [(p, resolve_in(reading, sentence, p, status)) for p in phrases]
    low, high = reading.chars(*clause_of(sentence, verb, hit))
    inside = [row for row in rows if low <= row[0].start < high]
    own = [row for row in inside or _around(told, rows) if _is_own(told, row[0])]
    if shift:
        return [_shifted([when for p, when in own if p.start < reading.tokens.starts[hit.first]], shift)]
    gone = status is Status.PLANNED and verb >= 0 and sentence.parse.verbs[verb].perfect and bool(inside)
    fitting = (row for row in own if row[1].known)
    usable = [(p, w) for p, w in fitting if _fits(told, p, w) or (gone and w.precision is Precision.DAY)]
    if wanted > 1 and len(usable) >= wanted:
        return [when for _, when in usable[:wanted]]
    return _choose(told, rows, usable) if usable else [_beside(told)]


def _around(told: _Told, rows: Sequence[Row]) -> list[Row]:
    """Return the dates outside its clause that a happening can have."""
    reading, sentence, _, verb, status = told
    if prepares(reading, sentence, verb):
        return []
    if status is Status.PROPOSED:  # by June, they are to reach a deal; but he left on Monday, and wants one
        above = sentence.parse.verbs[verb].governor if verb >= 0 else -1
        rows = [row for row in rows if above >= 0 and clause_verb(reading, sentence, row[0]) == above]
    lasts = status in (Status.ONGOING, Status.PAUSED)
    return [
        row
        for row in rows
        if not (is_of_next(reading, sentence, row[0], verb) or is_aside(reading, sentence, row[0], verb))
        or (lasts and _begins(reading, sentence, row[0]))
    ]


def _is_own(told: _Told, phrase: DatePhrase) -> bool:
    """Tell a date from one of something earlier, from one to count from, and from the end of a state."""
    reading, sentence, hit, _, status = told
    if counts_from(reading, phrase, hit) or dates_back(reading, phrase):
        return False
    if is_of_earlier(reading, sentence, phrase, hit) or _is_told_after(told, phrase):
        return False
    if phrase.relation == "until" and reading.codebook.kinds[hit.kind].file.terms:
        return False  # a truce extended until Monday
    return status is not Status.ONGOING or not is_end(reading, sentence, phrase)


def _is_told_after(told: _Told, phrase: DatePhrase) -> bool:
    """Tell the day of what a clause says was before: the call came after she had visited him on Monday."""
    verb = told.sentence.parse.verb_at(clause_verb(told.reading, told.sentence, phrase))
    later = told.reading.codebook.grammar.words["later"]
    return verb is not None and verb.marker in later and verb.clause > told.hit.head


def _choose(told: _Told, rows: list[Row], usable: list[Row]) -> list[When]:
    """Return which of its dates a happening has: all in a row, each of a list, or the nearest."""
    reading, sentence, hit, _, status = told
    span = join_days(reading, hit, usable)
    nearest = min(usable, key=lambda row: _distance(reading, sentence, hit, *row))
    listed = find_listed(reading, usable, nearest)
    if not span and len(listed) > 1 and status in PAST:
        return listed
    span = span or from_begin_to_end(reading, sentence, rows)
    if span:
        return [span]
    phrase, when = nearest
    several = phrase.relation == "since" and status is Status.HELD and is_plural(reading, hit)
    return [until_told(reading, when) if several and not is_from(reading, phrase) else when]


def _find_phrases(reading: Reading, sentence: Sentence, hit: Hit, status: Status) -> list[DatePhrase]:
    """Return the dates of a sentence that can be the happening's."""
    told = [p for p in reading.dates_in(sentence.first, sentence.last) if sentence.holds(p.start)]
    told = of_stretch(reading, sentence, hit, told, status)
    entry = entry_of(reading, sentence.paragraph)
    told = [p for p in told if entry is None or p.start != entry.start]
    told = [own_part(reading, sentence, p, hit) for p in told if not is_of_else(reading, sentence, p, hit)]
    told = [p for p in told if not is_in_name(reading, sentence, p, hit)]
    told = [p for p in told if status not in PAST or not is_of_clause(reading, sentence, p, hit)]
    told = [p for p in told if status is not Status.PROPOSED or not is_at_once(reading, p)]
    told = [p for p in told if not is_of_wish(reading, sentence, p, hit, status)]
    told = [p for p in told if not is_in_prospect(reading, sentence, p, hit, status)]
    at = reading.tokens.at
    others = (
        is_of_basis,
        is_of_relative,
        is_beyond_relative,
        is_of_participle,
        is_followed,
        is_of_noun,
        is_before_aside,
        is_of_what_is_asked,
        is_of_compared,
        is_of_cause,
        is_of_handling,
        is_of_announcement,
        is_before_contrast,
    )
    return [p for p in told if not any(is_of(reading, sentence, at(p.start), hit) for is_of in others)]


def _shift(reading: Reading, sentence: Sentence, hit: Hit) -> int:
    """Return by how many days a happening follows the date told: on Thursday, the day before the summit."""
    phrase = noun_of(sentence, hit)
    if phrase is None or phrase.start < NEXT:
        return 0
    unit, way = reading.tokens.lowers[phrase.start - 2 : phrase.start]
    words = reading.codebook.grammar.words
    if unit not in words["day"] or way not in words["counting"] or way == "of":
        return 0
    return -1 if way in words["later"] else 1


def _shifted(told: list[When], days: int) -> When:
    last = told[-1] if told else When.unknown()
    if last.precision is not Precision.DAY or last.earliest is None:
        return When.unknown()
    return When.day(last.earliest + dt.timedelta(days=days), last.basis)


def _begins(reading: Reading, sentence: Sentence, phrase: DatePhrase) -> bool:
    """Tell when a state began: at a standstill since Norland's team left on Friday."""
    number = clause_verb(reading, sentence, phrase)
    return number >= 0 and sentence.parse.verbs[number].marker == "since"


def _fits(told: _Told, phrase: DatePhrase, when: When) -> bool:
    """Tell whether a date can be the happening's: what is still to come has no date in the past."""
    reading, sentence, hit, _, status = told
    published = today_in(reading, sentence.paragraph)
    if (
        phrase.relation == "since"
        and not is_from(reading, phrase)
        and when.precision is not Precision.SPAN
        and status not in (Status.ONGOING, Status.PAUSED)
        and not (is_plural(reading, hit) or _lasts(told))
    ):
        return False
    if status in OPEN and (phrase.relation == "after" or status is Status.UNSCHEDULED):
        return False
    announcing = reading.codebook.grammar.words["announcing"]
    announced = status is Status.PLANNED and is_announced_on(reading, sentence, phrase, hit, announcing)
    if announced and reading.tokens.at(phrase.start) < hit.first:
        return False  # Norland on Tuesday announced a truce
    if status is Status.PLANNED and isinstance(phrase.meaning, Cycle | Weekday):
        discussing = reading.codebook.statuses.truth["discussing"]
        if is_announced_on(reading, sentence, phrase, hit, discussing):
            return False  # discussed the coming talks by phone on Friday
    if status not in OPEN or published.earliest is None or when.latest is None:
        return published is reading.article.published or not is_ahead(reading, when, published)
    today = when.earliest is not None and when.earliest >= published.earliest  # the article's may be a span
    today = today and status is Status.PLANNED and not announced
    if when.precision is Precision.APPROX or today:
        return True
    return is_ahead(reading, when, published) or (
        when.precision in OPEN_ENDED and when.latest > published.earliest and not _looks_back(reading, phrase)
    )


def _lasts(told: _Told) -> bool:
    """Tell what goes on from its beginning: the truce has held since Monday."""
    verb = told.sentence.parse.verb_at(told.verb)
    lasting = verb is not None and verb.lemma in told.reading.codebook.grammar.words["lasting"]
    return lasting and told.reading.codebook.kinds[told.hit.kind].file.terms


def _looks_back(reading: Reading, phrase: DatePhrase) -> bool:
    """Tell "earlier this week" and "last month", which are no time for what is to come."""
    opening = reading.tokens.lowers[reading.tokens.at(phrase.start)]
    return opening in reading.codebook.grammar.words["looking_back"]


def is_plural(reading: Reading, hit: Hit) -> bool:
    """Tell "three rounds since May" from "the largest exchange since February"."""
    word, words = reading.tokens.lowers[hit.head], reading.codebook.grammar.words
    return hit.trigger.role == "noun" and word.endswith("s") and word not in words["one"]


def _beside(told: _Told) -> When:
    """Return the day told around a clause, of its entry in a chronicle, of its hour, or of its state."""
    reading, sentence, hit, verb, status = told
    when = _of_entry(told)
    when = when or find_hour(reading, sentence, reading.chars(*clause_of(sentence, verb, hit)), status)
    return when or find_sequel(reading, sentence, hit, verb, status) or _standing(reading, status)


def _of_entry(told: _Told) -> When | None:
    """Return the day of the entry of a chronicle that tells of a happening as its news."""
    reading, sentence, hit, number, status = told
    entry = entry_of(reading, sentence.paragraph)
    if entry is None or not entry.when.known:
        return None
    if entry.dated:
        ahead = is_ahead(reading, entry.when)
        return entry.when if status in PAST or (ahead and status is Status.PLANNED) else None
    phrase = noun_of(sentence, hit) if hit.trigger.role == "noun" else None
    words = reading.codebook.grammar.words["pointing"]
    pointing = phrase is not None and reading.tokens.lowers[phrase.start] in words
    verb = sentence.parse.verb_at(number)
    news = verb is not None and verb.form == "finite" and not verb.marker
    return entry.when if status in PAST and news and not pointing else None


def _standing(reading: Reading, status: Status) -> When:
    """Return the article's own date for a state that lasts, and say so."""
    published = reading.article.published
    if status not in (Status.ONGOING, Status.PAUSED) or not published.known:
        return When.unknown()
    return When(
        earliest=published.earliest,
        latest=published.latest,
        precision=Precision.APPROX,
        basis=Basis.PUBLISHED,
    )


def _distance(reading: Reading, sentence: Sentence, hit: Hit, phrase: DatePhrase, when: When) -> int:
    noun = noun_of(sentence, hit)
    start = noun.start if noun else hit.first
    tokens = reading.tokens
    at = tokens.at(phrase.start)
    coarse = COARSE * (when.precision in (Precision.YEAR, Precision.MONTH, Precision.SEASON))
    if min(hit.first, start) <= at < hit.last:
        return 0
    return coarse + (at - hit.last if at >= hit.last else 2 * (hit.first - at))
