"""The day and place that a happening takes from the encounter it belongs to: a list handed over at talks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from talks.codebook.kinds import Kind
from talks.events.happenings import Happening
from talks.models import Basis, Precision, Status

__all__ = ["settle"]

NEAR = 2  # paragraphs back in which the encounter is told
FINE = frozenset({Precision.DAY, Precision.SPAN})

Group = list[Happening]


def settle(groups: Sequence[Group], kinds: dict[str, Kind]) -> list[Group]:
    """Return the groups; what is done at encounters and has no day takes those of the one told before it."""
    return [_settled(group, groups, kinds) for group in groups]


def _settled(group: Group, groups: Sequence[Group], kinds: dict[str, Kind]) -> Group:
    file = kinds[group[0].kind].file
    dated = any(h.when.known for h in group)
    if not file.at_encounters or dated or any(h.status is not Status.HELD for h in group):
        return group
    first = min(group, key=lambda h: h.head)
    home = _encounter(first, groups, kinds)
    if home is None:
        return group
    when = home.when.model_copy(update={"basis": Basis.INFERRED})
    place = next((h.place for h in group if h.place), home.place)
    return [replace(h, when=when, place=place) for h in group]


def _encounter(happening: Happening, groups: Sequence[Group], kinds: dict[str, Kind]) -> Happening | None:
    """Return the encounter told before it, with its day: of the same sentence, else the one told most."""
    found = [
        (h.sentence.start == happening.sentence.start, len(other), h.head, other)
        for other in groups
        if kinds[other[0].kind].file.encounter
        for h in other
        if h.head < happening.head and h.sentence.paragraph >= happening.sentence.paragraph - NEAR
    ]
    if not found:
        return None
    told = max(found, key=lambda row: row[:3])[3]
    dated = [h for h in told if h.when.precision in FINE and h.status is Status.HELD]
    if not dated:
        return None
    place = next((h.place for h in told if h.place), None)
    return replace(dated[0], place=dated[0].place or place)
