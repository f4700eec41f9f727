"""Those told around the noun of an encounter: whose it is, who stands beside it, whom it brought together."""

from __future__ import annotations

from collections.abc import Iterator

from talks.events.phrases import RELATIVES
from talks.reading import Reading, Sentence
from talks.syntax import Phrase, Verb

__all__ = [
    "apposed",
    "attending",
    "beside",
    "between",
    "co_owner_of",
    "comes_besides",
    "group_of",
    "inviter",
    "is_ready_for",
    "owner_of",
    "teller_of",
    "teller_over",
    "told_first",
    "whole_of",
    "whom",
]

NAME = "N"  # class of a name's last word
GENITIVE = "'"  # class
READY = 3  # words of "now fully ready for"
PEOPLE = ("person", "surname", "unknown")


def attending(reading: Reading, sentence: Sentence, phrase: Phrase) -> Iterator[tuple[int, int]]:
    """Yield the token ranges of those whom an encounter brought together, or by whom it was attended."""
    words, phrases = reading.codebook.grammar.words, sentence.parse.phrases
    number = phrase.number
    for at, verb in enumerate(sentence.parse.verbs):
        if verb.subject != number:
            continue
        if verb.lemma in words["uniting"] and not verb.passive:
            for other in verb.objects:
                yield from group_of(sentence, other)
        elif verb.lemma in words["attended"] and not comes_besides(reading, verb):
            for agent in (p for p in phrases if p.prep == "by" and p.verb == at):
                yield from group_of(sentence, agent.number)


def comes_besides(reading: Reading, verb: Verb) -> bool:
    """Tell who came beside those who met: it was also attended by the envoys, who also attended it."""
    besides = reading.codebook.grammar.words["besides"]
    return not besides.isdisjoint(reading.tokens.lowers[max(0, verb.start - 1) : verb.head])


def between(reading: Reading, sentence: Sentence, phrase: Phrase) -> Iterator[tuple[int, int]]:
    """Yield those between whom an encounter takes place, as its verb tells."""
    mutual, verbs = reading.codebook.grammar.words["mutual"], sentence.parse.verbs
    for other in sentence.parse.phrases:
        verb = verbs[other.verb] if other.prep in mutual and other.verb >= 0 else None
        told = verb is not None and phrase.number in (verb.subject, *verb.objects)
        if told and _stands_free(reading, sentence, other):
            yield other.start, other.end


def _stands_free(reading: Reading, sentence: Sentence, phrase: Phrase) -> bool:
    """Tell a phrase that hangs on its verb: talks took place in Castrel between Norland and Sudria."""
    words = reading.codebook.grammar.words
    left = sentence.parse.phrases[phrase.left] if phrase.left >= 0 else None
    where = left is not None and left.prep in words["locative"] and reading.classes[left.end - 1] == NAME
    return left is None or where or reading.tokens.lowers[left.end - 1] in words["occasion"]


def apposed(reading: Reading, sentence: Sentence, phrase: Phrase) -> Iterator[tuple[int, int]]:
    """Yield the name behind what somebody is called: with her counterpart, Livia Corvane, who said …"""
    phrases, cast = sentence.parse.phrases, reading.cast
    other = phrases[phrase.number + 1] if phrase.number + 1 < len(phrases) else None
    if other is None or other.after != "comma" or other.start - phrase.end != 1:
        return
    verb = sentence.parse.verb_at(other.verb) if other.role == "subject" else None
    told_more = verb is not None and verb.marker in RELATIVES
    named = any(name.kind in PEOPLE for name in cast.names_in(phrase.start, phrase.end))
    person = any(name.kind in PEOPLE for name in cast.names_in(other.start, other.end))
    if (other.role == "free" or told_more) and person and not named:
        yield other.start, other.end


def owner_of(reading: Reading, sentence: Sentence, phrase: Phrase) -> Iterator[tuple[int, int]]:
    """Yield the pronoun that tells whose encounter it is: his talks with Quent, their next meeting.

    "It was their first meeting" only tells of one that has been told of.
    """
    word, verb = reading.tokens.lowers[phrase.start], sentence.parse.verb_at(phrase.verb)
    told = phrase.role == "object" and verb is not None and verb.lemma == "be"
    theirs = word in reading.codebook.grammar.words["theirs"] and not told
    if theirs or word in reading.codebook.naming.personal:
        yield phrase.start, phrase.start + 1


