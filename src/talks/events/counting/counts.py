"""The figures that belong to a happening."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from talks.codebook.kinds import KindFile
from talks.events.counting.directions import find_direction
from talks.events.counting.figures import BARE, PART, Figure, is_figure, read_figures
from talks.events.extents import clause_of, stretch_of
from talks.events.phrases import noun_of, phrase_of, wholes_of
from talks.events.triggers import Hit
from talks.models import Bound, Count
from talks.numbers import Number, load_number_words
from talks.reading import Reading, Sentence

__all__ = ["combine_counts", "count_figures", "count_of", "find_counts", "is_elapsed"]

PREPOSITION = "i"  # class


def find_counts(
    reading: Reading, sentence: Sentence, hit: Hit, verb: int, kind: KindFile
) -> tuple[Count, ...]:
    """Return the figures of a happening: numbers in its clause that count something it is about."""
    if not reading.numbers_in(sentence.first, sentence.last):
        return ()
    start, end = stretch_of(reading, hit, *clause_of(sentence, verb, hit))
    start, end = min(start, hit.first, _hung_on(sentence, hit)), max(end, hit.last)
    numbers = [n for n in reading.numbers_in(start, end) if _is_told(reading, sentence, n)]
    numbers = [n for n in numbers if not _counts_happenings(reading, n, hit, kind)]
    numbers = [n for n in numbers if not _counts_beside(sentence, n, hit)]
    numbers = [n for n in numbers if not _is_one_of_others(reading, sentence, n, kind)]
    if kind.terms:  # a truce after five days is none of five days
        numbers = [n for n in numbers if not is_elapsed(reading, n)]
    harmed = load_number_words().words["harmed"]  # five days of fighting killed 43
    numbers = [n for n in numbers if not _counts_other(reading, n, hit.trigger.unless | harmed)]
    parts = list(_parts(reading, sentence, end)) if numbers else []
    return count_figures(reading, sentence, [*numbers, *parts], parts[-1].end + PART if parts else end, kind)


def _hung_on(sentence: Sentence, hit: Hit) -> int:
    """Return the first token of the noun that the happening hangs on: the 86 men on the list."""
    phrase = noun_of(sentence, hit)
    return sentence.parse.phrases[phrase.left].start if phrase and phrase.left >= 0 else hit.first


def count_figures(
    reading: Reading, sentence: Sentence, numbers: Sequence[Number], end: int, kind: KindFile
) -> tuple[Count, ...]:
    """Return what numbers of a sentence count in a happening of a kind, each figure once."""
    figures = read_figures(reading, numbers, min(end, sentence.last), kind.units)
    if not _are_told_apart(figures, kind):
        figures = [replace(f, of=kind.alone.get(f.of, f.of)) for f in figures]
    return combine_counts(count_of(reading, sentence, figure, kind) for figure in figures)


def combine_counts(counts: Iterable[Count]) -> tuple[Count, ...]:
    """Return counts each once, with what any telling of it adds: on each side, from whom, to whom."""
    out: dict[tuple[int, str], Count] = {}
    for count in counts:
        known = out.setdefault((count.n, count.of), count)
        back = (
            known.from_party is not None and known.from_party == count.to_party
        )  # 40 of ours for 40 of theirs
        each = known.each or count.each or back
        ends = (known.from_party or count.from_party, known.to_party or count.to_party)
        giver, taker = (None, None) if each or ends[0] == ends[1] else ends
        exact = Bound.EXACT in (known.bound, count.bound)
        out[count.n, count.of] = known.model_copy(
            update={
                "each": each,
                "from_party": giver,
                "to_party": taker,
                "bound": Bound.EXACT if exact else known.bound,
            }
        )
    return tuple(out.values())


def count_of(reading: Reading, sentence: Sentence, figure: Figure, kind: KindFile) -> Count:
    """Return the count of a figure; where people are given over, with who gives and who takes them."""
    directed = BARE in kind.units and not figure.each
    giver, taker = find_direction(reading, sentence, figure) if directed else (None, None)
    number = figure.number
    return Count(
        n=number.value, of=figure.of, from_party=giver, to_party=taker, each=figure.each, bound=number.bound
    )


def _is_told(reading: Reading, sentence: Sentence, number: Number) -> bool:
    return sentence.holds(reading.tokens.starts[number.start]) and is_figure(reading, number)


def _parts(reading: Reading, sentence: Sentence, end: int) -> Iterator[Number]:
    """Yield the figures of parts told after the clause: 390, of whom 270 were soldiers and 120 civilians."""
    words, last = load_number_words().words, -1
    for number in reading.numbers_in(end, sentence.last):
        before = reading.tokens.lowers[max(end - 1, number.start - PART) : number.start]
        joined = (
            last >= 0 and before[-1:] == ["and"] and ";" not in reading.tokens.lowers[last : number.start]
        )
        parted = joined or not words["parting"].isdisjoint(before) or _is_returned(sentence, number)
        if parted and _is_told(reading, sentence, number):
            last = number.end
            yield number


def _is_returned(sentence: Sentence, number: Number) -> bool:
    """Tell the figure of the other side: Norland freed 157 soldiers, while Sudria released 160."""
    words = load_number_words().words
    verb = next((v for v in sentence.parse.verbs if v.end == number.start), None)
    return verb is not None and verb.lemma in words["giving"] | words["taking"] and not verb.negated


def _are_told_apart(figures: Sequence[Figure], kind: KindFile) -> bool:
    """Tell "270 soldiers and 120 civilians" from soldiers who are simply the prisoners."""
    plain = kind.alone.keys() | set(kind.alone.values())
    return any(figure.of not in plain for figure in figures)


def _counts_happenings(reading: Reading, number: Number, hit: Hit, kind: KindFile) -> bool:
    """Tell "65 exchanges of prisoners", "one of the largest exchanges", which count the exchanges."""
    head, lowers = reading.tokens.lowers[hit.head], reading.tokens.lowers
    if hit.trigger.role != "noun" or number.end > hit.head or head in kind.units or not head.endswith("s"):
        return False
    first = number.end + 2 if lowers[number.end : number.end + 2] == ["of", "the"] else number.end
    return set(reading.classes[first : hit.head]) <= set("a~n")


def _counts_beside(sentence: Sentence, number: Number, hit: Hit) -> bool:
    """Tell "swaps of 300 prisoners and the return of the dead", which counts what stands before the "and"."""
    noun, counted = noun_of(sentence, hit), phrase_of(sentence, number.start)
    if hit.trigger.role != "noun" or noun is None or counted is None:
        return False
    before = list(wholes_of(sentence, counted))
    return any(
        mine.after == "coordinator" and other.start < mine.start and other.left == mine.left >= 0
        for mine in wholes_of(sentence, noun)
        for other in before
        if other.role == mine.role
    )


def _is_one_of_others(reading: Reading, sentence: Sentence, number: Number, kind: KindFile) -> bool:
    """Tell "one of the biggest prisoner swaps" from "one of the last prisoners of war"."""
    lowers, noun = reading.tokens.lowers, phrase_of(sentence, number.end + 2)
    one_of = number.value == 1 and lowers[number.end : number.end + 2] == ["of", "the"]
    if not one_of or noun is None:
        return False
    known = reading.codebook.grammar.classes
    heads = (at for at in range(noun.start, noun.end - 1) if known.get(lowers[at + 1]) == PREPOSITION)
    return lowers[next(heads, noun.end - 1)] not in kind.units  # prisoners of war are prisoners


def is_elapsed(reading: Reading, number: Number) -> bool:
    """Tell "after more than eight hours", "three hours behind schedule"."""
    words, lowers = load_number_words().words, reading.tokens.lowers
    before, after = lowers[max(0, number.start - 3) : number.start], lowers[number.end + 1 : number.end + 2]
    return not words["elapsed"].isdisjoint(before) or not words["off"].isdisjoint(after)


def _counts_other(reading: Reading, number: Number, other: frozenset[str]) -> bool:
    """Tell "the bodies of 6,000 soldiers" in a sentence about an exchange of prisoners."""
    return any(word in other for word in reading.tokens.lowers[max(0, number.start - 4) : number.start])
