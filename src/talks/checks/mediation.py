"""Mediation: each example tells its mediators, no counterexample any, and every pattern has an example."""

from __future__ import annotations

from collections.abc import Iterator

from talks.checks.example import invented, read_example
from talks.codebook import Codebook
from talks.codebook.mediation import FILE
from talks.events import find_mentions
from talks.events.lines import make_line

__all__ = ["check_mediation"]


def check_mediation(codebook: Codebook) -> Iterator[str]:
    """Yield what is wrong with the patterns by which mediators are told."""
    known = invented(codebook)
    mediation, shown = known.mediation, set[str]()
    for example in mediation.examples:
        if _told(known, example.text) != set(example.mediators):
            yield f"{FILE}: other mediators than {list(example.mediators)} in the example {example.text!r}"
        reading = read_example(known, example.text)
        lines = [make_line(reading, sentence) for sentence in reading.sentences]
        shown.update(p.name for p in mediation.patterns for line in lines if any(p.find(line)))
    for text in mediation.counterexamples:
        if _told(known, text):
            yield f"{FILE}: a mediator is found in the counterexample {text!r}"
    for pattern in mediation.patterns:
        if pattern.name not in shown:
            yield f"{FILE}: no example shows what {pattern.source!r} is for"


def _told(codebook: Codebook, text: str) -> set[str]:
    """Return who is told to take part in exchanges beside the sides."""
    reading = read_example(codebook, text)
    swaps = (m for m in find_mentions(reading) if codebook.kinds[m.kind].file.mediated)
    return {party for swap in swaps for party in swap.parties} - set(reading.world.sides)
