"""What is put off, and until when: talks postponed until Tuesday, a meeting moved to Wednesday."""

from __future__ import annotations

from talks.dates import DateContext, DatePhrase, resolve
from talks.events.phrases import noun_of
from talks.events.triggers import Hit
from talks.models import Status, When
from talks.reading import Reading, Sentence
from talks.syntax import Phrase
from talks.told import is_from

__all__ = ["find_new_date", "find_postponement", "find_put_off", "is_of_first_plan"]

REACH = 5  # tokens from "originally" to the day


def find_put_off(reading: Reading, sentence: Sentence, phrase: Phrase) -> int:
    """Return the verb by which a happening is put off, or -1: talks postponed, a round that was moved."""
    verbs = sentence.parse.verbs
    own = verbs[phrase.verb]
    taken = phrase.role == "object" or own.passive or not own.objects  # a headline: talks postponed
    later = (n for n, v in enumerate(verbs) if v.subject == phrase.number and v.passive and n > phrase.verb)
    numbers = [phrase.verb] if taken else []
    numbers += later if phrase.role == "subject" else []  # the round, planned for May, was postponed
    return next((n for n in numbers if _is_put_off(reading, sentence, n)), -1)


def _is_put_off(reading: Reading, sentence: Sentence, number: int) -> bool:
    """Tell whether a verb puts something off, or may not; one that only moves it must tell to which day."""
    verb, truth = sentence.parse.verbs[number], reading.codebook.statuses.truth
    if verb.modal in reading.codebook.grammar.words["hypothetical"]:
        return False
    names = {verb.name, verb.lemma}
    moved = not names.isdisjoint(truth["moving"])
    return not names.isdisjoint(truth["postponing"]) or (
        moved and find_new_date(reading, sentence, verb.end).known
    )


def find_postponement(reading: Reading, sentence: Sentence, hit: Hit) -> int:
    """Return the token behind what a noun puts off, or -1: the postponement of the talks to Saturday."""
    noun, words = noun_of(sentence, hit), reading.codebook.grammar.words["postponement"]
    left = sentence.parse.phrases[noun.left] if noun and noun.left >= 0 else None
    return noun.end if noun and left and reading.tokens.lowers[left.end - 1] in words else -1


def find_new_date(reading: Reading, sentence: Sentence, after: int) -> When:
    """Return the date behind a token to which something is put off: until Tuesday, from Sunday to Tuesday."""
    words = reading.codebook.grammar.words
    for phrase in reading.dates_in(after, sentence.last):
        at = reading.tokens.at(phrase.start)
        if _is_of_plan(reading, at, after):
            continue
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


def _is_of_plan(reading: Reading, at: int, after: int) -> bool:
    """Tell the day for which it was planned: rescheduled the meeting planned for Saturday."""
    planned = reading.codebook.grammar.lemmas.get(reading.tokens.lowers[at - 2]) if at - 2 >= after else None
    return planned is not None and reading.codebook.statuses.object.get(planned) is Status.PLANNED
