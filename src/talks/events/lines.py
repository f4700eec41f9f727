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
    spans = _spans(reading, sentence)
    items: list[Item] = []
    at = sentence.first
    while at < sentence.last:
        quote = sentence.atoms.get(at)
        if quote:
            end = max(at + 1, reading.tokens.ending_by(quote.end))
            items.append(Item("“”", "Q", "", at, end))
        elif at in spans:
            kind, end, word = spans[at]
            items.append(Item(word, kind, "", at, end))
        else:
            end = at + 1
            items.append(_token(reading, at))
        at = end
    return encode([item for item in items if item.kind != '"'])


def _token(reading: Reading, at: int) -> Item:
    word = reading.tokens.lowers[at]
    kind = "o" if word in ORDINALS else reading.classes[at]
    return Item(word, kind, reading.codebook.grammar.lemmas.get(word, word), at, at + 1)


def _spans(reading: Reading, sentence: Sentence) -> dict[int, tuple[str, int, str]]:
    """Return what begins at which token: kind, end, word."""
    tokens = reading.tokens
    out: dict[int, tuple[str, int, str]] = {}
    for number in reading.numbers_in(sentence.first, sentence.last):
        out[number.start] = ("#", number.end, tokens.lowers[number.end - 1])
    for phrase in reading.dates_in(sentence.first, sentence.last):
        low, high = tokens.at(phrase.start), tokens.ending_by(phrase.end)
        if low < high:
            for at in range(low, high):
                out.pop(at, None)
            out[low] = ("T", high, tokens.lowers[low])
    for name in reading.cast.names_in(sentence.first, sentence.last):
        out[name.start] = (KINDS[name.kind], name.end, tokens.lowers[name.end - 1])
    return out


def item_of(line: Line, token: int) -> int:
    """Return the number of the item that holds a token."""
    starts = [item.start for item in line.items]
    at = bisect_left(starts, token + 1) - 1
    return max(at, 0)
