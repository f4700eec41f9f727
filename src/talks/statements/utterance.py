"""An utterance as the finders make it, before it is recorded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from talks.models import When
from talks.names import Actor

__all__ = ["Utterance", "outermost"]


@dataclass(slots=True)
class Utterance:
    """Words credited to a speaker, as character spans."""

    speaker: Actor | None
    rule: str
    contents: list[tuple[int, int]]
    paragraph: int
    source: tuple[int, int] | None = None
    cue: tuple[int, int] | None = None
    verb: str | None = None
    stance: str = "reports"
    via: str | None = None
    to: Actor | None = None
    transcript: bool = False
    recorded: bool = True
    said: When | None = None  # the day of saying, where the attribution tells it


def outermost(utterances: Sequence[Utterance]) -> Actor | None:
    """Return the speaker of the first words that are no part of what another says."""
    sources = [(utterance, (utterance.source or utterance.contents[0])[0]) for utterance in utterances]
    inner = (
        utterance
        for utterance, start in sources
        if not any(
            a <= start < b for other in utterances if other is not utterance for a, b in other.contents
        )
    )
    return next((utterance.speaker for utterance in inner), None)
