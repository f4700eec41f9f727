"""Kinds: each example shows its kind and status, no counterexample does, and every trigger has an example."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from talks.checks.example import invented, read_example
from talks.codebook import Codebook
from talks.codebook.kinds import Example, Kind
from talks.events import find_mentions
from talks.events.finding import find_happenings
from talks.events.happenings import Happening
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
        told = _told(codebook, example.text, kind.id)
        yield from (f"{where}: {fault}" for fault in _faults(example, told, kind.id))
        shown.update(happening.rule for happening in told)
    for text in kind.file.counterexamples:
        for mention in find_mentions(read_example(codebook, text)):
            if mention.kind == kind.id:
                yield f"{where}: {mention.evidence[0].rule} finds one in the counterexample {text!r}"
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


def _faults(example: Example, told: Sequence[Happening], kind: str) -> Iterator[str]:
    """Yield what is wrong with the happenings that an example tells of."""
    if not told:
        yield f"no {kind} is found in the example {example.text!r}"
    read = {happening.status for happening in told} if example.status else set()
    for status in sorted(read - {example.status}):
        yield f"{kind} is {status}, not {example.status}, in the example {example.text!r}"


def _told(codebook: Codebook, example: str, kind: str) -> list[Happening]:
    """Return the happenings of a kind that an example tells of."""
    reading = read_example(codebook, example)
    found = (h for sentence in reading.sentences for h in find_happenings(reading, sentence))
    return [happening for happening in found if happening.kind == kind]
