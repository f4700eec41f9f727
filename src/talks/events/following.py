"""Figures told after what they belong to: the bodies were returned; Norland counted 1,248."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from talks.events.counting.counts import combine_counts, count_figures, count_of, is_elapsed
from talks.events.counting.figures import BARE, PART, Figure, is_each, is_figure
from talks.events.happenings import Happening
from talks.events.phrases import RELATIVES, phrase_of
from talks.events.when.apart import is_attribution
from talks.models import Count, Precision, Status, When
from talks.numbers import Number, load_number_words
from talks.reading import Reading, Sentence
from talks.syntax import Verb
from talks.terms import REAL
from talks.told import resolve_in

__all__ = ["tell_on"]

LOOKED_BACK = 50  # happenings among which a figure finds what it belongs to
REACH = 2  # paragraphs back in which a figure finds what it belongs to
LEAST = 2  # of those counted by a word of their own
FEW = 10  # below, a figure that stands alone is of something else
STAGE = 1.7  # weight of a stage: a day and a figure are told of it
MORE = 2  # tokens between a figure and "more"


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A part of a sentence between semicolons, with the figures that no happening told in it has."""

    sentence: Sentence
    first: int
    last: int
    numbers: tuple[Number, ...]


class _Doing(NamedTuple):
    """What a figure is told by: a verb, and its lemmas with those of what it goes with: is to follow."""

    verb: Verb | None
    lemmas: frozenset[str]
    ready: bool = False  # they have so many ready
    there: bool = False  # there are so many
    said: bool = False  # they said that it was so many

    def is_any(self, lemmas: frozenset[str]) -> bool:
        """Tell whether it is one of some verbs."""
        return not self.lemmas.isdisjoint(lemmas)

    @property
    def crosses(self) -> bool:
        """Whether it is what those do who are exchanged."""
        return self.is_any(load_number_words().words["crossing"])


def tell_on(reading: Reading, found: Sequence[Happening]) -> list[Happening]:
    """Return happenings with the figures that later words tell of them, and with stages so told."""
    out = sorted(found, key=lambda h: h.head)
    stages: list[Happening] = []
    for stretch in _stretches(reading, out):
        for at in _before(reading, out, stretch):
            told = _figures(reading, stretch, out[at])
            if not told:
                continue
            new = list(_stages(reading, stretch, out[at], told))
            stages += new
            if not new:
                out[at] = replace(out[at], counts=combine_counts([*out[at].counts, *told]))
            break
    return [*out, *stages]


def _stretches(reading: Reading, found: Sequence[Happening]) -> Iterator[_Stretch]:
    known: dict[int, set[int]] = {}
    heads = {happening.head for happening in found}  # two exchanges
    for happening in found:
        values = {count.n for count in happening.counts}
        known.setdefault(happening.sentence.start, set()).update(values)
    for sentence in reading.sentences:
        free = [
            n
            for n in reading.numbers_in(sentence.first, sentence.last)
            if n.value not in known.get(sentence.start, ())
            and n.end not in heads
            and sentence.holds(reading.tokens.starts[n.start])
            and is_figure(reading, n)
        ]
        if not free:
            continue
        breaks = [at for at in range(sentence.first, sentence.last) if reading.tokens.words[at] == ";"]
        for first, last in zip([sentence.first, *breaks], [*breaks, sentence.last], strict=True):
            numbers = tuple(n for n in free if first <= n.start < last)
            if numbers:
                yield _Stretch(sentence, first, last, numbers)


def _before(reading: Reading, found: Sequence[Happening], stretch: _Stretch) -> Iterator[int]:
    """Yield where the last happening of each kind told before a figure stands, real or to come."""
    kinds, seen = reading.codebook.kinds, set[tuple[str, bool]]()
    last = bisect_left(found, stretch.numbers[0].start, key=lambda happening: happening.head)
    for at in range(last - 1, max(-1, last - 1 - LOOKED_BACK), -1):
        happening = found[at]
        if stretch.sentence.paragraph - happening.sentence.paragraph > REACH:
            return
        sort = happening.kind, happening.status in REAL
        if sort not in seen and kinds[happening.kind].file.figured:
            seen.add(sort)
            yield at


