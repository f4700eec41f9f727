"""The day and place that a happening takes from the encounter it belongs to: a list handed over at talks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from talks.codebook.kinds import Kind
from talks.events.happenings import Happening
from talks.events.when.behind import is_handled
from talks.models import Basis, Precision, Status, When
from talks.reading import Reading

__all__ = ["settle"]

WEEK = 7  # days that talks may last
NEAR = 2  # paragraphs within which the encounter is told
TOP = 2  # paragraphs among which the headline is, below a date line
FINE = frozenset({Precision.DAY, Precision.SPAN})

Group = list[Happening]


def settle(reading: Reading, groups: Sequence[Group]) -> list[Group]:
    """Return the groups; what is done at encounters and has no day takes those of the one told before it."""
    return [_settled(reading, group, groups) for group in groups]


def _settled(reading: Reading, group: Group, groups: Sequence[Group]) -> Group:
    kinds = reading.codebook.kinds
    file = kinds[group[0].kind].file
    dated = any(h.when.known or _is_told_of_a_day(reading, h) for h in group)
    if not file.at_encounters or dated or any(h.status is not Status.HELD for h in group):
        return group
    first = min(group, key=lambda h: h.head)
    home = None if _is_known_before(reading, group) else _encounter(first, groups, kinds)
    if home is None:
        return group
    when = home.when.model_copy(update={"basis": Basis.INFERRED})
    place = next((h.place for h in group if h.place), home.place)
    return [replace(h, when=when, place=place) for h in group]


def _is_known_before(reading: Reading, group: Group) -> bool:
    """Tell what was there before it was spoken of: they met on Monday to discuss a plan."""
    nouns = ((h.sentence, h.sentence.parse.phrase_at(h.head)) for h in group)
    return any(noun is not None and is_handled(reading, sentence, noun) for sentence, noun in nouns)


def _is_told_of_a_day(reading: Reading, happening: Happening) -> bool:
    """Tell what a sentence tells of another day: in March they had said that they had drafted a treaty."""
    sentence = happening.sentence
    verbs = [verb for verb in sentence.parse.verbs if verb.end <= happening.head and verb.form == "finite"]
    before = verbs[-1].perfect and verbs[-1].tense == "past" if verbs else False
    return before and bool(reading.dates_in(sentence.first, sentence.last))


def _encounter(happening: Happening, groups: Sequence[Group], kinds: dict[str, Kind]) -> Happening | None:
    """Return the encounter told before it, with its day, if there is only one that it can be.

    What a headline tells is of the one told next.
    """
    told = [(h, other) for other in groups if kinds[other[0].kind].file.encounter for h in other]
    before = [row for row in told if row[0].head < happening.head]
    headline = not before and happening.sentence.paragraph < TOP
    near = [row for row in (told if headline else before) if _stand_near(row[0], happening)]
    dated = {id(other): _dated(other) for _, other in near}
    if len({h.when.edtf for h in dated.values() if h}) != 1:
        return None  # of several, nobody can tell which
    group = min(near, key=lambda row: abs(row[0].head - happening.head))[1]
    home = dated[id(group)]
    if home is None:
        return None
    place = next((h.place for h in group if h.place), None)
    return replace(home, place=home.place or place)


def _stand_near(encounter: Happening, happening: Happening) -> bool:
    return abs(encounter.sentence.paragraph - happening.sentence.paragraph) <= NEAR


def _dated(told: Group) -> Happening | None:
    return next((h for h in told if h.status is Status.HELD and _is_one_occasion(h.when)), None)


def _is_one_occasion(when: When) -> bool:
    """Tell a day, or a few in a row, from a time in which there were several encounters."""
    if when.precision not in FINE or when.earliest is None or when.latest is None:
        return False
    return (when.latest - when.earliest).days < WEEK
