"""Noun phrases of a sentence, by their tokens."""

from __future__ import annotations

from collections.abc import Iterator

from talks.events.triggers import Hit
from talks.models import Status
from talks.reading import Reading, Sentence
from talks.syntax import Phrase, Verb

RELATIVES = ("that", "which", "who")
PLACES = frozenset({"place", "metonym", "party"})  # kinds of names that tell where

__all__ = [
    "RELATIVES",
    "attends",
    "end_of_clause",
    "has_word",
    "is_awaited",
    "is_done",
    "is_governed",
    "is_in",
    "is_next",
    "is_somewhere",
    "lone_subject",
    "main_verb",
    "noun_of",
    "occurs",
    "opens_with_place",
    "paired_status",
    "phrase_of",
    "relative_of",
    "root_of",
    "ways_of",
    "wholes_of",
    "words_before",
]


def phrase_of(sentence: Sentence, token: int) -> Phrase | None:
    """Return the noun phrase that holds a token."""
    return sentence.parse.phrase_at(token)


def noun_of(sentence: Sentence, hit: Hit) -> Phrase | None:
    """Return the noun phrase that names a happening; None where a verb tells it."""
    return sentence.parse.phrase_at(hit.head) if hit.trigger.role == "noun" else None


def ways_of(reading: Reading, sentence: Sentence, verb: Verb) -> tuple[str, ...]:
    """Return a verb by itself, and with what makes another one of it: take, take part, take off."""
    objects = (sentence.parse.phrases[at].end - 1 for at in verb.objects)
    return (*(f"{verb.lemma} {reading.tokens.lowers[last]}" for last in objects), verb.name, verb.lemma)


def attends(reading: Reading, sentence: Sentence, verb: Verb) -> bool:
    """Tell the verbs of coming to an encounter: attend, participate, take part."""
    return not reading.codebook.statuses.truth["attending"].isdisjoint(ways_of(reading, sentence, verb))


def occurs(reading: Reading, sentence: Sentence, verb: Verb) -> bool:
    """Tell the verbs of coming about: happen, begin, take place."""
    return not reading.codebook.statuses.truth["occurring"].isdisjoint(ways_of(reading, sentence, verb))


def is_done(verb: Verb) -> bool:
    """Tell what was: met, were freed; not: did not meet, would meet."""
    return verb.form == "finite" and verb.tense == "past" and not (verb.negated or verb.modal)


def is_in(verb: Verb) -> bool:
    """Tell "are in talks", "have been in talks"."""
    return verb.lemma == "be" and verb.tense == "present" and not verb.negated and not verb.modal


def is_awaited(reading: Reading, verb: Verb) -> bool:
    """Tell who or what "is due", "is expected" somewhere or some day."""
    following = reading.tokens.lowers[verb.end : verb.end + 1]
    return not reading.codebook.statuses.truth["awaited"].isdisjoint(following)


def is_somewhere(reading: Reading, sentence: Sentence, phrase: Phrase) -> bool:
    """Tell "are in Castrel this week for talks", where those are who hold them."""
    here = _where_behind(reading, sentence, sentence.parse.verbs[phrase.verb])
    return here is not None and here.verb == phrase.verb and here is not phrase


def opens_with_place(reading: Reading, sentence: Sentence, verb: Verb) -> bool:
    """Tell a verb behind which a place stands: is in Castrel on Friday; not: is in their interest."""
    here = _where_behind(reading, sentence, verb)
    if here is None:
        return False
    names = reading.cast.names_in(here.start, here.end)
    return any(name.kind in PLACES and name.end == here.end for name in names)


def _where_behind(reading: Reading, sentence: Sentence, verb: Verb) -> Phrase | None:
    """Return the phrase right behind a verb if it may tell where: in Castrel, in their interest."""
    words = reading.codebook.grammar.words
    first = next((p for p in sentence.parse.phrases if p.start >= verb.end), None)
    return first if first and first.prep in words["locative"] - words["toward"] else None


