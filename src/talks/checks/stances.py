"""Stances: each pattern is found in an example of its rule, and none in the rule's counterexamples."""

from __future__ import annotations

from collections.abc import Iterator

from talks.checks.example import invented, read_example
from talks.codebook import Codebook
from talks.patterns import Line
from talks.statements.said import line_of
from talks.statements.stances import rules_of, shows

__all__ = ["check_stances"]

WHERE = "lexicon/stances-en.toml"
SPEAKER = "Norland"  # whose words the examples are


def check_stances(codebook: Codebook) -> Iterator[str]:
    """Yield what is wrong with the rules of stance."""
    known = invented(codebook)
    for rule in codebook.stances.rules:
        lines = [_line(known, example) for example in rule.examples]
        for number, pattern in enumerate(rule.patterns, 1):
            if not any(shows(codebook.stances, rule, pattern, line) for line in lines):
                yield f"{WHERE}: {rule.name}: no example of pattern {number}"
        for example in rule.examples:
            if rule.name not in _found(known, example):
                yield f"{WHERE}: {rule.name} is not found in the example {example!r}"
        for example in rule.counterexamples:
            if rule.name in _found(known, example):
                yield f"{WHERE}: {rule.name} is found in the counterexample {example!r}"


def _line(codebook: Codebook, example: str) -> Line:
    reading = read_example(codebook, example)
    return line_of(reading, [(0, len(reading.text))], SPEAKER)


def _found(codebook: Codebook, example: str) -> set[str]:
    return {rule.name for rule in rules_of(codebook.stances, _line(codebook, example))}