def _figures(reading: Reading, stretch: _Stretch, whole: Happening) -> tuple[Count, ...]:
    """Return the figures of a stretch that tell of a happening."""
    words, sentence = load_number_words().words, stretch.sentence
    kind = reading.codebook.kinds[whole.kind].file
    if not words["foreign"].isdisjoint(reading.tokens.lowers[stretch.first : stretch.last]):
        return ()
    worded: list[Number] = []
    bare: list[Number] = []
    for number in stretch.numbers:
        if _is_of_another_kind(reading, number, whole.kind) or (kind.terms and is_elapsed(reading, number)):
            continue
        told = count_figures(reading, sentence, [number], stretch.last, kind)
        if told and (_is_part(reading, worded, number) or _tells(reading, stretch, number, whole, told[0])):
            worded.append(number)
        elif not told and _is_reckoned(reading, stretch, number):
            bare.append(number)
    out = list(count_figures(reading, sentence, worded, stretch.last, kind))
    of = kind.units.get(BARE)
    for number in bare if of else ():
        figure = Figure(number, of or "", number.end, is_each(reading, number, stretch.last))
        out.append(count_of(reading, sentence, figure, kind))
    return combine_counts(out)


def _is_of_another_kind(reading: Reading, number: Number, kind: str) -> bool:
    """Tell "the remains of four hostages", which no exchange of prisoners counts."""
    before = reading.tokens.lowers[max(0, number.start - PART) : number.start]
    kinds = {name: data.file for name, data in reading.codebook.kinds.items() if data.file.figured}
    own = kinds[kind].units.keys()
    others = [file for file in kinds.values() if not file.terms]  # what lasts a month counts nobody
    return any(word in file.units for word in before if word not in own for file in others)


def _tells(reading: Reading, stretch: _Stretch, number: Number, whole: Happening, count: Count) -> bool:
    """Tell whether the verb of a figure says what is done to those counted, or about the days of a truce."""
    words, doing = load_number_words().words, _doing(reading, stretch, number)
    if number.value < LEAST:
        return False
    if count.of in words["times"]:
        phrase = phrase_of(stretch.sentence, number.start)
        given = phrase is not None and phrase.role == "subject" and "be" in doing.lemmas
        return given or doing.is_any(words["asking"])
    if doing.there or doing.is_any(words["reckoning"]):
        return True
    truce = reading.codebook.kinds[whole.kind].file.terms  # only one that held lets people out
    to_come = whole.status not in REAL and not truce and not doing.ready
    return not to_come and doing.is_any(words["telling"])


def _is_reckoned(reading: Reading, stretch: _Stretch, number: Number) -> bool:
    """Tell a figure that stands alone: by Sudria's count it was 1,200."""
    words, phrase = load_number_words().words, phrase_of(stretch.sentence, number.end - 1)
    rest = reading.tokens.lowers[number.end : phrase.end] if phrase else ["?"]
    if phrase is None or number.value < FEW or not words["more"].issuperset(rest):
        return False
    doing = _doing(reading, stretch, number)
    if not doing.lemmas or phrase.role == "free":
        return is_each(reading, number, stretch.last)  # three hundred on each side
    if phrase.role == "subject":
        return phrase.end == number.end and doing.is_any(words["crossing"])  # a hundred crossed
    if phrase.role == "prep":
        return phrase.prep in words["reckoned"] and doing.is_any(words["reckoning"])
    told = doing.said or doing.ready or doing.there
    return phrase.role == "object" and (told or doing.is_any(words["reckoning"] | words["moving"]))


def _doing(reading: Reading, stretch: _Stretch, number: Number) -> _Doing:
    """Return what the verb says by which a figure is told."""
    verb, lowers = _verb(stretch.sentence, number), reading.tokens.lowers
    if verb is None or verb.negated:
        return _Doing(verb, frozenset())
    lemmas, words = reading.codebook.grammar.lemmas, load_number_words().words
    own = {verb.lemma, *(lemmas.get(word, word) for word in lowers[verb.start : verb.end])}
    ready = "have" in own and not words["ready"].isdisjoint(lowers[stretch.first : stretch.last])
    if "be" not in own:
        return _Doing(verb, frozenset(own), ready)
    own |= {v.lemma for v in stretch.sentence.parse.verbs if _is_of(stretch.sentence, v, verb)}
    if _is_of_more(stretch.sentence, number, verb):
        own -= words["reckoning"]
    there = lowers[verb.start - 1] in words["existing"]
    return _Doing(verb, frozenset(own), ready, there, said=verb.governor >= 0)


