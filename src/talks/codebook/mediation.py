"""Who mediates (mediation.toml): patterns in which the country stands that has brought something about."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from talks.codebook.data import read_data, validate
from talks.models import Record
from talks.patterns import Pattern, compile_pattern

__all__ = ["FILE", "Mediation", "MediationExample", "load_mediation"]

FILE = "mediation.toml"


class MediationExample(Record):
    """An exchange in the invented negotiation, and who mediated by it."""

    text: str
    mediators: tuple[str, ...]


class MediationFile(Record):
    """The file of patterns."""

    description: str
    patterns: tuple[str, ...]
    examples: tuple[MediationExample, ...]
    counterexamples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mediation:
    """The patterns, ready for use, with what shows them."""

    patterns: tuple[Pattern, ...]
    examples: tuple[MediationExample, ...]
    counterexamples: tuple[str, ...]
    anchors: frozenset[str]  # words of which a sentence must have one


@cache
def load_mediation() -> Mediation:
    """Read and compile the patterns."""
    file = validate(MediationFile, FILE, read_data(FILE))
    patterns = [compile_pattern(f"mediation.{at}", source) for at, source in enumerate(file.patterns, 1)]
    anchors = frozenset(word for pattern in patterns for word in pattern.anchors)
    return Mediation(tuple(patterns), file.examples, file.counterexamples, anchors)
