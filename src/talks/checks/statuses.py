"""Statuses: in each example the marked happening has the status, in no counterexample."""

from __future__ import annotations

from collections.abc import Iterator

from talks.checks.example import invented, marked, read_example
from talks.codebook import Codebook
from talks.events.finding import find_happenings
from talks.models import Status

__all__ = ["check_statuses"]

WHERE = "lexicon/statuses-en.toml"


def check_statuses(codebook: Codebook) -> Iterator[str]:
    """Yield what is wrong with the patterns of statuses."""
    known = invented(codebook)
    for rule in codebook.statuses.rules:
        for example in rule.examples:
            if rule.status not in _statuses(known, example):
                yield f"{WHERE}: nothing is {rule.status} in the example {example!r}"
        for example in rule.counterexamples:
            if rule.status in _statuses(known, example):
                yield f"{WHERE}: something is {rule.status} in the counterexample {example!r}"


def _statuses(codebook: Codebook, example: str) -> set[Status]:
    """Return the statuses of what an example marks."""
    reading = read_example(codebook, example)
    heads = {reading.tokens.at(start) for start, _ in marked(example)}
    found = (h for sentence in reading.sentences for h in find_happenings(reading, sentence))
    return {happening.status for happening in found if happening.head in heads}
