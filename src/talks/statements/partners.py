"""Those who say something together: Stenmoe, Varga and Ask said."""

from __future__ import annotations

from collections.abc import Sequence

from talks.reading import Sentence
from talks.syntax import Phrase

__all__ = ["find_partners"]

SERIAL = 2  # tokens between the last two of a list; more than so many are one: Stenmoe, Varga, and Ask


def find_partners(sentence: Sentence, number: int) -> list[int]:
    """Return the phrases joined to one, as Stenmoe and Ask are to Varga in "Stenmoe, Varga and Ask said"."""
    phrases, first, last = sentence.parse.phrases, number, number
    head = number if phrases[number].listed < 0 else phrases[number].listed
    listed = [phrase.number for phrase in phrases if head in (phrase.number, phrase.listed)]
    if len(listed) > SERIAL:
        return [other for other in listed if other != number]
    while first > 0 and _goes_before(phrases[first - 1], phrases[first]):
        first -= 1
    gap = 1 if first == number else SERIAL
    while last + 1 < len(phrases) and phrases[last + 1].after == "coordinator":
        apart = phrases[last + 1].start - phrases[last].end > gap
        if apart or (phrases[last + 1].role == "prep" and not _are_agents(phrases, number, last + 1)):
            break
        last += 1
    return [*range(first, number), *range(number + 1, last + 1)] if last > number else []


def _are_agents(phrases: Sequence[Phrase], number: int, other: int) -> bool:
    """Tell those by whom something is said: denied by Stenmoe and Ask; not: said on behalf of … and Ask."""
    one, two = phrases[number], phrases[other]
    return one.role == "prep" and one.prep == two.prep and one.verb == two.verb and one.left == two.left


def _goes_before(phrase: Phrase, following: Phrase) -> bool:
    """Tell a phrase that a list goes on from: Stenmoe, Varga and …"""
    return phrase.role == "free" and following.after == "comma" and following.start - phrase.end == 1
