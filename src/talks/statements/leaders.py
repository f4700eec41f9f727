"""Who are meant by "the leaders of Norland and Sudria": each of them, if the article names them."""

from __future__ import annotations

from talks.names import Actor
from talks.reading import Reading, Sentence

__all__ = ["find_leaders"]

SEVERAL = 2


def find_leaders(reading: Reading, sentence: Sentence, number: int) -> list[Actor]:
    """Return the leaders of the sides that a phrase tells of: none if one of them is not named."""
    phrases, cast = sentence.parse.phrases, reading.cast
    last = number
    if reading.tokens.lowers[phrases[number].end - 1] not in cast.naming.leaders:
        return []
    while last + 1 < len(phrases) and phrases[last + 1].left == number and phrases[last + 1].prep == "of":
        last += 1
    told = (name.entry for name in cast.names_in(phrases[number].start, phrases[last].end))
    sides = list(dict.fromkeys(entry.party or entry.name for entry in told if entry))
    leaders = [_leader(reading, side) for side in sides]
    return [leader for leader in leaders if leader] if len(sides) >= SEVERAL and all(leaders) else []


def _leader(reading: Reading, side: str) -> Actor | None:
    """Return the leader of a side whom the article names."""
    people = {name.entry.name: name.entry for name in reading.names if name.entry and name.entry.person}
    actors = (
        Actor(entry.name, "person", side, entry.person) for entry in people.values() if entry.party == side
    )
    return next((actor for actor in actors if reading.cast.leads(actor)), None)
