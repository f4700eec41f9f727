"""What is put off, and until when: talks postponed until Tuesday, a meeting moved to Wednesday."""

from __future__ import annotations

from talks.dates import DateContext, DatePhrase, resolve
from talks.models import When
from talks.reading import Reading, Sentence
from talks.told import is_from

__all__ = ["find_new_date", "is_of_first_plan", "is_put_off"]

REACH = 5  # tokens from "originally" to the day


def is_put_off(reading: Reading, sentence: Sentence, number: int) -> bool:
    """Tell whether a verb puts something off; one that only moves it must tell to which day."""
    verb, truth = sentence.parse.verbs[number], reading.codebook.statuses.truth
    names = {verb.name, verb.lemma}
    moved = not names.isdisjoint(truth["moving"])
    return not names.isdisjoint(truth["postponing"]) or (
        moved and find_new_date(reading, sentence, number).known
    )


def find_new_date(reading: Reading, sentence: Sentence, number: int) -> When:
    """Return the date to which a verb puts something off: until next Tuesday, from Sunday to Tuesday."""
    after, words = sentence.parse.verbs[number].end, reading.codebook.grammar.words
    for phrase in reading.dates_in(after, sentence.last):
        at = reading.tokens.at(phrase.start)
        before = reading.tokens.lowers[max(after, at - 1) : at + 1]
        when = resolve(phrase, DateContext(reading.article.published, "future", None, reading.dated))
        if when.known and not words["until"].isdisjoint(before):
            return when
        if when.latest and is_from(reading, phrase):
            return When.day(when.latest, when.basis, when.phrase)
    return When.unknown()


def is_of_first_plan(reading: Reading, sentence: Sentence, phrase: DatePhrase) -> bool:
    """Tell the day that is no more: a round, originally scheduled for Monday, was put off to Friday."""
    at, words = reading.tokens.at(phrase.start), reading.codebook.grammar.words["originally"]
    first = not words.isdisjoint(reading.tokens.lowers[max(0, at - REACH) : at])
    return first and any(p.start > phrase.start for p in reading.dates_in(at, sentence.last))
