"""Groups of words: without its words, the examples of a group are read otherwise, its counterexamples not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from talks.checks.example import invented, read_example
from talks.codebook import Codebook
from talks.codebook.shown import Shown
from talks.events import find_mentions

__all__ = ["check_words"]

UNTOLD = "untold"


def check_words(codebook: Codebook) -> Iterator[str]:
    """Yield what is wrong with the groups of words that tell what has become of a happening."""
    known = invented(codebook)
    for group in sorted(known.statuses.truth.keys() - known.statuses.shown.keys()):
        yield f"lexicon/statuses-en.toml: no example shows what truth.{group} is for"
    for group, shown in known.statuses.shown.items():
        truth = known.statuses.truth | {group: frozenset()}
        without = replace(known, statuses=replace(known.statuses, truth=truth))
        yield from (
            f"lexicon/statuses-en.toml: truth.{group}: {fault}" for fault in _faults(known, without, shown)
        )
    for group, shown in known.grammar.shown.items():
        words = known.grammar.words | {group: frozenset()}
        without = replace(known, grammar=replace(known.grammar, words=words))
        yield from (
            f"lexicon/grammar-en.toml: words.{group}: {fault}" for fault in _faults(known, without, shown)
        )


def _faults(known: Codebook, without: Codebook, shown: Shown) -> Iterator[str]:
    """Yield where a group, of which the second codebook knows no word, does not do what shows it."""
    for example in shown.examples:
        told = find_mentions(read_example(known, example.text))
        read = ", ".join(sorted({mention.status for mention in told})) or UNTOLD
        if read != example.status:
            yield f"it is {read}, not {example.status}, in the example {example.text!r}"
        if told == find_mentions(read_example(without, example.text)):
            yield f"its words make no difference in the example {example.text!r}"
    for text in shown.counterexamples:
        if find_mentions(read_example(known, text)) != find_mentions(read_example(without, text)):
            yield f"its words make a difference in the counterexample {text!r}"
