"""What a number counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from talks.numbers import Number, load_number_words
from talks.reading import Reading

__all__ = ["BARE", "PART", "Figure", "is_each", "is_figure", "read_figures"]

NEAR = 5  # tokens between a figure and another for the same
FAR = 7  # tokens between a figure and what it counts
BACK = 5  # tokens before a figure among which "each" is of it: each side had set free 250
PAIR = 4  # tokens between the two figures of "1,000 for 1,000"
PART = 3  # tokens between "of whom" and the figure of a part
OF_THE = ("of", "the")
NOT_OF_IT = (
    [","],
    ["and"],
)  # after "each" that belongs to the figure before: 185 soldiers each and 20 civilians
LISTED = ([","], ["and"], [",", "and"])  # what stands between the figures of a list
BARE = "*"  # what a kind counts where the word is left out


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that counts something; `end` is the token after the word that says what."""

    number: Number
    of: str
    end: int
    each: bool = False
    part: bool = False  # of the figure before
    shared: bool = False  # of what each side did: each freed 270 soldiers and 120 civilians


def is_figure(reading: Reading, number: Number) -> bool:
    """Tell a number that can count something from a share, the 64th, four groups, a part of a date."""
    following = reading.tokens.lowers[number.end : number.end + 1]
    words = load_number_words().words
    if following and any(following[0] in words[kind] for kind in ("share", "suffixes", "grouping")):
        return False
    return not _in_date(reading, number)


def _is_set(reading: Reading, number: Number) -> bool:
    """Tell the second figure of "41 of the 86 men on the list", who are not all exchanged."""
    low = number.start - len(OF_THE)
    before = reading.numbers_in(max(0, low - FAR), max(0, low))
    return tuple(reading.tokens.lowers[max(0, low) : number.start]) == OF_THE and any(
        part.end == low for part in before
    )


def read_figures(
    reading: Reading, numbers: Sequence[Number], end: int, units: dict[str, str]
) -> list[Figure]:
    """Return those of some numbers that count what a kind of happening is about."""
    out: list[Figure] = []
    for at, number in enumerate(numbers):
        before = next((f for f in reversed(out) if at and f.number is numbers[at - 1]), None)
        after = numbers[at + 1] if at + 1 < len(numbers) else None
        figure = _figure(reading, number, (numbers[at - 1] if at else None, after), before, end, units)
        if figure:
            out.append(figure)
    return out


def _figure(
    reading: Reading,
    number: Number,
    beside: tuple[Number | None, Number | None],
    before: Figure | None,
    end: int,
    units: dict[str, str],
) -> Figure | None:
    """Return what a number counts by its own word, else by what stands for it."""
    earlier, after = beside
    pairs = ((number, after), (earlier, number))
    traded = any(a and b and _is_traded(reading, a, b) for a, b in pairs)
    each = any(a and b and a.value == b.value and _is_traded(reading, a, b) for a, b in pairs)
    if each and number.value == 1:
        return None  # one for one is a way of exchanging, not a figure
    each = each or is_each(reading, number, end)
    of, last = _unit(reading, number, end, units) or (None, number.end)
    if of is None and after and (traded or _is_range(reading, number, after)):
        of, last = _unit(reading, after, end, units) or (None, number.end)
    if of is None and traded:
        of = units.get(BARE)
    if of is None and _stands_alone(reading, number) and is_each(reading, number, number.start):
        of = units.get(BARE)  # each side released 246
    if (
        of is None
        and before
        and (_is_other(reading, before, number) or _is_elliptic(reading, before, number))
    ):
        of = before.of
    if of is None or _is_rate(reading, last) or (BARE in units and _is_set(reading, number)):
        return None
    part = _is_part(reading, before, number)
    shared = is_each(reading, number, number.start) or _is_listed(reading, before, number)
    each = each or shared or (part and before is not None and before.each)
    return Figure(number, of, last, each, part, shared)


def _is_listed(reading: Reading, before: Figure | None, number: Number) -> bool:
    """Tell a figure in one list with what each side did."""
    if before is None or not before.shared:
        return False
    return reading.tokens.lowers[before.end : number.start] in LISTED


def _is_rate(reading: Reading, after: int) -> bool:
    """Tell "30 prisoners for each hostage"."""
    preposition, every = (
        reading.tokens.lowers[after : after + 1],
        reading.tokens.lowers[after + 1 : after + 2],
    )
    return preposition == ["for"] and not load_number_words().words["every"].isdisjoint(every)