def _is_of_more(sentence: Sentence, number: Number, verb: Verb) -> bool:
    """Tell of whom something is thought, who are not counted by that: 170 are thought to be trapped."""
    phrase, verbs = phrase_of(sentence, number.start), sentence.parse.verbs
    own = phrase is not None and verb.subject == phrase.number
    more = (v for v in verbs if v.form == "infinitive" and v.governor >= 0 and verbs[v.governor] is verb)
    return own and verb.passive and any(more)


def _verb(sentence: Sentence, number: Number) -> Verb | None:
    phrase = phrase_of(sentence, number.start)
    verbs = sentence.parse.verbs
    if (
        phrase
        and phrase.role == "subject"
        and phrase.verb >= 0
        and verbs[phrase.verb].marker not in RELATIVES
    ):
        return verbs[phrase.verb]
    return next((verb for verb in reversed(verbs) if verb.start < number.start), None)


def _is_of(sentence: Sentence, verb: Verb, be: Verb) -> bool:
    """Tell what somebody is to do: sixty are to follow."""
    return verb.form == "infinitive" and verb.governor >= 0 and sentence.parse.verbs[verb.governor] is be


def _is_part(reading: Reading, told: Sequence[Number], number: Number) -> bool:
    """Tell a figure coordinated to one that is told: of whom 270 were soldiers and 120 civilians."""
    before = reading.tokens.lowers[number.start - PART : number.start]
    return bool(told) and not load_number_words().words["parts"].isdisjoint(before)


def _stages(
    reading: Reading, stretch: _Stretch, whole: Happening, counts: Sequence[Count]
) -> Iterator[Happening]:
    """Yield what a stretch tells of other days than the happening before, or of what is still to come."""
    doing = _doing(reading, stretch, stretch.numbers[0])
    status = _status(reading, stretch, doing)
    if status is Status.HELD and (whole.status in REAL or _is_begun(doing, whole)):
        days = [when for when in _days(reading, stretch, status) if when.edtf != whole.when.edtf]
        each = len(days) == len(counts) > 1
        for at, when in enumerate(days):
            if each or len(days) == 1 or len(counts) == 1:
                yield _stage(stretch, whole, status, when, [counts[at]] if each else counts)
    elif status is Status.PLANNED:
        for when in _days(reading, stretch, status):
            yield _stage(stretch, whole, status, when, counts)
    elif status is Status.PROPOSED and counts:
        yield _stage(stretch, whole, status, When.unknown(), counts)


def _is_begun(doing: _Doing, whole: Happening) -> bool:
    """Tell a first part of what was agreed: of the 240, a hundred crossed on Wednesday."""
    crossed = doing.verb is not None and doing.crosses and not doing.verb.modal
    return whole.status is Status.AGREED and crossed


def _stage(
    stretch: _Stretch, whole: Happening, status: Status, when: When, counts: Sequence[Count]
) -> Happening:
    head = stretch.numbers[0].start
    return replace(
        whole, rule="events.stage", sentence=stretch.sentence, head=head, first=head, last=head + 1,
        status=status, weight=STAGE, when=when, counts=tuple(counts), definite=False, sure=True,
        place=None, people=(), round=None, reference=None,
    )  # fmt: skip


def _status(reading: Reading, stretch: _Stretch, doing: _Doing) -> Status:
    """Return what a stretch makes of a figure that comes on top: Sudria could hand over 2,239 more."""
    number, verb, words = stretch.numbers[0], doing.verb, load_number_words().words
    if verb is None:
        return Status.HELD
    around = reading.tokens.lowers[max(0, number.start - MORE) : number.end + MORE]
    held = reading.tokens.lowers[stretch.first : stretch.last]
    asked = doing.is_any(words["asking"]) or not words["ready"].isdisjoint(held)
    if (verb.modal or asked) and not words["more"].isdisjoint(around):
        return Status.PROPOSED
    if verb.modal in reading.codebook.grammar.words["possible"] and doing.crosses:
        return Status.PROPOSED  # a hundred might cross on Wednesday
    to_come = verb.tense == "future" or (verb.tense == "present" and verb.lemma == "be")
    return Status.PLANNED if to_come and doing.crosses else Status.HELD


def _days(reading: Reading, stretch: _Stretch, status: Status) -> Iterator[When]:
    for phrase in reading.dates_in(stretch.first, stretch.last):
        if not is_attribution(reading, stretch.sentence, phrase):
            when = resolve_in(reading, stretch.sentence, phrase, status)
            if when.precision is Precision.DAY:
                yield when
