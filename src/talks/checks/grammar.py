"""Second thoughts on classes: each one changes what its example marks, and nothing in its counterexample."""

from __future__ import annotations

from collections.abc import Iterator

from talks.checks.example import invented, marked, read_example
from talks.codebook import Codebook

__all__ = ["check_grammar"]

WHERE = "lexicon/grammar-en.toml"


def check_grammar(codebook: Codebook) -> Iterator[str]:
    """Yield what is wrong with the retag rules."""
    known = invented(codebook)
    for number, rule in enumerate(codebook.grammar.retags, 1):
        reading = read_example(known, rule.example)
        tokens = reading.tokens
        for start, end in marked(rule.example):
            got = set(reading.classes[tokens.at(start) : tokens.ending_by(end)])
            if got != {rule.to}:
                told = "".join(sorted(got))
                yield f"{WHERE}: retag {number} gives {told}, not {rule.to}, in {rule.example!r}"
