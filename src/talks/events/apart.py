"""Which dates of a sentence are of something else than a happening that it tells."""

from __future__ import annotations

from talks.dates import DatePhrase
from talks.events.phrases import phrase_of
from talks.events.triggers import Hit
from talks.models import Status
from talks.reading import Reading, Sentence
from talks.told import clause_verb

__all__ = [
    "OPEN",
    "counts_from",
    "dates_back",
    "is_aside",
    "is_attribution",
    "is_end",
    "is_followed",
    "is_in_name",
    "is_of_earlier",
    "prepares",
]

OPEN = frozenset({Status.PROPOSED, Status.REJECTED, Status.UNSCHEDULED, Status.AGREED, Status.PLANNED})
FAR = 8  # tokens between "the first" and "in three years"
NEXT = 3  # tokens between "the day before" and the happening
ATTRIBUTION = 5  # tokens between a verb of saying and its date


def counts_from(reading: Reading, phrase: DatePhrase, hit: Hit) -> bool:
    """Tell a date counted from the happening, so not its own: the day before the summit."""
    end = reading.tokens.ending_by(phrase.end)
    counted = reading.tokens.lowers[end - 1] in reading.codebook.grammar.words["counting"]
    return counted and 0 <= hit.head - end <= NEXT


def is_of_earlier(reading: Reading, sentence: Sentence, phrase: DatePhrase, hit: Hit) -> bool:
    """Tell the day of what came before: talks that followed, after the crossing of the river in May."""
    at = reading.tokens.at(phrase.start)
    before = [p for p in sentence.parse.phrases if at - NEXT < p.end <= at]
    if not before or not set(reading.classes[before[-1].end : at]) <= {"i"}:
        return False
    first = before[-1]
    while first.left >= 0:
        first = sentence.parse.phrases[first.left]
    past = first.role == "prep" and first.prep in reading.codebook.statuses.past
    return past and hit.head < first.start


def is_in_name(reading: Reading, sentence: Sentence, phrase: DatePhrase, hit: Hit) -> bool:
    """Tell a date that is part of what something else is called: since his January inauguration."""
    at, words = reading.tokens.at(phrase.start), reading.codebook.grammar.words
    noun = phrase_of(sentence, at)
    end = reading.tokens.ending_by(phrase.end)
    if noun is None or end >= noun.end or reading.classes[end] == "'":  # Monday's convoy
        return False
    named = hit.first < noun.end and noun.start < hit.last
    return not named and reading.tokens.lowers[noun.end - 1] not in words["deadline"]


def prepares(reading: Reading, sentence: Sentence, verb: int) -> bool:
    """Tell what somebody meets for, on a day of that: they meet on Friday to prepare a summit."""
    found = sentence.parse.verbs[verb] if verb >= 0 else None
    return (
        found is not None
        and found.form == "infinitive"
        and reading.codebook.statuses.object.get(found.lemma) in OPEN
    )


def is_followed(reading: Reading, sentence: Sentence, at: int, hit: Hit) -> bool:
    """Tell the day or place of what a happening followed: the talks follow a meeting in Castrel on Monday."""
    words = reading.codebook.grammar.words["sequel"]
    after = [v for v in sentence.parse.verbs if hit.head < v.start < at and v.form == "finite"]
    return any(v.lemma in words and v.objects and not v.passive for v in after)


def is_end(reading: Reading, sentence: Sentence, phrase: DatePhrase) -> bool:
    """Tell when a state that lasts is to end: the truce is due to expire on Sunday."""
    at = reading.tokens.at(phrase.start)
    before = [verb for verb in sentence.parse.verbs if verb.end <= at]
    return bool(before) and before[-1].lemma in reading.codebook.grammar.words["ending"]


def dates_back(reading: Reading, phrase: DatePhrase) -> bool:
    """Tell when something else began: a conflict that dates back to the 1960s."""
    at = reading.tokens.at(phrase.start)
    before = reading.tokens.lowers[max(0, at - 3) : at]
    words = reading.codebook.grammar.words
    if "to" in before and not words["dating"].isdisjoint(before):
        return True
    superlative = not words["superlative"].isdisjoint(reading.tokens.lowers[max(0, at - FAR) : at])
    return superlative and reading.text[phrase.start : phrase.end].lower().startswith("in ")


def is_aside(reading: Reading, sentence: Sentence, phrase: DatePhrase, verb: int) -> bool:
    """Tell a date in a clause of its own: talks after the process resumed last month, or after a call."""
    number = clause_verb(reading, sentence, phrase)
    verbs, aside = sentence.parse.verbs, reading.codebook.grammar.words["aside"]
    last = max((n for n, v in enumerate(verbs) if v.end <= reading.tokens.at(phrase.start)), default=-1)
    if last >= 0 and verbs[last].form == "ing" and last != verb:
        start = verbs[last].start
        if start > sentence.first and reading.tokens.lowers[start - 1] in aside:
            return True
    return number >= 0 and number != verb and verbs[number].marker in aside


def is_attribution(reading: Reading, sentence: Sentence, phrase: DatePhrase) -> bool:
    """Tell the date of saying: the Citadel said on Friday."""
    at = reading.tokens.at(phrase.start)
    cues = reading.codebook.speech.cues
    for verb in sentence.parse.verbs:
        near = 0 <= at - verb.end <= ATTRIBUTION
        says = near and any("clause" in cue.takes for cue in cues.get(verb.lemma, ()))
        if says and reading.codebook.grammar.words["dated"].issuperset(reading.tokens.lowers[verb.end : at]):
            return True
    return False