def co_owner_of(reading: Reading, sentence: Sentence, phrase: Phrase) -> Iterator[tuple[int, int]]:
    """Yield the first of two whose encounter it is: Stenmoe and Quent's call."""
    classes, names = reading.classes, reading.cast.names_in(phrase.start, phrase.end)
    owned = any(GENITIVE in classes[name.end : name.end + 1] for name in names if name.end < phrase.end)
    if not owned or phrase.after != "coordinator" or not phrase.number:
        return
    other = sentence.parse.phrases[phrase.number - 1]
    named = reading.cast.names_in(other.start, other.end)
    beside = phrase.role == other.role or "free" in (phrase.role, other.role)
    if named and beside and not classes[named[-1].end : other.end].strip(GENITIVE):
        yield other.start, other.end


def beside(reading: Reading, sentence: Sentence, phrase: Phrase) -> Iterator[tuple[int, int]]:
    """Yield the subject that an encounter stands beside: Ekre, during a meeting with Delgast, said …"""
    if phrase.left >= 0 and phrase.role == "prep" and phrase.prep in reading.codebook.statuses.time:
        left = sentence.parse.phrases[phrase.left]
        if left.role == "subject":
            yield left.start, left.end


def teller_of(reading: Reading, sentence: Sentence, phrase: Phrase) -> Iterator[tuple[int, int]]:
    """Yield who tells of an encounter with others as its own: Norland confirmed that talks with Sudria …"""
    phrases, verbs = sentence.parse.phrases, sentence.parse.verbs
    hanging = [other.prep for other in phrases if other.left == phrase.number]
    if set(hanging) & reading.codebook.statuses.company != {"with"} or phrase.verb < 0:
        return
    verb = verbs[phrase.verb]
    above = verbs[verb.governor] if phrase.role == "subject" and verb.governor >= 0 else verb
    if above is verb and phrase.role != "object":
        return
    if above.lemma in reading.codebook.speech.reporting and above.subject >= 0:
        yield phrases[above.subject].start, phrases[above.subject].end


def teller_over(reading: Reading, sentence: Sentence, verb: Verb) -> int:
    """Return the subject of who tells what something else does, or -1: he said the talks would begin."""
    headlining, reporting = reading.codebook.grammar.words["headlining"], reading.codebook.speech.reporting
    before = (v for v in sentence.parse.verbs if v.start < verb.start and v.lemma in headlining)
    above = sentence.parse.verbs[verb.governor] if verb.governor >= 0 else next(before, None)
    if above is None or above.subject < 0 or verb.subject < 0 or above.lemma not in reporting:
        return -1
    subject = sentence.parse.phrases[verb.subject]
    named = any(name.end == subject.end for name in reading.cast.names_in(subject.start, subject.end))
    other = named or verb.subject == above.subject or reading.cast.resolve(subject.start, subject.end)
    return -1 if other else above.subject


def told_first(reading: Reading, sentence: Sentence, number: int) -> Iterator[tuple[int, int]]:
    """Yield the first of two in a clause without "that": Varga said Stenmoe and Quent would meet."""
    if number <= 0 or sentence.parse.phrases[number].after != "coordinator":
        return
    first, subject = sentence.parse.phrases[number - 1 : number + 1]
    verb = sentence.parse.verb_at(first.verb) if first.role == "object" else None
    if verb and verb.lemma in reading.codebook.speech.reporting and subject.verb != first.verb:
        yield first.start, first.end


def whom(reading: Reading, sentence: Sentence, verb: Verb) -> Iterator[tuple[int, int]]:
    """Yield whom a relative clause tells of: Quent, whom he met; Ask and Corvane, both of whom he met."""
    words, phrases = reading.codebook.grammar.words, sentence.parse.phrases
    if verb.marker not in words["objective"] or verb.objects:
        return
    before = [p for p in phrases if p.end <= verb.clause and p.role != "quotation"]
    both = bool(before) and not words["of_both"].isdisjoint(reading.tokens.lowers[before[-1].start :][:1])
    told = before[-2:-1] if both else before[-1:]
    while both and told and told[0].after == "coordinator" and told[0].number:
        told = [phrases[told[0].number - 1], *told]
    yield from ((p.start, p.end) for p in told)


