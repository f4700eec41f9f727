"""What is found of an attribution in a sentence."""

from __future__ import annotations

from dataclasses import dataclass, field

from talks.codebook.speech import Cue

__all__ = ["Found"]


@dataclass(slots=True)
class Found:
    """A cue with its source, a phrase number, and the tokens of its content."""

    cue: Cue
    verb: int
    source: int
    start: int  # first token of the clause of attribution
    end: int  # its last token + 1
    right: int = -1  # first token of the content that follows
    left: tuple[int, int] | None = None  # tokens of the content before
    addressee: int = -1
    resumes_at: int = -1  # the verb with which the content before it goes on: Quent, Ekre said, told them
    contents: list[tuple[int, int]] = field(default_factory=list)
    thought: Cue | None = None  # what the speaker says that he hopes, fears or expects
