"""In which phrases of a sentence those stand who take part in a happening."""

from __future__ import annotations

from collections.abc import Iterator

from talks.events.extents import is_credit
from talks.events.phrases import (
    attends,
    has_word,
    is_awaited,
    main_verb,
    opens_with_place,
    paired_status,
    phrase_of,
    root_of,
)
from talks.events.triggers import Hit
from talks.events.who.attendance import (
    apposed,
    attending,
    beside,
    between,
    co_owner_of,
    comes_besides,
    group_of,
    inviter,
    is_ready_for,
    owner_of,
    teller_over,
    told_first,
    whole_of,
    whom,
)
from talks.events.who.handing import giving
from talks.reading import Reading, Sentence
from talks.syntax import Phrase, Verb
from talks.terms import REAL

__all__ = ["find_company"]

GERUNDS = ("ing", "participle")


def find_company(reading: Reading, sentence: Sentence, hit: Hit, verb: int) -> Iterator[tuple[int, int]]:
    """Yield the token ranges in which participants stand."""
    phrase = phrase_of(sentence, hit.head)
    is_noun = hit.trigger.role == "noun"
    if verb < 0 and is_noun and phrase and phrase.role == "prep":
        verb = main_verb(sentence, phrase)
    if is_noun and phrase:
        yield min(hit.first, phrase.start), max(hit.last, phrase.end)
        yield from _around(reading, sentence, phrase)
        if reading.codebook.kinds[hit.kind].file.contact:
            yield from between(reading, sentence, phrase)
    if verb < 0:
        return
    whole, verb = whole_of(reading, sentence, phrase, verb) if phrase else (None, verb)
    found = sentence.parse.verbs[verb]
    if phrase:
        yield from giving(reading, sentence, hit, phrase, verb)
    joins = whole is not None and _joins(reading, sentence, whole, found)
    joins = joins or (phrase is not None and hit.trigger.journey and _is_away(reading, phrase))
    after = joins and phrase is not None and phrase.prep in reading.codebook.statuses.past
    teller = teller_over(reading, sentence, found) if after else -1
    if teller >= 0:
        yield from group_of(sentence, teller)  # Ekre says talks to begin after a call with Delgast
    elif not is_noun or joins:
        yield from _acting(reading, sentence, hit, verb)


def _acting(reading: Reading, sentence: Sentence, hit: Hit, verb: int) -> Iterator[tuple[int, int]]:
    """Yield the subject of a verb that takes part in what it tells, with whom, and what it does to whom."""
    found, is_noun = sentence.parse.verbs[verb], hit.trigger.role == "noun"
    phrase = phrase_of(sentence, hit.head)
    words = reading.codebook.grammar.words
    yield from _meant(sentence, found)
    yield from whom(reading, sentence, found)
    yield from inviter(reading, sentence, found)
    yield from told_first(reading, sentence, found.subject)
    for span in group_of(sentence, found.subject) if found.subject >= 0 else ():
        yield span
        yield from _hanging(reading, sentence, span[0])
    if is_noun and phrase and phrase.prep in words["within"] and not hit.trigger.journey:
        yield from _addressed(reading, sentence, found)
    for at in () if is_noun else found.objects:
        yield from group_of(sentence, at)
        yield from _hanging(reading, sentence, sentence.parse.phrases[at].start)
    for other in () if hit.trigger.journey else sentence.parse.phrases:
        told = other.prep in words["together"] or (not is_noun and hit.first <= other.start < hit.last)
        if (
            other.role == "prep"
            and other.verb == verb
            and told
            and other.start >= found.start
            and not is_credit(reading, other)
            and not _is_of_other_subject(sentence, other, verb)
            and not _is_of_time(reading, sentence, other, phrase)
            and not _is_aside(reading, sentence, other)
            and not _is_of_matter(reading, sentence, other, found, is_noun=is_noun)
        ):
            yield other.start, other.end
            yield from _listed_behind(sentence, other)
            yield from apposed(reading, sentence, other)


def _listed_behind(sentence: Sentence, first: Phrase) -> Iterator[tuple[int, int]]:
    """Yield those listed behind one with a preposition: with her Norlandic, Caldorian and Aldmark equals."""
    for phrase in sentence.parse.phrases[first.number + 1 :]:
        if phrase.role != "free" or phrase.after not in ("comma", "coordinator"):
            return
        yield phrase.start, phrase.end