def inviter(reading: Reading, sentence: Sentence, verb: Verb) -> Iterator[tuple[int, int]]:
    """Yield who asks somebody to meet without telling whom: Stenmoe asked Quent to meet."""
    above = sentence.parse.verb_at(verb.governor) if verb.form == "infinitive" else None
    if above is None or verb.objects or verb.subject not in above.objects or above.subject < 0:
        return
    with_whom = any(p.verb >= 0 and sentence.parse.verbs[p.verb] is verb for p in _with(reading, sentence))
    if above.lemma in reading.codebook.grammar.words["courting"] and not with_whom:
        yield from group_of(sentence, above.subject)


def _with(reading: Reading, sentence: Sentence) -> Iterator[Phrase]:
    company = reading.codebook.statuses.company
    return (p for p in sentence.parse.phrases if p.role == "prep" and p.prep in company)


def _listed_before(phrases: list[Phrase], number: int) -> Iterator[tuple[int, int]]:
    """Yield the first of three and more, which stand before commas: Norland, Sudria and Helvaria met."""
    if number and phrases[number].after == "coordinator" and phrases[number - 1].role == "free":
        yield phrases[number - 1].start, phrases[number - 1].end  # Quent and two envoys have met
    if number + 1 >= len(phrases) or phrases[number + 1].after != "coordinator":
        return
    before = phrases[number - 1] if number and phrases[number].after == "comma" else None
    if before and before.prep == "of" and before.left >= 0:
        yield phrases[before.left].start, before.end  # the leaders of Norland, Sudria and Helvaria
        return
    while (
        number and phrases[number].after == "comma" and phrases[number].start - phrases[number - 1].end == 1
    ):
        number -= 1
        if phrases[number].role != "free":
            return
        yield phrases[number].start, phrases[number].end


def group_of(sentence: Sentence, number: int) -> Iterator[tuple[int, int]]:
    """Yield a phrase with what is coordinated to it or stands beside it."""
    phrases = sentence.parse.phrases
    yield from _listed_before(phrases, number)
    yield phrases[number].start, phrases[number].end
    at = number + 1
    while (
        at < len(phrases)
        and phrases[at].after == "coordinator"
        and phrases[at].role in (phrases[number].role, "free")
    ):
        yield phrases[at].start, phrases[at].end
        at += 1
    after = "comma"
    while at < len(phrases) and phrases[at].after == after and phrases[at].role == "free":
        yield phrases[at].start, phrases[at].end  # the ministers, Ask and Corvane, met
        at, after = at + 1, "coordinator"
    yield from ((p.start, p.end) for p in phrases[number + 1 :] if p.listed == number)


def is_ready_for(reading: Reading, sentence: Sentence, phrase: Phrase, verb: Verb) -> bool:
    """Tell who is open to a meeting with Quent; not who is ready for one of others."""
    between = reading.tokens.lowers[verb.end : phrase.start]
    if phrase.prep not in ("for", "to") or verb.lemma != "be" or len(between) > READY:
        return False
    ready = not reading.codebook.grammar.words["ready"].isdisjoint(between)
    company = reading.codebook.statuses.company
    return ready and any(p.left == phrase.number and p.prep in company for p in sentence.parse.phrases)


def whole_of(reading: Reading, sentence: Sentence, phrase: Phrase, verb: int) -> tuple[Phrase, int]:
    """Return the phrase that measures a happening or tells what is called so, else its own; and its verb.

    They had six hours of talks; they held what she called fruitful talks.
    """
    words, phrases, lowers = reading.codebook.grammar.words, sentence.parse.phrases, reading.tokens.lowers
    called = sentence.parse.verb_at(verb)
    if called is not None and called.lemma in words["calling"] and phrase.start >= called.end:
        before = (p for p in reversed(phrases) if p.start < called.start and p.verb != verb)
        governed = (p for p in before if p.role == "object" or p.prep in words["purposes"])
        what = next(governed, phrase)
        if lowers[what.start] in words["whatever"]:
            return what, what.verb
    left = phrases[phrase.left] if phrase.left >= 0 and phrase.prep == "of" else None
    measure = left is not None and lowers[left.end - 1] in words["partitive"]
    return (left if left is not None and measure else phrase), verb
