"""An utterance as the finders make it, before it is recorded."""

from __future__ import annotations

from dataclasses import dataclass

from talks.models import When
from talks.names import Actor

__all__ = ["Utterance"]


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
