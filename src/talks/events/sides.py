"""Whose encounters are told of after talks that a mediator held with each side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from talks.events.happenings import Happening
from talks.events.references import recognise
from talks.reading import Reading

__all__ = ["leave_open"]


def leave_open(reading: Reading, found: Sequence[Happening]) -> list[Happening]:
    """Return the happenings; after "separate talks", those of nobody named are not of the two sides."""
    first = min((h.head for h in found if h.separate), default=None)
    if first is None:
        return list(found)
    return [_open(reading, h) if h.head > first else h for h in found]


def _open(reading: Reading, happening: Happening) -> Happening:
    encounter = reading.codebook.kinds[happening.kind].file.encounter
    if not (happening.assumed and encounter) or happening.round or happening.reference:
        return happening
    return recognise(reading, replace(happening, parties=()))
