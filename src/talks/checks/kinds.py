"""Kinds: each example shows its kind, no counterexample does, and every trigger is shown by an example."""

from __future__ import annotations

from collections.abc import Iterator

from talks.checks.example import invented, read_example
from talks.codebook import Codebook
from talks.codebook.kinds import Kind
from talks.events import find_mentions
from talks.events.finding import find_happenings
from talks.views.amounts import groups

__all__ = ["check_kinds"]


def check_kinds(codebook: Codebook) -> Iterator[str]:
    """Yield what is wrong with the files of kinds."""
    known = invented(codebook)
    for kind in codebook.kinds.values():
        yield from _check(known, kind)


def _check(codebook: Codebook, kind: Kind) -> Iterator[str]:
    where = f"kinds/{kind.id}.toml"
    shown: set[str] = set()
    for example in kind.file.examples:
        rules = _rules(codebook, example, kind.id)
        if not rules:
            yield f"{where}: no {kind.id} is found in the example {example!r}"
        shown |= rules
    for example in kind.file.counterexamples:
        for mention in find_mentions(read_example(codebook, example)):
            if mention.kind == kind.id:
                yield f"{where}: {mention.evidence[0].rule} finds one in the counterexample {example!r}"
    for trigger in kind.triggers:
        if trigger.name not in shown:
            yield f"{where}: no example shows what {trigger.name} is for"
    if kind.file.ledger is not None and kind.file.ledger not in groups():
        yield f"{where}: no group of units is called {kind.file.ledger!r}, which is its ledger"
    yield from _check_sorts(where, kind)


def _check_sorts(where: str, kind: Kind) -> Iterator[str]:
    for name, sort in kind.file.sorts.items():
        for example in sort.examples:
            if not sort.pattern.search(example):
                yield f"{where}: the words of the sort {name} are not found in the example {example!r}"
        for example in sort.counterexamples:
            if sort.pattern.search(example):
                yield f"{where}: the words of the sort {name} are found in the counterexample {example!r}"


def _rules(codebook: Codebook, example: str, kind: str) -> set[str]:
    reading = read_example(codebook, example)
    found = (h for sentence in reading.sentences for h in find_happenings(reading, sentence))
    return {happening.rule for happening in found if happening.kind == kind}
