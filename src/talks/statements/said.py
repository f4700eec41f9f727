"""What is said as a line for matching: who is meant on the speaker's side, and who on another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

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
    names = {name.start: name for name in reading.cast.names_in(first, last)}
    dates = {reading.tokens.at(phrase.start): phrase for phrase in reading.dates_in(first, last)}
    out: list[Item] = []
    at = first
    while at < last:
        name, date = names.get(at), dates.get(at)
        if name and name.kind in SIDES:
            out.append(_side(name, party))
            at = name.end
        elif date:
            end = max(at + 1, reading.tokens.ending_by(date.end))
            out.append(Item(reading.tokens.lowers[at], "T", "", at, end))
            at = end
        else:
            out.append(_word(reading, at))
            at += 1
    return [item for item in out if item.kind != '"']


def _side(name: Name, party: str | None) -> Item:
    entry = name.entry
    side = ANY if party is None else OWN if entry and entry.party == party else OTHER
    kind = "J" if name.kind == "adjective" else "P"
    return Item(side, kind, "", name.start, name.end)


def _word(reading: Reading, at: int) -> Item:
    word = reading.tokens.lowers[at].replace("’", "'")
    return Item(word, reading.classes[at], reading.codebook.grammar.lemmas.get(word, word), at, at + 1)
