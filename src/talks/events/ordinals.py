"""Happenings told by their number alone: the second was held on 2 June, the first on 16 May."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from talks.codebook.kinds import KindFile
from talks.dates import DatePhrase
from talks.events.happenings import Happening
from talks.events.where.places import place_named
from talks.models import Precision, Status, When
from talks.numbers import load_number_words
from talks.reading import Reading, Sentence
from talks.terms import REAL
from talks.told import is_ahead, resolve_in

__all__ = ["find_numbered"]

REACH = 6  # tokens from the number to its date
AFTER = 4  # tokens from the date to the place
BACK = 2  # paragraphs in which the kind was named
LOOKED_BACK = 20  # happenings
WEIGHT = 1.7
FINE = frozenset({Precision.DAY, Precision.SPAN, Precision.MONTH})
BETWEEN = frozenset("ib,(veETrn")


def find_numbered(reading: Reading, found: Sequence[Happening]) -> Iterator[Happening]:
    """Yield what articles tell of by its number and day only."""
    ordinals = load_number_words().ordinals
    lowers = reading.tokens.lowers
    told = [at for at in reading.tokens.places(ordinals.keys()) if at and reading.classes[at - 1] == "d"]
    for sentence in reading.sentences if told else ():
        low, high = bisect_left(told, sentence.first + 1), bisect_left(told, sentence.last - 1)
        for at in told[low:high]:
            phrase = _date_after(reading, sentence, at)
            whole = _kind_before(reading, found, sentence, at) if phrase else None
            if phrase is None or whole is None:
                continue
            when = resolve_in(reading, sentence, phrase, Status.HELD)
            happening = _numbered(reading, sentence, whole, at, ordinals[lowers[at]], when)
            if when.precision in FINE and not any(_is_told(h, happening) for h in found):
                yield happening


def _date_after(reading: Reading, sentence: Sentence, at: int) -> DatePhrase | None:
    """Return the date told of a number without a noun: the second, on 3 March; the first was on 2 May."""
    phrases = reading.dates_in(at + 1, min(sentence.last, at + 1 + REACH))
    if not phrases:
        return None
    first = reading.tokens.at(phrases[0].start)
    between = reading.tokens.lowers[at + 1 : first]
    if not between or not BETWEEN.issuperset(reading.classes[at + 1 : first]):
        return None
    nouns = [low for low, kind in zip(between, reading.classes[at + 1 : first], strict=True) if kind == "n"]
    statuses, lemmas = reading.codebook.statuses, reading.codebook.grammar.lemmas
    verbs = [
        lemmas.get(w, w)
        for w, kind in zip(between, reading.classes[at + 1 : first], strict=True)
        if kind in "veE"
    ]
    occurring = statuses.truth["occurring"]
    ways = {f"{verb} {noun}" for verb in verbs for noun in nouns}
    held = all(Status.HELD in (statuses.subject.get(v), statuses.passive.get(v)) for v in verbs)
    return phrases[0] if (ways & occurring if nouns else held) else None


def _kind_before(
    reading: Reading, found: Sequence[Happening], sentence: Sentence, at: int
) -> Happening | None:
    """Return the happening told last of a kind that is numbered."""
    last = bisect_left(found, at, key=lambda happening: happening.head)
    for happening in reversed(found[max(0, last - LOOKED_BACK) : last]):
        if sentence.paragraph - happening.sentence.paragraph > BACK:
            return None
        known = happening.status in REAL or happening.round  # the seventh is to come; the sixth, in May
        if _is_numbered(reading.codebook.kinds[happening.kind].file) and known:
            return happening
    return None


def _is_numbered(file: KindFile) -> bool:
    return file.rounds or file.handover


def _numbered(
    reading: Reading, sentence: Sentence, whole: Happening, at: int, number: int, when: When
) -> Happening:
    rounds = reading.codebook.kinds[whole.kind].file.rounds
    status = Status.PLANNED if is_ahead(reading, when) else Status.HELD
    return replace(
        whole, rule="events.numbered", sentence=sentence, head=at, first=at, last=at + 1, status=status,
        weight=WEIGHT, when=when, place=place_named(reading, at, min(sentence.last, at + REACH + AFTER)),
        people=(), round=number if rounds else None, counts=(), reference=None, plain=None,
        definite=False, sure=True,
    )  # fmt: skip


def _is_told(one: Happening, other: Happening) -> bool:
    """Tell whether a happening was found by its own words: the first meeting of 2 May, on 2 May."""
    same = one.kind == other.kind and one.when.known and one.when.edtf == other.when.edtf
    return same and one.sentence is other.sentence
