"""Sentences as lines of items for matching: names, numbers and dates are one item each."""

from __future__ import annotations

from bisect import bisect_left

from talks.numbers import load_number_words
from talks.patterns import Item, Line, encode
from talks.reading import Reading, Sentence

__all__ = ["item_of", "make_line"]

ORDINALS = load_number_words().ordinals
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
    spans, lowers, classes = _spans(reading, sentence), reading.tokens.lowers, reading.classes
    lemma_of = reading.codebook.grammar.lemmas.get
    items: list[Item] = []
    at = sentence.first
    while at < sentence.last:
        if at in spans:
            item = spans[at]
        else:
            word = lowers[at]
            item = Item(word, "o" if word in ORDINALS else classes[at], lemma_of(word, word), at, at + 1)
        at = item.end
        if item.kind != '"':
            items.append(item)
    return encode(items)


def _spans(reading: Reading, sentence: Sentence) -> dict[int, Item]:
    """Return the items that can be of several tokens, by their first."""
    tokens = reading.tokens
    out: dict[int, Item] = {}
    for number in reading.numbers_in(sentence.first, sentence.last):
        out[number.start] = Item(tokens.lowers[number.end - 1], "#", "", number.start, number.end)
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