def _around(reading: Reading, sentence: Sentence, phrase: Phrase) -> Iterator[tuple[int, int]]:
    """Yield what hangs on the noun of an encounter, and those whom its verb names."""
    yield from owner_of(reading, sentence, phrase)
    yield from co_owner_of(reading, sentence, phrase)
    yield from _hanging(reading, sentence, phrase.start)
    yield from beside(reading, sentence, phrase)
    for start, end in attending(reading, sentence, phrase):
        yield start, end
        yield from _hanging(reading, sentence, start)


def _is_of_other_subject(sentence: Sentence, phrase: Phrase, verb: int) -> bool:
    """Tell who hangs on the subject of another verb: they met, the office of Norland's envoy said."""
    left = sentence.parse.phrases[phrase.left] if phrase.left >= 0 else None
    return left is not None and left.role == "subject" and left.verb != verb


def _helps(reading: Reading, first: Phrase) -> bool:
    """Tell with whose help something is done: they reached a truce with the help of Helvaria's envoys."""
    helping = reading.codebook.grammar.words["helping"]
    return first.prep == "with" and reading.tokens.lowers[first.end - 1] in helping


def _is_aside(reading: Reading, sentence: Sentence, phrase: Phrase) -> bool:
    """Tell who does something else at that time: they agreed to meet, with officials confirming it."""
    first = root_of(sentence, phrase)
    if _helps(reading, first):
        return True
    set_off = first.start >= 2 and reading.classes[first.start - 2] == ","
    if not set_off or reading.tokens.lowers[first.start - 1] != "with":
        return False
    after = next((v for v in sentence.parse.verbs if v.start >= first.end and v.form in GERUNDS), None)
    return after is not None and not (
        "," in reading.classes[first.end : after.start]
        or after.lemma in reading.codebook.grammar.words["attended"]
        or after.lemma in reading.codebook.grammar.words["heading"]
    )


def _is_of_time(reading: Reading, sentence: Sentence, phrase: Phrase, noun: Phrase | None) -> bool:
    """Tell who is of what was before, or is to follow: they met, after a call with Varga."""
    statuses = reading.codebook.statuses
    left = sentence.parse.phrases[phrase.left] if phrase.left >= 0 else None
    words = reading.codebook.grammar.words
    times = statuses.past | statuses.truth["preceding"] | words["until"]
    if left is None or reading.tokens.lowers[left.end - 1] in words["times"]:
        return False  # spoke for three hours with Varga
    return left is not noun and left.role == "prep" and left.prep in times


def _is_of_matter(reading: Reading, sentence: Sentence, phrase: Phrase, verb: Verb, *, is_noun: bool) -> bool:
    """Tell who is of what is spoken of: at talks they discussed a meeting between Stenmoe and Quent.

    Whom a verb names by their post take part: they met the president of Sudria.
    """
    words = reading.codebook.grammar.words
    matter = (
        sentence.parse.phrases[phrase.left] if phrase.left >= 0 and phrase.prep in words["owned"] else None
    )
    if matter is None:
        return False
    return matter.start >= verb.end if is_noun else matter.prep in words["matter"]


def _joins(reading: Reading, sentence: Sentence, phrase: Phrase, verb: Verb) -> bool:
    """Tell whether the subject of a verb takes part: they held talks; after talks with Quent, Ekre said …"""
    statuses = reading.codebook.statuses
    came = attends(reading, sentence, verb) and has_word(reading, phrase, "pointing")
    if came and comes_besides(reading, verb):
        return False
    if phrase.role == "object":
        ordered = verb.form == "infinitive" and verb.lemma in reading.codebook.grammar.words["beginning"]
        return verb.lemma in statuses.joining and not ordered  # others hold the talks that leaders open
    if phrase.role != "prep":
        return False
    if _is_planned_by(reading, sentence, phrase):
        return True
    paired = paired_status(reading, sentence, verb, phrase)
    goes = paired is not None and (paired in REAL or verb.lemma in statuses.going)
    there = is_awaited(reading, verb) or (verb.lemma == "be" and opens_with_place(reading, sentence, verb))
    if goes or (phrase.prep == "for" and there):
        return True  # met for talks; will fly to Castrel for talks, is due there for talks, is there
    words = reading.codebook.grammar.words
    if is_ready_for(reading, sentence, phrase, verb):
        return True
    if phrase.prep in words["within"] and (
        verb.lemma in words["conversing"]
        or _are_several(reading, sentence, verb)
        or any(_addressed(reading, sentence, verb))
    ):
        return True  # in a call on Monday they discussed the truce, at the meeting he told her that …
    number = phrase.number
    own = [p.prep for p in sentence.parse.phrases if p.left == number]
    if phrase.prep in statuses.time and sum(prep in words["mutual"] for prep in own) > 1:
        return False  # after a call between Ask and Corvane, it was Stenmoe who said so
    others = not statuses.company.isdisjoint(own)
    others = others or any(
        name.kind == "person" and name.start > phrase.start
        for name in reading.cast.names_in(phrase.start, phrase.end)
    )
    others = others or (phrase.verb < 0 and _parted(reading, sentence, verb))
    return others and (phrase.prep in statuses.time or paired is not None)


