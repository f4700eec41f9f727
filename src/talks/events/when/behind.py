"""Days and places told behind a happening that are of something else: what is asked for, or compared with."""

from __future__ import annotations

from talks.events.agreements import is_where_agreed
from talks.events.phrases import noun_of, phrase_of, wholes_of
from talks.events.triggers import Hit
from talks.reading import Reading, Sentence
from talks.syntax import Phrase, Verb
from talks.terms import PAST

__all__ = [
    "is_before_contrast",
    "is_handled",
    "is_of_announcement",
    "is_of_cause",
    "is_of_compared",
    "is_of_handling",
    "is_of_what_is_asked",
]

NEXT = 3  # tokens between a noun and the day behind it


def is_of_what_is_asked(reading: Reading, sentence: Sentence, at: int, hit: Hit) -> bool:
    """Tell the day of what is asked in passing: a letter on Monday, urging them to meet on Friday."""
    verbs, lowers = sentence.parse.verbs, reading.tokens.lowers
    last = max((v.start for v in verbs if v.form == "finite" and v.start < at), default=hit.last)
    for verb in verbs:
        if not (verb.form == "ing" and max(hit.last, last) <= verb.start and verb.end <= at):
            continue
        if lowers[verb.start - 1] in reading.codebook.grammar.words["aiming"] or verb.governor < 0:
            continue  # the purpose of asking them
        if _asks(reading, verb) and verbs[verb.governor].start < verb.start:
            return not _is_of_it(reading, sentence, verb, at)
    return False


def _is_of_it(reading: Reading, sentence: Sentence, asking: Verb, at: int) -> bool:
    """Tell what is asked for of the happening itself: proposed an exchange, offering to hold it on Friday."""
    asked = (v for v in sentence.parse.verbs if v.form == "infinitive" and asking.end <= v.start < at)
    things = (sentence.parse.phrases[number] for verb in asked for number in verb.objects)
    return any(reading.classes[thing.start : thing.end] == "p" for thing in things)


def _asks(reading: Reading, verb: Verb) -> bool:
    tables = reading.codebook.statuses
    asked = tables.governor.get(verb.lemma)
    return verb.lemma in tables.truth["providing"] or (asked is not None and asked not in PAST)


def is_of_compared(reading: Reading, sentence: Sentence, at: int, hit: Hit) -> bool:
    """Tell the day or place of what a happening is held against: was shorter than the last one in May.

    So, too, of the talks at which it was agreed: agreed to free prisoners during talks in Castrel on Monday.
    """
    noun, own = _noun_at(sentence, at), noun_of(sentence, hit)
    words = reading.codebook.grammar.words
    wholes = list(wholes_of(sentence, noun)) if noun else []
    if own not in wholes and any(is_where_agreed(reading, sentence, p) for p in wholes if p.start > hit.head):
        return True
    for phrase in wholes:
        if phrase.prep in words["comparing"] and phrase.start > hit.head and phrase is not own:
            told = reading.tokens.lowers[phrase.start : phrase.end]
            return told[-1] in words["happenings"] or told[0] in words["pointing"]
    return False


def is_before_contrast(reading: Reading, sentence: Sentence, at: int, hit: Hit) -> bool:
    """Tell the day of what others did: Norland sent it on Monday, but Sudria gave hers at the talks."""
    contrast = reading.codebook.statuses.truth["but"]
    turn = next((n for n in range(at, hit.first) if reading.tokens.lowers[n] in contrast), -1)
    own = (v for v in sentence.parse.verbs if v.form == "finite" and v.subject >= 0 and v.start < hit.first)
    return turn >= 0 and any(turn < sentence.parse.phrases[v.subject].start < v.start for v in own)


def is_of_cause(reading: Reading, sentence: Sentence, at: int, hit: Hit) -> bool:
    """Tell the day of what brought a happening about: the talks in Castrel on Monday led to an exchange."""
    truth, told = reading.codebook.statuses.truth, reading.codebook.grammar.words["happenings"]
    for verb in sentence.parse.verbs:
        between = at < verb.start and verb.end <= hit.head
        if not between or verb.subject < 0 or verb.passive:
            continue
        subject = sentence.parse.phrases[verb.subject]
        caused = verb.lemma in truth["outcome"] or verb.lemma in truth["brokering"]
        if caused and subject.start <= at and reading.tokens.lowers[subject.end - 1] in told:
            return True
    return False


def is_of_handling(reading: Reading, sentence: Sentence, at: int, hit: Hit) -> bool:
    """Tell the day or place of who only speaks of a thing: they met in Castrel on Monday to discuss a plan.

    Behind a truce or an exchange stands when that is to be: discussed a truce on Friday.
    """
    noun, file = noun_of(sentence, hit), reading.codebook.kinds[hit.kind].file
    if noun is None or noun.start <= at < noun.end or file.encounter or (at > noun.end and not file.drawn_up):
        return False
    if any(verb.form != "infinitive" and noun.end <= verb.start <= at for verb in sentence.parse.verbs):
        return False  # a plan leaked on Monday
    return is_handled(reading, sentence, noun)


def is_handled(reading: Reading, sentence: Sentence, noun: Phrase) -> bool:
    """Tell what is there already, and is the matter: narrowed differences in a plan, talks on a plan."""
    wholes = list(wholes_of(sentence, noun))
    if any(p.left >= 0 and p.prep in reading.codebook.grammar.words["matter"] for p in wholes):
        return True
    verb = sentence.parse.verb_at(wholes[-1].verb)
    return verb is not None and verb.lemma in reading.codebook.statuses.truth["handling"]


def is_of_announcement(reading: Reading, sentence: Sentence, at: int, hit: Hit) -> bool:
    """Tell the day on which something was made known: followed the announcement of a truce on Monday."""
    noun = noun_of(sentence, hit)
    wholes = list(wholes_of(sentence, noun))[1:] if noun and noun.end <= at else []
    told = reading.codebook.grammar.words["announcement"]
    between = noun is not None and any(noun.end <= verb.start < at for verb in sentence.parse.verbs)
    return not between and any(reading.tokens.lowers[whole.end - 1] in told for whole in wholes)


def _noun_at(sentence: Sentence, at: int) -> Phrase | None:
    """Return the noun phrase that holds a token, else the one right before it."""
    near = (phrase for phrase in sentence.parse.phrases if at - NEXT < phrase.end <= at)
    return phrase_of(sentence, at) or max(near, key=lambda phrase: phrase.end, default=None)
