"""What is said as a line for matching: who is meant on the speaker's side, and who on another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from talks.names import Name
from talks.patterns import Item, Line, encode
from talks.reading import Reading

__all__ = ["OTHER", "OWN", "line_of"]

OWN, OTHER, ANY = "@own", "@other", "@any"
EDGE = Item("§", "|", "", -1, -1)  # where an utterance begins and ends
BREAK = Item(",", ",", "", -1, -1)  # where the attribution stands between its words
SIDES = frozenset({"party", "adjective", "metonym", "office", "person", "surname"})


def line_of(reading: Reading, contents: Iterable[tuple[int, int]], party: str | None) -> Line:
    """Return what is said between offsets as one line, seen from a party."""
    tokens = reading.tokens
    items: list[Item] = []
    for start, end in contents:
        items += [BREAK, *_items(reading, tokens.at(start), tokens.ending_by(end), party)]
    return encode([EDGE, *items[1:], EDGE])


def _items(reading: Reading, first: int, last: int, party: str | None) -> Sequence[Item]:
    spans = {item.start: item for item in _dates(reading, first, last)}
    names = (name for name in reading.cast.names_in(first, last) if name.kind in SIDES)
    spans |= {name.start: _side(name, party) for name in names}
    lowers, classes, lemma_of = reading.tokens.lowers, reading.classes, reading.codebook.grammar.lemmas.get
    out: list[Item] = []
    at = first
    while at < last:
        word = lowers[at]
        out.append(spans.get(at) or Item(word, classes[at], lemma_of(word, word), at, at + 1))
        at = out[-1].end
    return [item for item in out if item.kind != '"']


def _dates(reading: Reading, first: int, last: int) -> Iterator[Item]:
    tokens = reading.tokens
    for phrase in reading.dates_in(first, last):
        at = tokens.at(phrase.start)
        yield Item(tokens.lowers[at], "T", "", at, max(at + 1, tokens.ending_by(phrase.end)))


def _side(name: Name, party: str | None) -> Item:
    entry = name.entry
    side = ANY if party is None else OWN if entry and entry.party == party else OTHER
    kind = "J" if name.kind == "adjective" else "P"
    return Item(side, kind, "", name.start, name.end)
