"""What a plan is of a kind: a truce that is planned is agreed, one that somebody would broker by nobody."""

from __future__ import annotations

from talks.events.agreements import tells_agreement
from talks.events.outcome.consent import is_of_one_side
from talks.events.phrases import noun_of
from talks.events.triggers import Hit
from talks.events.verdicts import SURE, WEAK, Verdict
from talks.models import Status
from talks.reading import Reading, Sentence
from talks.syntax import Verb
from talks.told import is_from

__all__ = ["as_planned"]


def as_planned(reading: Reading, sentence: Sentence, hit: Hit, verdict: Verdict) -> Status:
    """Return what a plan is of a kind, by what is done for it, and by whom."""
    verb = sentence.parse.verb_at(verdict.verb)
    lemma, file = verb.lemma if verb else "", reading.codebook.kinds[hit.kind].file
    if file.terms and _has_condition(reading, sentence, verdict.verb):
        return Status.PROPOSED
    if file.terms and verdict.weight < SURE and verb is not None and _is_imposed(reading, sentence, verb):
        return Status.HELD
    if _is_prepared(reading, sentence, hit, lemma) or is_of_one_side(reading, sentence, verdict.verb):
        return Status.PLANNED
    beside = verdict.weight <= WEAK and not tells_agreement(reading, sentence)  # a truce would help
    truth = reading.codebook.statuses.truth
    brokered = lemma in truth["brokering"] or lemma in truth["looming"]
    hoped = brokered or beside or _is_only_awaited(reading, sentence, hit)
    hoped = hoped or (verb is not None and _is_of_sought(reading, sentence, verb))
    around = sentence.parse.verbs[max(0, verdict.verb - 1) : verdict.verb + 1]
    discussed = any(v.lemma in truth["handling"] for v in around)  # arrangements for freeing them
    hoped = hoped or discussed
    return Status.PROPOSED if hoped and file.plans_are is Status.AGREED else file.plans_are


def _is_imposed(reading: Reading, sentence: Sentence, verb: Verb) -> bool:
    """Tell a truce that somebody ordered, which is kept from then on: not one ordered from Friday."""
    imposed = verb.lemma in reading.codebook.statuses.truth["imposing"]
    done = verb.form == "participle" or (verb.form == "finite" and (verb.tense == "past" or verb.perfect))
    if not imposed or not done or verb.modal or verb.negated:
        return False
    return not any(is_from(reading, date) for date in reading.dates_in(verb.end, sentence.last))


def _has_condition(reading: Reading, sentence: Sentence, number: int) -> bool:
    """Tell what somebody will do only then: will stop shooting once the prisoners are back."""
    verb, words = sentence.parse.verb_at(number), reading.codebook.grammar.words["provided"]
    if verb is None or not verb.modal:
        return False
    others = (other for other in sentence.parse.verbs if other is not verb and other.tense != "past")
    return any(other.marker in words and not other.modal for other in others)


def _is_of_sought(reading: Reading, sentence: Sentence, verb: Verb) -> bool:
    """Tell what would be done under a deal that somebody only seeks: is trying to broker one that would …"""
    tables, above = reading.codebook.statuses, sentence.parse.verb_at(verb.governor)
    relative = verb.modal in reading.codebook.grammar.words["hypothetical"] and bool(verb.marker)
    if above is None or above.negated or not relative:
        return False
    if above.form in ("infinitive", "ing"):
        over = sentence.parse.verb_at(above.governor)
        return over is not None and tables.governor.get(over.lemma) is Status.PROPOSED
    between = (p for p in sentence.parse.phrases if above.end <= p.start and p.end <= verb.clause)
    return any(tables.preposition.get((above.lemma, p.prep)) is Status.PROPOSED for p in between)


def _is_only_awaited(reading: Reading, sentence: Sentence, hit: Hit) -> bool:
    """Tell what something else would come after: troops that would be sent after a truce."""
    noun = noun_of(sentence, hit)
    if noun is None or noun.prep not in reading.codebook.statuses.past:
        return False
    return reading.tokens.lowers[noun.start] in reading.codebook.grammar.words["indefinite"]


def _is_prepared(reading: Reading, sentence: Sentence, hit: Hit, lemma: str) -> bool:
    """Tell an exchange that is being prepared, preparations for it, a planned one."""
    noun, lowers = noun_of(sentence, hit), reading.tokens.lowers
    left = sentence.parse.phrases[noun.left] if noun and noun.left >= 0 else None
    told = [lemma, *(lowers[noun.start : noun.end] if noun else ())]
    told += lowers[left.end - 1 : left.end] if left else ()
    return not reading.codebook.statuses.truth["preparing"].isdisjoint(told)
