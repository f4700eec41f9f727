"""Which round it is, and the figures that belong to a happening."""

from __future__ import annotations

from collections.abc import Sequence

from talks.codebook.kinds import KindFile
from talks.events.times import clause_of
from talks.events.triggers import Hit
from talks.models import Count
from talks.numbers import Number, load_number_words
from talks.reading import Reading, Sentence

__all__ = ["find_counts", "find_rounds"]

NEAR = 5  # tokens between a figure and another for the same
MOST_ROUNDS = 30


def find_rounds(reading: Reading, hit: Hit) -> list[int]:
    """Return the numbers of the rounds that the words name: "a second and a third round" are two."""
    words, tokens = load_number_words(), reading.tokens
    found: list[int] = []
    at = hit.head - 1
    while (
        at >= 0
        and hit.head - at < 12
        and (
            at >= hit.first
            or tokens.lowers[at] in words.words["numbering"]
            or tokens.lowers[at] in words.ordinals
        )
    ):
        if tokens.lowers[at] in words.ordinals:
            found.insert(0, words.ordinals[tokens.lowers[at]])
        elif tokens.words[at] in words.roman and at == hit.head - 1:
            found.insert(0, words.roman[tokens.words[at]])
        at -= 1
    if found == [1] and _is_first_since(tokens.lowers, hit.last):
        return []
    if found or tokens.lowers[hit.head] != "round" or hit.head + 1 >= len(tokens):
        return found
    after = tokens.lowers[hit.head + 1]
    number = words.units.get(after) or _small(after)
    return [number] if number else []


def _small(word: str) -> int:
    number = int(word) if word.isdecimal() and len(word) < 3 else 0
    return number if number < MOST_ROUNDS else 0


def _is_first_since(lowers: Sequence[str], at: int) -> bool:
    """Tell "the first round since March", "in three years", which is no round one."""
    return lowers[at] in load_number_words().words["lapse"] if at < len(lowers) else False


def find_counts(
    reading: Reading, sentence: Sentence, hit: Hit, verb: int, kind: KindFile
) -> tuple[Count, ...]:
    """Return the figures of a happening: numbers in its clause that count something it is about."""
    start, end = clause_of(sentence, verb, hit)
    start, end = min(start, hit.first), max(end, hit.last)
    numbers = [n for n in reading.numbers_in(start, end) if sentence.holds(reading.tokens.starts[n.start])]
    numbers = [
        n for n in numbers if not _is_share(reading, n) and not _counts_happenings(reading, n, hit, kind)
    ]
    if kind.terms:  # a truce after five days is none of five days
        numbers = [n for n in numbers if not _is_elapsed(reading, n)]
    numbers = [
        n for n in numbers if not _in_date(reading, n) and not _counts_other(reading, n, hit.trigger.unless)
    ]
    out: dict[tuple[int, str], Count] = {}
    for at, number in enumerate(numbers):
        count = _count(reading, numbers, at, end, kind.units)
        if count:
            out.setdefault((number.value, count.of), count)
    return tuple(out.values())


def _count(
    reading: Reading, numbers: Sequence[Number], at: int, end: int, units: dict[str, str]
) -> Count | None:
    number = numbers[at]
    following = numbers[at + 1] if at + 1 < len(numbers) else None
    paired = _is_paired(reading, number, following) or (
        at > 0 and _is_paired(reading, numbers[at - 1], number)
    )
    of = _unit(reading, number, end, units)
    if of is None and following and _is_range(reading, number, following):
        of = _unit(reading, following, end, units)
    if of is None and paired:
        of = (_unit(reading, following, end, units) if following else None) or units.get("*")
    if of is None and at:
        of = _alternative(reading, numbers[at - 1], number, end, units)
    if of is None and at:
        of = _elliptic(reading, numbers[at - 1], number, end, units)
    if of is None:
        return None
    return Count(n=number.value, of=of, each=paired or _is_each(reading, number, end), bound=number.bound)


def _alternative(
    reading: Reading, before: Number, number: Number, end: int, units: dict[str, str]
) -> str | None:
    """Return what a figure counts that is another for the one before: 1,245 bodies, or 1,248."""
    between = reading.tokens.lowers[before.end : number.start]
    return _unit(reading, before, end, units) if between[-1:] == ["or"] and len(between) <= NEAR else None


def _elliptic(
    reading: Reading, before: Number, number: Number, end: int, units: dict[str, str]
) -> str | None:
    """Return what is counted where its word is left out: 248 prisoners, receiving 78 in return."""
    of = _unit(reading, before, end, units)
    words = load_number_words().words
    named = any(name.end == number.start for name in reading.cast.names_in(before.end, number.start))
    after = reading.tokens.lowers[number.end : number.end + 1]
    ends = not after or not words["closing"].isdisjoint(after)
    given = reading.tokens.lowers[number.start - 1] in words["given"]
    return of if ends and (named or given) else None


def _counts_happenings(reading: Reading, number: Number, hit: Hit, kind: KindFile) -> bool:
    """Tell "65 exchanges of prisoners", which counts the exchanges."""
    head = reading.tokens.lowers[hit.head]
    if hit.trigger.role != "noun" or number.end > hit.head or head in kind.units or not head.endswith("s"):
        return False
    return set(reading.classes[number.end : hit.head]) <= set("a~")


def _is_elapsed(reading: Reading, number: Number) -> bool:
    """Tell "after more than eight hours"."""
    before = reading.tokens.lowers[max(0, number.start - 3) : number.start]
    return not load_number_words().words["elapsed"].isdisjoint(before)


def _counts_other(reading: Reading, number: Number, other: frozenset[str]) -> bool:
    """Tell "the bodies of 6,000 soldiers" in a sentence about an exchange of prisoners."""
    return any(word in other for word in reading.tokens.lowers[max(0, number.start - 4) : number.start])


def _is_share(reading: Reading, number: Number) -> bool:
    following = reading.tokens.lowers[number.end : number.end + 1]
    return not load_number_words().words["share"].isdisjoint(following)


def _in_date(reading: Reading, number: Number) -> bool:
    start, end = reading.chars(number.start, number.end)
    return any(
        p.start < end and start < p.end for p in reading.dates_in(max(0, number.start - 4), number.end + 1)
    )


def _unit(reading: Reading, number: Number, end: int, units: dict[str, str]) -> str | None:
    words = load_number_words().words
    for at in range(number.end, min(number.end + 7, end)):
        word = reading.tokens.lowers[at]
        if word in units:
            return units[word]
        if reading.classes[at] not in "anNdTi~'EeuzrcG" or word in words["passed"]:
            return None
    return None


def _is_paired(reading: Reading, number: Number, following: Number | None) -> bool:
    """Tell "1,000 for 1,000"."""
    if following is None or not 1 <= following.start - number.end <= 4 or following.value != number.value:
        return False
    return "for" in reading.tokens.lowers[number.end : following.start]


def _is_range(reading: Reading, number: Number, following: Number) -> bool:
    """Tell "two to three days", "24- to 48-hour"."""
    between = reading.tokens.lowers[number.end : following.start]
    return len(between) <= 2 and load_number_words().words["between"].issuperset(between) and bool(between)


def _is_each(reading: Reading, number: Number, end: int) -> bool:
    window = reading.tokens.lowers[max(0, number.start - 3) : min(number.end + 7, end)]
    words, text = load_number_words(), " ".join(window)
    return bool(words.words["each"] & set(window)) or any(way in text for way in words.sides)
