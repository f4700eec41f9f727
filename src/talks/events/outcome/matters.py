"""What a clause only speaks of: the matter of talks, their outcome, what somebody stays away from."""

from __future__ import annotations

from talks.events.phrases import attends
from talks.reading import Reading, Sentence
from talks.syntax import Phrase, Verb

__all__ = ["is_matter", "is_outcome", "stays_away"]


def is_matter(reading: Reading, sentence: Sentence, phrase: Phrase) -> bool:
    """Tell what is talked about: talks on a truce are planned, were under way on one; progress on it."""
    words, lowers, phrases = reading.codebook.grammar.words, reading.tokens.lowers, sentence.parse.phrases
    deliberations, matter = words["deliberations"], phrase.prep in words["matter"]
    left = phrases[phrase.left] if phrase.left >= 0 else None
    if left and matter and lowers[left.end - 1] in words["headway"]:
        return True
    if left and lowers[left.end - 1] in deliberations:
        return matter or phrase.prep in words["purposes"]
    verb = sentence.parse.verb_at(phrase.verb)
    if verb is None or verb.lemma in reading.codebook.statuses.truth["completing"]:
        return False
    if not matter and not (phrase.prep in words["purposes"] and verb.lemma == "be"):
        return False
    own = [phrases[number] for number in (verb.subject, *verb.objects) if number >= 0]
    return any(p.end <= phrase.start and lowers[p.end - 1] in deliberations for p in own)


def is_outcome(reading: Reading, phrase: Phrase, verb: Verb) -> bool:
    """Tell "she hoped that the talks would lead to a truce", which does not say whether they are held."""
    words, truth = reading.codebook.grammar.words, reading.codebook.statuses.truth
    hoped = verb.modal in words["hypothetical"] and verb.lemma in truth["outcome"]
    return hoped and reading.tokens.lowers[phrase.start] in words["pointing"]


def stays_away(reading: Reading, sentence: Sentence, verb: Verb) -> bool:
    """Tell "will not attend the talks", which take place all the same."""
    above = sentence.parse.verbs[verb.governor] if verb.form == "infinitive" and verb.governor >= 0 else verb
    return (verb.negated or above.negated) and attends(reading, sentence, verb)
