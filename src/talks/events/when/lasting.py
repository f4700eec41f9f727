"""What has begun and lasts: a truce of ten days that took effect on Monday is in force on Wednesday."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Final

from talks.events.phrases import is_done, occurs
from talks.events.verdicts import Verdict
from talks.models import Count, Precision, Status, When
from talks.reading import Reading, Sentence
from talks.syntax import Verb

__all__ = [
    "begins",
    "find_length",
    "has_been",
    "has_begun",
    "is_in_force",
    "is_set_going",
    "sets_going",
    "takes_effect",
]

LENGTHS: Final[Mapping[str, int]] = {"days": 1, "weeks": 7, "months": 30}  # days of each
NEWS: Final = 3  # days for which what has begun is told to have, where nobody says how long it lasts
DAY: Final = dt.timedelta(days=1)


def has_begun(reading: Reading, verb: Verb) -> bool:
    """Tell talks that began on Monday."""
    return is_done(verb) and verb.lemma in reading.codebook.grammar.words["beginning"]


def sets_going(reading: Reading, verb: Verb) -> bool:
    """Tell a verb of beginning, or of going on after a break."""
    truth = reading.codebook.statuses.truth
    going = reading.codebook.grammar.words["beginning"] | truth["resuming"] | truth["kicking_off"]
    return not (verb.negated or verb.modal) and not going.isdisjoint((verb.lemma, verb.name))


def is_set_going(reading: Reading, sentence: Sentence, verb: Verb) -> bool:
    """Tell "the round has begun", "they have resumed talks", which go on."""
    words, phrases = reading.codebook.grammar.words, sentence.parse.phrases
    ends = (reading.tokens.lowers[phrases[number].end - 1] for number in verb.objects)
    own = all(last in words["happenings"] or last in words["deliberations"] for last in ends)
    present = verb.perfect and verb.tense == "present" and not verb.passive
    return present and own and sets_going(reading, verb)


def has_been(reading: Reading, sentence: Sentence, verb: Verb) -> bool:
    """Tell talks that took place, began or ended: whatever was planned of them, they were."""
    words = reading.codebook.grammar.words
    told = verb.lemma in words["having_been"] or verb.lemma in words["ending"]
    return is_done(verb) and (told or occurs(reading, sentence, verb))


def takes_effect(reading: Reading, verb: Verb) -> bool:
    """Tell a truce agreed on Monday that came into force on Tuesday."""
    return verb.tense == "past" and not (verb.negated or verb.modal) and _has_force(reading, verb)


def begins(reading: Reading, verb: Verb) -> bool:
    """Tell a verb of beginning, whenever that is: will start, is to come into force."""
    return verb.lemma in reading.codebook.grammar.words["beginning"] or _has_force(reading, verb)


def _has_force(reading: Reading, verb: Verb) -> bool:
    after = reading.tokens.lowers[verb.end : verb.end + 3]
    return not reading.codebook.statuses.truth["force"].isdisjoint(after)


def is_in_force(
    reading: Reading, sentence: Sentence, verdict: Verdict, when: When, counts: Sequence[Count], today: When
) -> bool:
    """Tell what is told to have begun, and cannot be over yet, nor is told to be."""
    verb, words = sentence.parse.verb_at(verdict.verb), reading.codebook.grammar.words
    begun = verb is not None and verb.form == "finite" and _is_begun(reading, sentence, verb)
    if verdict.status is not Status.HELD or verb is None or not begun:
        return False
    if any(other.lemma in words["ending"] for other in sentence.parse.verbs) or today.latest is None:
        return False
    if when.earliest is None:
        return verb.perfect and verb.tense == "present"
    lengths = [count.n * LENGTHS[count.of] for count in counts if count.of in LENGTHS]
    hours = any(count.of == "hours" for count in counts)
    news = 0 if hours or not begins(reading, verb) else NEWS  # the day when it was declared is another's
    lasts = max(lengths, default=news)
    return when.precision is Precision.DAY and when.earliest <= today.latest <= when.earliest + lasts * DAY


def _is_begun(reading: Reading, sentence: Sentence, verb: Verb) -> bool:
    told = begins(reading, verb) or _is_imposed(reading, sentence, verb)
    return told and not (verb.negated or verb.modal) and (verb.tense == "past" or verb.perfect)


def _is_imposed(reading: Reading, sentence: Sentence, verb: Verb) -> bool:
    """Tell "has declared a truce", "has been ordered", but not "has declared the truce over"."""
    if verb.lemma not in reading.codebook.statuses.truth["imposing"]:
        return False
    thing = sentence.parse.phrases[verb.objects[-1]] if verb.objects else None
    if thing is None and not verb.passive:
        return False
    end = thing.end if thing else verb.end
    called = thing is not None and reading.classes[end - 1] == "a"  # declared a truce impossible
    behind = reading.classes[end : end + 2]
    return not (called or behind.startswith("a") or behind == "i.")


def find_length(reading: Reading, sentence: Sentence, verb: int, when: When, counts: Sequence[Count]) -> When:
    """Return the days of what lasted so many and ended on one: a truce of five days expired this morning."""
    words, lasted = reading.codebook.grammar.words, {count.n for count in counts if count.of == "days"}
    found = sentence.parse.verb_at(verb)
    ended = found is not None and found.lemma in words["ending"] and found.tense == "past"
    if not ended or len(lasted) != 1 or when.precision is not Precision.DAY or when.earliest is None:
        return when
    begun = when.earliest - dt.timedelta(days=lasted.pop())
    return when.model_copy(update={"earliest": begun, "precision": Precision.SPAN})
