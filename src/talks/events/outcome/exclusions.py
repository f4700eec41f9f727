"""What the words around a trigger make none of the negotiation's: trade talks, a call to the press."""

from __future__ import annotations

from talks.events.phrases import noun_of, phrase_of
from talks.events.triggers import Hit
from talks.reading import Reading, Sentence
from talks.syntax import Phrase

__all__ = ["is_other", "without_strangers"]

SPORT = 2  # words of sport in one sentence: one alone is a figure of speech


def without_strangers(reading: Reading, sentence: Sentence, hits: list[Hit]) -> list[Hit]:
    """Leave out what is something else: the exchange of a call, in an article where nobody is a prisoner."""
    lowers = reading.tokens.lowers
    told = set(lowers[sentence.first : sentence.last])
    if len(told & reading.codebook.grammar.words["sport"]) >= SPORT:
        return []
    return [
        hit
        for hit in hits
        if (not hit.trigger.among or not hit.trigger.among.isdisjoint(reading.vocabulary))
        and hit.trigger.unless_told.isdisjoint(told)
        and not _is_to_press(reading, sentence, hit)
        and not _is_greeting(sentence, hit, reading.codebook.grammar.words["awaiting_arrival"])
        and not _is_of_verb(reading, sentence, hit)
        and not _is_of_no_encounter(reading, sentence, hit)
    ]


def _is_of_no_encounter(reading: Reading, sentence: Sentence, hit: Hit) -> bool:
    """Tell an offer that somebody met with doubt."""
    if not reading.codebook.kinds[hit.kind].file.encounter:
        return False
    truth, lowers = reading.codebook.statuses.truth, reading.tokens.lowers
    verb = next((v for v in sentence.parse.verbs if v.head == hit.head), None)
    if verb is None or verb.lemma in truth["discussing"] or verb.lemma in truth["drafting"]:
        return False
    greeted = reading.codebook.grammar.words["greeted"]
    return any(lowers[sentence.parse.phrases[at].end - 1] in greeted for at in verb.objects)


def _is_of_verb(reading: Reading, sentence: Sentence, hit: Hit) -> bool:
    """Tell a word for those counted that is a verb here: after it was received, he remains hopeful."""
    units = reading.codebook.kinds[hit.kind].file.units
    verbs = (v for v in sentence.parse.verbs if v.form == "finite" and hit.first < v.start < hit.last)
    return any(reading.tokens.lowers[v.head] in units for v in verbs)


def _is_to_press(reading: Reading, sentence: Sentence, hit: Hit) -> bool:
    """Tell what is said to those who ask or listen: told the Castrel Post by phone, met with students."""
    file, noun = reading.codebook.kinds[hit.kind].file, noun_of(sentence, hit)
    if not file.contact:
        return False
    spans = _told(reading, sentence, hit, noun) if file.persons else []
    if noun:
        to = reading.codebook.grammar.words["addressing"]
        heard = (p for p in sentence.parse.phrases if p.left == noun.number and p.prep in to)
        spans += [(p.start, p.end) for p in heard]
    lowers = reading.tokens.lowers
    listeners = reading.codebook.speech.addressees, reading.codebook.grammar.words["listening"]
    return any(
        any(not words.isdisjoint(lowers[first:last]) for words in listeners)
        or any(name.kind == "outlet" for name in reading.cast.names_in(first, last))
        for first, last in spans
    )


def _told(reading: Reading, sentence: Sentence, hit: Hit, noun: Phrase | None) -> list[tuple[int, int]]:
    """Return whom something is told in a call, or by the verb of calling."""
    if noun is None:
        return [(hit.first, hit.last)]
    within = noun.prep in reading.codebook.grammar.words["within"]
    verb = sentence.parse.verb_at(noun.verb) if within else None
    told = [sentence.parse.phrases[at] for at in verb.objects] if verb else []
    return [(p.start, p.end) for p in told if p != noun]


def _is_greeting(sentence: Sentence, hit: Hit, awaiting: frozenset[str]) -> bool:
    """Tell who is only awaited where somebody arrives: on landing, they were met by Ekre."""
    own = (v for v in sentence.parse.verbs if v.head == hit.head and v.form == "finite")
    return any(v.passive and v.lemma in awaiting for v in own)


def is_other(reading: Reading, sentence: Sentence, hit: Hit) -> bool:
    """Tell what its words make something else, or a part of another: trade talks, a summit of the bloc."""
    phrase, lowers = noun_of(sentence, hit), reading.tokens.lowers
    if phrase is None:
        return _is_of_other(reading, sentence, hit)
    if phrase.left >= 0 and lowers[hit.head - 1] in hit.trigger.of_whole:
        return True
    of = reading.codebook.grammar.words["pertaining"]
    owners = [p for p in sentence.parse.phrases if p.prep in of and p.left == phrase.number]
    told = [*lowers[phrase.start : hit.head], *(word for p in owners for word in lowers[p.start : p.end])]
    return not hit.trigger.unless.isdisjoint(told)


def _is_of_other(reading: Reading, sentence: Sentence, hit: Hit) -> bool:
    """Tell what those told belong to: the bodies of 120 soldiers were handed over."""
    first = phrase_of(sentence, hit.first) if hit.trigger.unless else None
    if first is None or first.prep != "of" or first.left < 0:
        return False
    whole = sentence.parse.phrases[first.left]
    return not hit.trigger.unless.isdisjoint(reading.tokens.lowers[whole.start : whole.end])
