"""Sentences as lines of items for matching: names, numbers and dates are one item each."""

from __future__ import annotations

from bisect import bisect_left

from talks.numbers import find_ordinal, load_number_words
from talks.patterns import Item, Line, encode
from talks.reading import Reading, Sentence

__all__ = ["item_of", "make_line"]

NUMBERS = load_number_words()
ORDINALS = NUMBERS.ordinals
SUFFIXES = NUMBERS.words["suffixes"]
MARK = '"'  # class of quotation marks
KINDS = {
    "party": "P",
    "metonym": "P",
    "adjective": "J",
    "person": "H",
    "surname": "H",
    "office": "O",
    "place": "L",
    "outlet": "U",
    "unknown": "N",
}


def make_line(reading: Reading, sentence: Sentence) -> Line:
    """Return a sentence as a line of items; what is quoted as an utterance is left to its own sentences."""
    spans = _spans(reading, sentence)
    items: list[Item] = []
    at = sentence.first
    for first in sorted(spans):
        if at <= first < sentence.last:
            items += _words(reading, at, first)
            items.append(spans[first])
            at = spans[first].end
    return encode([*items, *_words(reading, at, sentence.last)])


def _words(reading: Reading, first: int, last: int) -> list[Item]:
    """Return tokens [first, last) as an item each, without quotation marks."""
    classes, lemma_of = reading.classes, reading.codebook.grammar.lemmas.get
    return [
        Item(word, "o" if word in ORDINALS else classes[at], lemma_of(word, word), at, at + 1)
        for at, word in enumerate(reading.tokens.lowers[first:last], first)
        if classes[at] != MARK
    ]


def _spans(reading: Reading, sentence: Sentence) -> dict[int, Item]:
    """Return the items that can be of several tokens, by their first."""
    tokens = reading.tokens
    out: dict[int, Item] = {}
    for number in reading.numbers_in(sentence.first, sentence.last):
        out[number.start] = Item(tokens.lowers[number.end - 1], "#", "", number.start, number.end)
    for at in tokens.places(SUFFIXES):
        if sentence.first < at < sentence.last and find_ordinal(tokens, at, NUMBERS):
            out[at - 1] = Item(tokens.lowers[at - 1] + tokens.lowers[at], "o", "", at - 1, at + 1)
    for phrase in reading.dates_in(sentence.first, sentence.last):
        low, high = tokens.at(phrase.start), tokens.ending_by(phrase.end)
        if low < high:
            for at in range(low, high):
                out.pop(at, None)
            out[low] = Item(tokens.lowers[low], "T", "", low, high)
    for name in reading.cast.names_in(sentence.first, sentence.last):
        out[name.start] = Item(tokens.lowers[name.end - 1], KINDS[name.kind], "", name.start, name.end)
    for at, quote in sentence.atoms.items():
        out[at] = Item("“”", "Q", "", at, max(at + 1, tokens.ending_by(quote.end)))
    return out


def item_of(line: Line, token: int) -> int:
    """Return the number of the item that holds a token."""
    starts = [item.start for item in line.items]
    at = bisect_left(starts, token + 1) - 1
    return max(at, 0)