def lone_subject(reading: Reading, sentence: Sentence, verb: Verb) -> str:
    """Return the only word of a subject, such as the "it" that means what was told; else nothing."""
    subject = sentence.parse.phrases[verb.subject] if verb.subject >= 0 else None
    return reading.tokens.lowers[subject.start] if subject and subject.end - subject.start == 1 else ""


def paired_status(reading: Reading, sentence: Sentence, verb: Verb, phrase: Phrase) -> Status | None:
    """Return what a verb makes of what its preposition brings: agreed on a truce, took part in the talks."""
    if phrase.prep == "of" and phrase.left >= 0:
        return None  # spoke about the results of the exchange
    table = reading.codebook.statuses.preposition
    found = (table.get((way, phrase.prep)) for way in ways_of(reading, sentence, verb))
    return next((status for status in found if status), None)


def is_governed(reading: Reading, sentence: Sentence, phrase: Phrase) -> bool:
    """Tell what a verb, or one with its preposition, makes something of: called for the start of talks."""
    if phrase.role != "prep" or phrase.verb < 0:
        return phrase.role in ("subject", "object")
    return bool(paired_status(reading, sentence, sentence.parse.verbs[phrase.verb], phrase))


def relative_of(sentence: Sentence, phrase: Phrase) -> int:
    """Return the verb of the relative clause after a noun phrase: a letter that Quent had sent; or -1."""
    for number, verb in enumerate(sentence.parse.verbs):
        if verb.marker not in RELATIVES:
            continue
        own = verb.subject >= 0 and sentence.parse.phrases[verb.subject] is phrase
        if phrase.end <= verb.clause <= phrase.end + 1 or (own and verb.clause > phrase.end):
            return number
    return -1


def wholes_of(sentence: Sentence, phrase: Phrase) -> Iterator[Phrase]:
    """Yield a phrase and what it hangs on, one after another."""
    yield phrase
    while phrase.left >= 0:
        phrase = sentence.parse.phrases[phrase.left]
        yield phrase


def root_of(sentence: Sentence, phrase: Phrase) -> Phrase:
    """Return the phrase that a phrase hangs on in the end."""
    *_, root = wholes_of(sentence, phrase)
    return root


def end_of_clause(sentence: Sentence, verb: int) -> int:
    """Return the token where the next clause with a verb of its own begins, else the end of the sentence."""
    later = sentence.parse.verbs[verb + 1 :]
    return next((other.clause for other in later if other.form == "finite"), sentence.last)


def main_verb(sentence: Sentence, phrase: Phrase) -> int:
    """Return the finite verb of the main clause that an adverbial opens: After talks, Ekre said …"""
    verbs = enumerate(sentence.parse.verbs)
    return next((n for n, v in verbs if v.form == "finite" and not v.marker and v.start > phrase.end), -1)


def has_word(reading: Reading, phrase: Phrase | None, group: str) -> bool:
    """Tell whether a noun phrase has a word of a group of the grammar's."""
    words = reading.tokens.lowers[phrase.start : phrase.end] if phrase else ()
    return not reading.codebook.grammar.words[group].isdisjoint(words)


def words_before(reading: Reading, at: int, reach: int) -> list[str]:
    """Return the words of so many tokens before one, the nearest first, without articles."""
    articles = reading.codebook.grammar.words["articles"]
    return [word for word in reading.tokens.lowers[max(0, at - reach) : at][::-1] if word not in articles]


def is_next(reading: Reading, phrase: Phrase) -> bool:
    """Tell "the next round" from "another 1,200 dead", which are told beside others."""
    following, lowers = reading.codebook.grammar.words["next"], reading.tokens.lowers
    return any(
        lowers[at] in following and reading.classes[at + 1 : at + 2] != "#"
        for at in range(phrase.start, phrase.end)
    )
