"""Stances: each rule is found in its examples and not in its counterexamples."""

from __future__ import annotations

from collections.abc import Iterator

from talks.codebook import Codebook

__all__ = ["check_stances"]

WHERE = "lexicon/stances-en.toml"


def check_stances(codebook: Codebook) -> Iterator[str]:
    """Yield what is wrong with the rules of stance."""
    for rule in codebook.stances:
        for example in rule.examples:
            if not rule.pattern.search(example):
                yield f"{WHERE}: {rule.stance} is not found in the example {example!r}"
        for example in rule.counterexamples:
            if rule.pattern.search(example):
                yield f"{WHERE}: {rule.stance} is found in the counterexample {example!r}"
