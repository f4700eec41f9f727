"""Noun phrases of a sentence, by their tokens."""

from __future__ import annotations

from talks.reading import Sentence
from talks.syntax import Phrase

__all__ = ["phrase_of"]


def phrase_of(sentence: Sentence, token: int) -> Phrase | None:
    """Return the noun phrase that holds a token."""
    return next((p for p in sentence.parse.phrases if p.start <= token < p.end), None)
