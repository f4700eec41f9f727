"""What has become of a happening: tables of verbs and patterns (lexicon/statuses-en.toml)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, Protocol

from talks.codebook.data import read_data
from talks.codebook.shown import Shown, read_shown
from talks.models import Status
from talks.patterns import Pattern, compile_pattern

__all__ = ["Statuses", "Verbs", "load_statuses"]

# The fields of `Statuses` that the data has as tables, and as sets of words.
TABLES: Final = ("subject", "object", "governor", "adjective", "time", "before", "label", "heads")
VERBS: Final = ("subject", "object", "passive")  # those in which verbs are looked up
SETS: Final = ("joining", "company", "absent", "subjunctive", "past", "never", "going")


@dataclass(frozen=True, slots=True)
class StatusRule:
    """A status with sentences in which the marked happening has it, and others in which it has not."""

    status: Status
    sources: tuple[str, ...]
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


class Lexeme(Protocol):
    """A verb: by its lemma, and by its `name`, the lemma with its particle."""

    lemma: str

    @property
    def name(self) -> str: ...


class Verbs(dict[str, Status]):
    """Statuses by verb, with its particle or without."""

    def of(self, verb: Lexeme) -> Status | None:
        """Return what a verb tells: call off, else call."""
        return self.get(verb.name) or self.get(verb.lemma)


@dataclass(frozen=True, slots=True)
class Statuses:
    """Lemmas to statuses, by how the happening hangs on the verb; patterns come first."""

    subject: Verbs
    object: Verbs
    passive: Verbs  # of either, as a passive's subject is both
    governor: dict[str, Status]
    adjective: dict[str, Status]
    time: dict[str, Status]
    before: dict[str, Status]
    label: dict[str, Status]
    heads: dict[str, Status]
    joining: frozenset[str]
    company: frozenset[str]  # prepositions before those whom the subject met
    absent: frozenset[str]  # prepositions before what there was not
    subjunctive: frozenset[str]  # verbs whose clause tells what is wanted: proposed that they meet
    past: frozenset[str]  # prepositions before what is over: after the talks
    never: frozenset[str]
    going: frozenset[str]  # verbs of those who set out to take part: flew to Castrel for talks
    truth: dict[str, frozenset[str]]  # words that tell what has not been, by what they say of it
    shown: dict[str, Shown]  # by groups of `truth`
    preposition: dict[tuple[str, str], Status]
    gerund: dict[tuple[str, str], Status]  # what stands before a verb in -ing: interested in holding
    idiom: dict[tuple[str, ...], Status]  # a verb and two words behind it: put on hold
    patterns: tuple[tuple[Status, Pattern], ...]
    anchored: dict[str, list[int]]  # numbers of patterns by words or lemmas of which every match holds one
    rules: tuple[StatusRule, ...]  # what the patterns were made of


@cache
def load_statuses(language: str = "en") -> Statuses:
    """Read the statuses of a language."""
    name = f"lexicon/statuses-{language}.toml"
    data = read_data(name)
    rules = tuple(_rule(row) for row in data["pattern"])
    truth = {
        name: frozenset(word.replace("_", " ") for word in words.split())
        for name, words in data["truth"].items()
    }
    lemmas: dict[str, Any] = {name: _table(data[name]) for name in TABLES}
    lemmas["passive"] = lemmas["subject"] | lemmas["object"]
    lemmas |= {name: Verbs(lemmas[name]) for name in VERBS}
    words: dict[str, Any] = {name: frozenset(data[name]["words"].split()) for name in SETS}
    patterns = tuple(
        (rule.status, compile_pattern(f"status.{rule.status}", source))
        for rule in rules
        for source in rule.sources
    )
    anchored: defaultdict[str, list[int]] = defaultdict(list)
    for number, (_, pattern) in enumerate(patterns):
        for anchor in pattern.anchors:
            anchored[anchor].append(number)
    return Statuses(
        **lemmas,
        **words,
        truth=truth,
        shown=read_shown(name, data),
        preposition=_pairs(data["preposition"]),
        gerund=_pairs(data["gerund"]),
        idiom={tuple(words.split()): Status(status) for words, status in data["idiom"].items()},
        patterns=patterns,
        anchored=dict(anchored),
        rules=rules,
    )


def _rule(row: dict[str, Any]) -> StatusRule:
    return StatusRule(
        Status(row["status"]), tuple(row["match"]), tuple(row["examples"]), tuple(row["counterexamples"])
    )


def _pairs(rows: dict[str, str]) -> dict[tuple[str, str], Status]:
    """Return statuses by a verb or word, and the word that goes with it: agree on, take part in."""
    pairs = {tuple(pair.rsplit(maxsplit=1)): Status(status) for pair, status in rows.items()}
    return {(one, two): status for (one, two), status in pairs.items()}


def _table(rows: dict[str, str]) -> dict[str, Status]:
    """Return statuses by word; `call_off` stands for a verb with its particle."""
    return {
        word.replace("_", " "): Status(status) for status, words in rows.items() for word in words.split()
    }
