"""The day on which something was only wished for: at their meeting on Monday they proposed a truce."""

from __future__ import annotations

from talks.chronicles import today_in
from talks.dates import DatePhrase
from talks.dates.almanac import DAY
from talks.dates.meaning import Weekday
from talks.events.phrases import noun_of, phrase_of, wholes_of
from talks.events.triggers import Hit
from talks.models import Status
from talks.reading import Reading, Sentence
from talks.syntax import Phrase
from talks.told import clause_verb

__all__ = ["is_in_prospect", "is_of_wish"]

NEXT = 3  # tokens between a noun and the day behind it


def is_of_wish(reading: Reading, sentence: Sentence, phrase: DatePhrase, hit: Hit, status: Status) -> bool:
    """Tell the day of the wish, or of the occasion of it, from that of what is proposed."""
    if status is not Status.PROPOSED:
        return False
    if _is_of_report(reading, sentence, phrase):
        return True
    at, own = reading.tokens.at(phrase.start), noun_of(sentence, hit)
    noun = phrase_of(sentence, at) or _before(sentence, at)
    if own is not None and own.left >= 0 and own.prep in reading.codebook.grammar.words["matter"]:
        return noun is None or own not in wholes_of(sentence, noun)  # talks on a truce begin on Monday
    if noun is None or noun is own:
        return False
    chain = [one for one in wholes_of(sentence, noun) if one is not own]
    return any(_is_occasion(reading, sentence, one, hit) for one in chain)


def _is_of_report(reading: Reading, sentence: Sentence, phrase: DatePhrase) -> bool:
    """Tell the weekday of yesterday, on which somebody spoke of it: called for a truce on Tuesday."""
    today, number = today_in(reading, sentence.paragraph), clause_verb(reading, sentence, phrase)
    verb = sentence.parse.verb_at(number)
    if today.earliest is None or verb is None or verb.tense != "past" or verb.modal or verb.marker:
        return False
    yesterday, meaning = (today.earliest - DAY).weekday(), phrase.meaning
    return isinstance(meaning, Weekday) and meaning.is_bare and meaning.weekday == yesterday


def _before(sentence: Sentence, at: int) -> Phrase | None:
    """Return the noun phrase right before a day."""
    near = (phrase for phrase in sentence.parse.phrases if at - NEXT < phrase.end <= at)
    return max(near, key=lambda phrase: phrase.end, default=None)


def _is_occasion(reading: Reading, sentence: Sentence, noun: Phrase, hit: Hit) -> bool:
    """Tell at what something was wished for, or the noun of the wish before it: a call by Quent to meet."""
    head = reading.tokens.lowers[noun.end - 1]
    if noun.end <= hit.first and head in reading.codebook.statuses.truth["wanting"]:
        return True
    own, words = noun_of(sentence, hit), reading.codebook.grammar.words
    beside = own is None or noun not in wholes_of(sentence, own)
    at_it = noun.prep in words["held_at"] | reading.codebook.statuses.past
    return beside and at_it and head in words["appointments"]


def is_in_prospect(
    reading: Reading, sentence: Sentence, phrase: DatePhrase, hit: Hit, status: Status
) -> bool:
    """Tell the day of what was still to come: 40 were freed, with more due, or to be freed, on Saturday."""
    lowers, tables, at = reading.tokens.lowers, reading.codebook.statuses, reading.tokens.at(phrase.start)
    aside = (n for n in range(hit.last, at) if lowers[n] == "with" and lowers[n - 1] == ",")
    opening = next(aside, -1)
    if opening < 0 or status is not Status.HELD:
        return False
    inside = [v for v in sentence.parse.verbs if opening < v.start < at]
    to_come = any(v.form == "infinitive" for v in inside) and not any(v.form == "finite" for v in inside)
    return to_come or any(tables.before.get(word) is Status.PLANNED for word in lowers[opening:at])