def _parted(reading: Reading, sentence: Sentence, verb: Verb) -> bool:
    """Tell two who come from talks with something to say: after talks in Castrel, Ekre and Delgast agreed."""
    resulting = verb.lemma in reading.codebook.grammar.words["parting"]
    return resulting and _are_several(reading, sentence, verb)


def _are_several(reading: Reading, sentence: Sentence, verb: Verb) -> bool:
    """Tell a subject that names two or more."""
    spans = list(group_of(sentence, verb.subject)) if verb.subject >= 0 else []
    return sum(any(reading.cast.names_in(*span)) for span in spans) > 1


def _addressed(reading: Reading, sentence: Sentence, verb: Verb) -> Iterator[tuple[int, int]]:
    """Yield whom the subject of a verb speaks to: told her counterpart, urged Stenmoe."""
    if verb.passive or verb.lemma not in reading.codebook.speech.cues:
        return
    for at in verb.objects:
        phrase = sentence.parse.phrases[at]
        actor = reading.cast.resolve(phrase.start, phrase.end)
        if actor is not None and actor.kind in ("person", "unnamed"):
            yield phrase.start, phrase.end


def _meant(sentence: Sentence, verb: Verb) -> Iterator[tuple[int, int]]:
    """Yield who is to do what an infinitive tells: no plans for Stenmoe to meet Quent."""
    before = (p for p in sentence.parse.phrases if p.prep == "for" and p.end == verb.start)
    return ((p.start, p.end) for p in before if verb.form == "infinitive")


def _is_away(reading: Reading, phrase: Phrase) -> bool:
    """Tell the journey that the subject is on: said on a visit to Castrel."""
    return phrase.prep in reading.codebook.grammar.words["travelling"]


def _is_planned_by(reading: Reading, sentence: Sentence, phrase: Phrase) -> bool:
    """Tell an encounter that the subject has in mind for itself: announced plans for a meeting with Quent."""
    left = sentence.parse.phrases[phrase.left] if phrase.left >= 0 else None
    words = reading.codebook.grammar.words["intended"]
    return left is not None and left.role == "object" and reading.tokens.lowers[left.end - 1] in words


def _hanging(reading: Reading, sentence: Sentence, start: int) -> Iterator[tuple[int, int]]:
    """Yield the phrases that hang on a noun: talks between A and B, the envoy, with C."""
    phrases, together = sentence.parse.phrases, reading.codebook.grammar.words["together"]
    noun = phrase_of(sentence, start)
    if noun is None or noun.start != start:
        return
    numbers = {noun.number}
    listed: set[int] = set()
    for phrase in phrases[noun.number + 1 :]:
        number = phrase.number
        hangs = (
            phrase.prep in together
            and not _helps(reading, phrase)
            and (phrase.left in numbers or _stands_off(reading, phrases, phrase, numbers))
        )
        beside = (
            number - 1 in listed
            and phrase.after in ("comma", "coordinator")
            and phrase.role in ("free", "object")
        )
        if hangs or beside:
            numbers.add(number)
            yield phrase.start, phrase.end
            yield from apposed(reading, sentence, phrase)
        if (hangs and phrase.prep) or beside:
            listed.add(number)


def _stands_off(reading: Reading, phrases: list[Phrase], phrase: Phrase, numbers: set[int]) -> bool:
    """Tell those who take part told after the place: a meeting in Castrel with Quent."""
    if phrase.left < 0 or phrase.prep not in reading.codebook.statuses.company:
        return False
    between = phrases[phrase.left]
    return between.left in numbers and between.prep in reading.codebook.grammar.words["locative"]
