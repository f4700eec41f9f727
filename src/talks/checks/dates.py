"""Date rules: each finds what its examples mark, and nothing in its counterexamples."""

from __future__ import annotations

from collections.abc import Iterator

from talks.checks.example import marked, unmarked
from talks.codebook import Codebook
from talks.dates import EVERY_KIND, find_dates, load_grammar
from talks.dates.grammar import DateGrammar

__all__ = ["check_dates"]

WHERE = "lexicon/dates-en.toml"


def check_dates(_: Codebook) -> Iterator[str]:
    """Yield what is wrong with the rules of dates; these are the same for every codebook of a language."""
    grammar = load_grammar()
    for rule in (compiled.rule for compiled in grammar.rules):
        for example in rule.examples:
            text = unmarked(example.text)
            found = {text[a:b] for a, b in _spans(grammar, text, rule.kind)}
            if rule.name not in _rules(grammar, text) or found != {
                text[a:b] for a, b in marked(example.text)
            }:
                yield f"{WHERE}: rule {rule.name} finds {sorted(found)} in the example {example.text!r}"
        for text in rule.counterexamples:
            if rule.name in _rules(grammar, text):
                yield f"{WHERE}: rule {rule.name} finds a date in the counterexample {text!r}"


def _spans(grammar: DateGrammar, text: str, kind: str) -> list[tuple[int, int]]:
    found = find_dates(text, grammar=grammar, kinds=EVERY_KIND)
    return [(phrase.start, phrase.end) for phrase in found if phrase.kind == kind]


def _rules(grammar: DateGrammar, text: str) -> set[str]:
    found = find_dates(text, grammar=grammar, kinds=EVERY_KIND)
    return {phrase.rule.removeprefix("dates.") for phrase in found}