def _is_part(reading: Reading, before: Figure | None, number: Number) -> bool:
    """Tell the parts of "390 on each side, of whom 270 were soldiers and 120 civilians"."""
    words = reading.tokens.lowers[number.start - PART : number.start]
    parted = not load_number_words().words["parting"].isdisjoint(words)
    return before is not None and (parted or (before.part and words[-1:] == ["and"]))


def _is_other(reading: Reading, before: Figure, number: Number) -> bool:
    """Tell a figure that is another for the one before: 1,245 bodies, or 1,248."""
    between = reading.tokens.lowers[before.number.end : number.start]
    return between[-1:] == ["or"] and len(between) <= NEAR


def _is_elliptic(reading: Reading, before: Figure, number: Number) -> bool:
    """Tell a figure whose word is left out: 248 prisoners, receiving 78 in return."""
    words = load_number_words().words
    named = any(name.end == number.start for name in reading.cast.names_in(before.number.end, number.start))
    given = reading.tokens.lowers[number.start - 1] in words["given"]
    shared = is_each(reading, number, len(reading.tokens))  # 314 prisoners, 157 from each side
    return _ends(reading, number) and (named or given or shared)


def _ends(reading: Reading, number: Number) -> bool:
    after = reading.tokens.lowers[number.end : number.end + 1]
    return not after or not load_number_words().words["closing"].isdisjoint(after)


def _stands_alone(reading: Reading, number: Number) -> bool:
    """Tell a figure before a preposition or the end of a clause: each side released 246 on Saturday."""
    return _ends(reading, number) or reading.classes[number.end : number.end + 1] == "i"


def _in_date(reading: Reading, number: Number) -> bool:
    start, end = reading.chars(number.start, number.end)
    return any(
        p.start < end and start < p.end for p in reading.dates_in(max(0, number.start - 4), number.end + 1)
    )


def _unit(reading: Reading, number: Number, end: int, units: dict[str, str]) -> tuple[str, int] | None:
    """Return what is counted, with the token after its word."""
    words = load_number_words().words
    nationals = {name.end for name in reading.cast.names_in(number.end, end) if name.kind == "adjective"}
    for at in range(number.end, min(number.end + FAR, end)):
        word = reading.tokens.lowers[at]
        if word in units:
            return units[word], at + 1
        known = "anNdTi~'EeuzrcG" + "b" * (at == number.end)  # 270 were soldiers
        if reading.classes[at] not in known or word in words["passed"] or _is_counted(reading, word):
            return None
        if at + 1 in nationals and BARE in units and not _goes_on(reading, at + 1, end):
            return units[BARE], at + 1
    return None


def _is_counted(reading: Reading, word: str) -> bool:
    """Tell what a happening of some kind is counted in: 24 hostages the day before are no days."""
    return any(word in kind.file.units for kind in reading.codebook.kinds.values())


def _goes_on(reading: Reading, at: int, end: int) -> bool:
    """Tell "31 Sudrian soldiers", where the nationality is not all that is said of them."""
    return at < end and reading.classes[at] in "anN#~'"


def _is_traded(reading: Reading, number: Number, following: Number) -> bool:
    """Tell "1,000 for 1,000", "120 captives for 86"."""
    gap = reading.tokens.lowers[number.end : following.start]
    return 1 <= len(gap) <= PAIR and "for" in gap and (number.value == following.value or len(gap) == 1)


def _is_range(reading: Reading, number: Number, following: Number) -> bool:
    """Tell "two to three days", "24- to 48-hour"."""
    between = reading.tokens.lowers[number.end : following.start]
    return len(between) <= 2 and load_number_words().words["between"].issuperset(between) and bool(between)


def is_each(reading: Reading, number: Number, end: int) -> bool:
    """Tell a figure that is told for each side."""
    lowers, words = reading.tokens.lowers, load_number_words()
    first, last = max(0, number.start - BACK), min(number.end + FAR, end)
    last = next((other.start for other in reading.numbers_in(number.end, last)), last)
    text = " ".join(lowers[first:last])
    for at in (at for at in range(first, last) if lowers[at] in words.words["each"]):
        after = lowers[at + 1 : at + 2]
        if after != ["time"] and not (after in NOT_OF_IT and at < number.start):
            return True
    return any(way in text for way in words.sides)
