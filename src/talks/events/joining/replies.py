"""What is answered to a proposal by the words after it: Norland turned it down within hours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, takewhile

from talks.events.happenings import Happening
from talks.events.joining.likeness import TO_COME
from talks.events.outcome.answers import tells_no_date
from talks.events.phrases import lone_subject, occurs, phrase_of
from talks.models import Precision, Status, When
from talks.reading import Reading, Sentence
from talks.syntax import Verb
from talks.terms import SETTLED

__all__ = ["hear_replies"]

REACH = 2  # sentences in which the answer stands
OPEN = frozenset({Status.PROPOSED, Status.REJECTED})
NEXT = 1  # paragraphs
PAIR = 2  # words of "the initiative"
CLOSING = ".,;"  # classes of what stands behind a verb that takes no object, if anything does


def hear_replies(reading: Reading, found: Sequence[Happening]) -> list[Happening]:
    """Return the happenings; what is proposed and then said to be refused is rejected.

    An encounter to come of which the next sentence says that it has no date is not scheduled; one that did
    not come about is cancelled. What only points back at one just told of is left out.
    """
    ordered = sorted(found, key=lambda h: h.head)
    ordered = [h for at, h in enumerate(ordered) if not _points_back(reading, ordered, at)]
    return [
        replace(h, status=Status.REJECTED, sure=True)
        if _is_refused(reading, ordered, at)
        else replace(h, status=Status.UNSCHEDULED, sure=True, when=When.unknown())
        if _is_undated(reading, ordered, at)
        else replace(h, status=Status.CANCELLED, sure=True)
        if _came_to_nothing(reading, ordered, at)
        else h
        for at, h in enumerate(ordered)
    ]


def _points_back(reading: Reading, found: Sequence[Happening], at: int) -> bool:
    """Tell "the initiative", which is what has just been proposed."""
    happening = found[at]
    phrase = phrase_of(happening.sentence, happening.head)
    open_yet = happening.status in OPEN and not happening.when.known
    if phrase is None or phrase.end - phrase.start != PAIR or not open_yet:
        return False
    if not _is_proposal(reading, phrase.start, phrase.end):
        return False
    lately = takewhile(lambda h: _is_close(happening, h), (found[n] for n in range(at - 1, -1, -1)))
    near = (h for h in lately if happening.sentence in _following(reading, h.sentence))
    return any(reading.codebook.kinds[h.kind].file.sought or h.kind == happening.kind for h in near)


def _is_close(happening: Happening, before: Happening) -> bool:
    return happening.sentence.paragraph - before.sentence.paragraph <= NEXT


def _is_refused(reading: Reading, found: Sequence[Happening], at: int) -> bool:
    happening = found[at]
    if happening.status is not Status.PROPOSED or not reading.codebook.kinds[happening.kind].file.sought:
        return False
    own = happening.sentence
    proposed = [h for h in found[at + 1 :] if h.status is Status.PROPOSED]
    beside = (h for h in proposed if h.sentence.start == own.start)
    if any(_are_apart(own, happening, h) for h in beside):
        return False
    later = next((h.head for h in proposed if h.sentence.start != own.start), None)
    return any(
        (later is None or sentence.first < later)
        and any(
            _refuses(reading, sentence, verb) for verb in sentence.parse.verbs if verb.start >= happening.last
        )
        for sentence in _following(reading, happening.sentence)
    )


def _are_apart(sentence: Sentence, one: Happening, two: Happening) -> bool:
    """Tell two proposals of one sentence, each with a verb of its own, of which a reply means the last."""
    return any(one.last <= verb.start and verb.end <= two.first for verb in sentence.parse.verbs)


def _is_undated(reading: Reading, found: Sequence[Happening], at: int) -> bool:
    """Tell an encounter to come, the last told of, of which it is said next that there is no date for it."""
    happening = found[at]
    fixed = happening.when.known and happening.when.precision is Precision.DAY
    if happening.status not in TO_COME or fixed or not reading.codebook.kinds[happening.kind].file.encounter:
        return False
    return any(
        sentence.paragraph - happening.sentence.paragraph <= NEXT
        and tells_no_date(reading, sentence)
        and not any(happening.head < h.head < sentence.last for h in found)
        for sentence in reading.following(happening.sentence)
    )


def _came_to_nothing(reading: Reading, found: Sequence[Happening], at: int) -> bool:
    """Tell an encounter that was to be, the last told of, of which it is said next: it did not take place."""
    happening = found[at]
    if happening.status not in SETTLED or not reading.codebook.kinds[happening.kind].file.encounter:
        return False
    words = reading.codebook.grammar.words
    pronouns = words["meant"] | words["them"]
    for sentence in reading.following(happening.sentence):
        if any(happening.head < h.head < sentence.last for h in found):
            return False
        for verb in sentence.parse.verbs:
            if lone_subject(reading, sentence, verb) in pronouns and occurs(reading, sentence, verb):
                return verb.negated and verb.tense == "past" and not verb.modal
    return False


def _following(reading: Reading, sentence: Sentence) -> Iterator[Sentence]:
    yield sentence
    near = (s for s in reading.following(sentence, 2 * REACH) if s.paragraph - sentence.paragraph <= NEXT)
    yield from islice((s for s in near if s.parse.verbs), REACH)  # "No." tells nothing by itself


def _refuses(reading: Reading, sentence: Sentence, verb: Verb) -> bool:
    """Tell that what was proposed is refused: Norland rejected the offer, it was not accepted."""
    tables, words = reading.codebook.statuses, reading.codebook.grammar.words
    told = tables.object.of(verb)
    wanted = Status.AGREED if verb.negated else Status.REJECTED
    if verb.form != "finite" or verb.modal or verb.marker in words["condition"]:
        return False
    if _comes_to_nothing(reading, sentence, verb):
        return True
    if told is not wanted:
        return False
    if not verb.passive and not verb.objects and reading.classes[verb.end : verb.end + 1] in CLOSING:
        return _is_sides(reading, sentence, verb)  # but Norland refused
    taken = (verb.subject,) if verb.passive else verb.objects
    phrases = (sentence.parse.phrases[number] for number in taken if number >= 0)
    return any(_is_proposal(reading, phrase.start, phrase.end) for phrase in phrases)


def _is_sides(reading: Reading, sentence: Sentence, verb: Verb) -> bool:
    """Tell what a side does: Norland refused; not: many refused."""
    subject = sentence.parse.phrases[verb.subject] if verb.subject >= 0 else None
    names = reading.cast.names_in(subject.start, subject.end) if subject else ()
    return any(
        name.entry and (name.entry.party or name.entry.name) in reading.cast.opponents for name in names
    )


def _comes_to_nothing(reading: Reading, sentence: Sentence, verb: Verb) -> bool:
    """Tell "nothing came of it"."""
    truth, words, lowers = (
        reading.codebook.statuses.truth,
        reading.codebook.grammar.words,
        reading.tokens.lowers,
    )
    if verb.lemma not in truth["resulting"] or verb.subject < 0:
        return False
    nothing = lowers[sentence.parse.phrases[verb.subject].start] in truth["nobody"]
    after = lowers[verb.end : sentence.last]
    return nothing and after[:1] == ["of"] and not words["meant"].isdisjoint(after[1:2])


def _is_proposal(reading: Reading, start: int, end: int) -> bool:
    """Tell "it" and "the proposal", which is the one told before."""
    lowers, words = reading.tokens.lowers, reading.codebook.grammar.words
    if end - start == 1:
        return lowers[start] in words["meant"]
    pointing = lowers[start] in words["pointing"]
    return pointing and reading.codebook.statuses.heads.get(lowers[end - 1]) is Status.PROPOSED
