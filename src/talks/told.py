"""What a date in a sentence means, by the clause it stands in and the dates told before it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from typing import TypeGuard

from talks.chronicles import entry_day, today_in
from talks.dates import DateContext, DatePhrase, guess_tense, load_grammar, resolve
from talks.dates.almanac import WEEK
from talks.dates.meaning import Calendar, Cycle, Meaning, Weekday
from talks.dates.resolve import Tense
from talks.models import Precision, Status, When, month_end
from talks.reading import Reading, Sentence
from talks.syntax import Verb
from talks.terms import PAST

__all__ = [
    "clause_at",
    "clause_verb",
    "is_ahead",
    "is_from",
    "meaning_of",
    "resolve_in",
    "told_before",
    "until_told",
]

AHEAD = frozenset({Status.PLANNED, Status.AGREED, Status.PROPOSED})
ASKED = frozenset({Status.PROPOSED, Status.AGREED, Status.REJECTED})  # by a verb before an infinitive
ABOVE = 3  # paragraphs in which the day stands of whose month a part is told
WITHIN_MONTH = frozenset({Precision.DAY, Precision.SPAN, Precision.MONTH})
LOOKED_BACK = 50  # dates among which the one told last before another is looked for


def clause_verb(reading: Reading, sentence: Sentence, phrase: DatePhrase) -> int:
    """Return the finite verb in whose clause a date stands."""
    return clause_at(sentence, reading.tokens.at(phrase.start))


def clause_at(sentence: Sentence, at: int) -> int:
    """Return the finite verb in whose clause a token stands, the innermost of several."""
    finite = sentence.parse.finite
    begun = [(v.start if v.start <= at else v.clause, n) for n, v in finite if v.clause <= at]
    return max(begun)[1] if begun else next((n for n, _ in finite), -1)


def resolve_in(reading: Reading, sentence: Sentence, phrase: DatePhrase, status: Status) -> When:
    """Return the date that a phrase gives a happening of a status; it is worked out once."""
    key = (sentence.start, sentence.end, phrase.start, status)
    when = reading.resolved.get(key)
    if when is None:
        when = reading.resolved[key] = _resolve_in(reading, sentence, phrase, status)
    return when


def _resolve_in(reading: Reading, sentence: Sentence, phrase: DatePhrase, status: Status) -> When:
    number = clause_verb(reading, sentence, phrase)
    clause = sentence.parse.verb_at(number)
    tense: Tense = (
        "past" if status in PAST or (clause and clause.tense == "past" and not clause.modal) else "future"
    )
    if (
        status in (Status.HELD, Status.ONGOING)
        and clause
        and phrase.relation == "on"
        and _is_timetabled(reading, clause)
    ):
        tense = "future"
    if status is Status.PLANNED and clause and clause.lemma in reading.codebook.statuses.governor:
        past = _fell_through(sentence, number) or _is_of_request(reading, sentence, phrase, number)
        tense = "past" if past else "future"
    if status is Status.CANCELLED and _is_days_ahead(reading, sentence, phrase):
        tense = "future"  # on Wednesday, Friday's summit was called off
    if status in AHEAD and (_is_for(reading, phrase) or _is_of_infinitive(reading, sentence, phrase, number)):
        tense = "future"  # agreed to meet on Friday, agreed for Friday
    if status is Status.PLANNED and clause and clause.progressive:
        tense = "future"  # it was sending a team to talks on Monday
    if phrase.relation == "since":
        tense = "future" if status in AHEAD and is_from(reading, phrase) else "past"
    if clause and clause.tense == "present" and _is_end_of_entry(reading, sentence, phrase):
        tense = "future"
    told = _narrative(reading, sentence.paragraph)
    before = told[: bisect_left(told, phrase.start, key=lambda row: row[0].start)]
    previous = _last_told(reading, before, phrase)
    today = today_in(reading, sentence.paragraph)
    previous = previous or entry_day(reading, sentence.paragraph) or _told_above(reading, sentence, phrase)
    context = DateContext(today, tense, previous, reading.dated)
    when = meaning_of(reading, phrase, tense, today, previous)
    if status not in PAST or tense != "past":
        return when
    in_known_year = _in_known_year(reading, phrase, when, context)
    if in_known_year or not is_ahead(reading, when):
        return in_known_year or when
    return _in_year_told(before, phrase, context) or when


def _is_end_of_entry(reading: Reading, sentence: Sentence, phrase: DatePhrase) -> bool:
    """Tell a day counted on from that of an entry: 19 April: Quent declares a truce until Sunday."""
    bound = phrase.relation == "until" or is_from(reading, phrase)
    return bound and entry_day(reading, sentence.paragraph) is not None


def meaning_of(
    reading: Reading, phrase: DatePhrase, tense: Tense, today: When, previous: When | None = None
) -> When:
    """Return the date of a phrase at one point of an article; it is worked out once.

    `today` and `previous` are dates that the reading keeps, so that the number of each is its own.
    """
    key = (phrase, tense, id(today), id(previous))
    when = reading.meant.get(key)
    if when is None:
        context = DateContext(today, tense, previous, reading.dated)
        when = reading.meant[key] = resolve(phrase, context)
    return when


def is_from(reading: Reading, phrase: DatePhrase) -> bool:
    """Tell "from six on Saturday", which is when it begins, from "since Saturday"."""
    opening = max(0, phrase.start - len("from "))
    return reading.text[opening : phrase.end].lower().startswith("from")


def _is_for(reading: Reading, phrase: DatePhrase) -> bool:
    """Tell the day for which something is agreed or asked: a truce was agreed for Friday."""
    at = reading.tokens.at(phrase.start)
    return not reading.codebook.grammar.words["meant_for"].isdisjoint(reading.tokens.lowers[at - 1 : at])


def is_ahead(reading: Reading, when: When, today: When | None = None) -> bool:
    """Tell a date after the day of the article, or of its entry in a chronicle."""
    published = (today or reading.article.published).latest
    return published is not None and when.earliest is not None and when.earliest > published


def _in_year_told(
    told: Sequence[tuple[DatePhrase, When]], phrase: DatePhrase, context: DateContext
) -> When | None:
    """Read what was on 28 February, which is still to come this year, in the year that was told last."""
    meaning = phrase.meaning
    if not _is_yearless(meaning):
        return None
    years = [p.meaning.year for p, _ in told if isinstance(p.meaning, Calendar) and p.meaning.year]
    if not years:
        return None
    return resolve(phrase._replace(meaning=replace(meaning, year=years[-1])), context)


def _is_yearless(meaning: Meaning) -> TypeGuard[Calendar]:
    return isinstance(meaning, Calendar) and bool(meaning.month) and not meaning.year


def _in_known_year(reading: Reading, phrase: DatePhrase, when: When, context: DateContext) -> When | None:
    """Read "on 10 March" in a year told before it, if that day is known for something and this one is not.

    Where nobody knows when the article appeared, the year told last will do.
    """
    meaning, known, published = phrase.meaning, reading.world.days, reading.article.published
    if not _is_yearless(meaning) or not meaning.day or meaning.which or meaning.year_shift:
        return None
    if when.known and when.earliest in known and not is_ahead(reading, when):
        return None
    told = [p for p in reading.dates if p.start < phrase.start][-LOOKED_BACK:]
    years = [p.meaning.year for p in reversed(told) if isinstance(p.meaning, Calendar) and p.meaning.year]
    for year in dict.fromkeys(years):
        found = resolve(phrase._replace(meaning=replace(meaning, year=year)), context)
        if found.earliest in known and not is_ahead(reading, found):
            return found
    if published.known or not years:
        return None
    return resolve(phrase._replace(meaning=replace(meaning, year=years[0])), context)


def _is_timetabled(reading: Reading, clause: Verb) -> bool:
    """Tell the present tense of timetables: the truce takes effect on Wednesday, they are meeting then."""
    plain = clause.tense == "present" and clause.form == "finite" and not (clause.perfect or clause.passive)
    words = reading.codebook.grammar.words
    meeting = clause.lemma == "be" and not words["gerund"].isdisjoint(
        reading.tokens.lowers[clause.end : clause.end + 1]
    )
    return plain and (meeting or clause.lemma in words["timetabled"])


def _last_told(reading: Reading, told: Sequence[tuple[DatePhrase, When]], phrase: DatePhrase) -> When | None:
    """Return the last day told, or the last date at all of the same sentence: 3 June 2022 and 5 July."""
    for other, when in islice(reversed(told), LOOKED_BACK):
        if other.relation == "since" and when.precision is Precision.YEAR:
            continue  # the seventh exchange since 2022
        if other.relation == "until":
            continue  # a truce until Sunday; on the same day they met
        near = ". " not in reading.text[other.end : phrase.start]
        if when.known and (near or when.precision is Precision.DAY):
            return when
    return None


def _told_above(reading: Reading, sentence: Sentence, phrase: DatePhrase) -> When | None:
    """Return the day or month told last before a part of a month: later in the month they met again."""
    meaning = phrase.meaning
    if not isinstance(meaning, Cycle) or meaning.unit != "month" or not meaning.part:
        return None
    for paragraph in range(sentence.paragraph, max(-1, sentence.paragraph - 1 - ABOVE), -1):
        rows = [when for other, when in _narrative(reading, paragraph) if other.end <= phrase.start]
        fine = [when for when in rows if when.precision in WITHIN_MONTH]
        if fine:
            return fine[-1]
    return None


def _narrative(reading: Reading, paragraph: int) -> list[tuple[DatePhrase, When]]:
    """Return the dates of a paragraph, each read against the ones before it."""
    if paragraph not in reading.narratives:
        line = reading.paragraphs[paragraph]
        first, last = reading.tokens.at(line.start), reading.tokens.ending_by(line.end)
        told: list[tuple[DatePhrase, When]] = []
        today = today_in(reading, paragraph)
        for phrase in reading.dates_in(first, last):
            previous = _last_told(reading, told, phrase)
            context = DateContext(today, "past", previous, reading.dated)
            when = meaning_of(reading, phrase, "past", today, previous)
            when = (is_ahead(reading, when) and _in_year_told(told, phrase, context)) or when
            when = _in_known_year(reading, phrase, when, context) or when
            told.append((phrase, when))
        reading.narratives[paragraph] = told
    return reading.narratives[paragraph]


def told_before(reading: Reading, paragraph: int, start: int) -> When | None:
    """Return the day in the past that is told last in a paragraph, before a place in the text."""
    grammar = load_grammar()
    told = [
        when
        for phrase, when in _narrative(reading, paragraph)
        if phrase.end <= start and when.precision is Precision.DAY
        if guess_tense(reading.text, phrase.start, phrase.end, grammar) != "future"
    ]
    return told[-1] if told else None


def _fell_through(sentence: Sentence, number: int) -> bool:
    """Tell "was to have met", of what did not come about."""
    return any(v.governor == number and v.form == "infinitive" and v.perfect for v in sentence.parse.verbs)


def _is_of_request(reading: Reading, sentence: Sentence, phrase: DatePhrase, number: int) -> bool:
    """Tell the day of asking from that of what is asked for: Varga asked them on Monday to meet."""
    verbs, at = sentence.parse.verbs, reading.tokens.at(phrase.start)
    asked = reading.codebook.statuses.governor[verbs[number].lemma] in ASKED and verbs[number].tense == "past"
    wanted = (v.start for v in verbs if v.governor == number and v.form == "infinitive")
    return asked and verbs[number].end <= at < min(wanted, default=0)


def _is_days_ahead(reading: Reading, sentence: Sentence, phrase: DatePhrase) -> bool:
    """Tell a bare weekday that is nearer ahead than back, as that of what was to be.

    What did not take place on a day had its day.
    """
    today, meaning = today_in(reading, sentence.paragraph).latest, phrase.meaning
    if today is None or not isinstance(meaning, Weekday) or not meaning.is_bare:
        return False
    if any(verb.negated for verb in sentence.parse.verbs):
        return False
    return (meaning.weekday - today.weekday()) % WEEK < (today.weekday() - meaning.weekday) % WEEK


def _is_of_infinitive(reading: Reading, sentence: Sentence, phrase: DatePhrase, number: int) -> bool:
    """Tell the day of what a finite verb is followed by: agreed to meet, to a truce starting on Friday."""
    at = reading.tokens.at(phrase.start)
    last = max((v for v in sentence.parse.verbs if v.end <= at), key=lambda v: v.start, default=None)
    above = last
    while above is not None and above.form != "finite" and above.governor != number:
        higher = sentence.parse.verb_at(above.governor)  # met, agreeing to meet again on Friday
        above = higher if higher is not None and higher.start < above.start else None
    if last is None or above is None or above.governor != number or number < 0:
        return False
    asks = reading.codebook.statuses.governor.get(last.lemma) in ASKED
    begins = last.lemma in reading.codebook.grammar.words["beginning"]
    return last.form == "infinitive" or (last.form == "ing" and (begins or asks))


def until_told(reading: Reading, when: When) -> When:
    """Return the time of "three rounds since May": none of them is the one of May.

    Where it begins with a month it ends with one: of a span both ends are told as finely.
    """
    last = reading.article.published.latest
    if when.earliest is None or last is None or last <= when.earliest:
        return when
    if when.precision not in (Precision.DAY, Precision.SPAN):
        last = month_end(last.year, last.month)
    return when.model_copy(update={"latest": last, "precision": Precision.SPAN})
