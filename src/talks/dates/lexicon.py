"""The data file of the date grammar, as records: classes of words, and rules with their examples."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from talks.dates.phrase import Kind, Relation
from talks.models import Record

__all__ = ["Example", "Lexicon", "Rule"]

Value = int | str


class WordClass(Record):
    """Words of one class with what each is worth; 1 where only the class counts."""

    case: Literal["any", "title"] = "any"
    words: tuple[str, ...] = ()
    includes: tuple[str, ...] = ()
    values: Annotated[dict[str, Value], Field(default_factory=dict)]


class Example(Record):
    """A text with what is found in it in brackets, and the date that it is."""

    text: str
    edtf: str | None = None
    published: date = date(2025, 6, 11)
    tense: Literal["past", "future", "present"] | None = None
    previous: str | None = None


class Rule(Record):
    """One rule as the data file says it."""

    name: str
    head: tuple[str, ...]
    beside: Annotated[tuple[str, ...], Field(alias="with")] = ()
    means: str
    kind: Kind = "date"
    fixed: Annotated[dict[str, Value | bool], Field(alias="set", default_factory=dict)]
    pattern: str
    examples: tuple[Example, ...]
    counterexamples: Annotated[tuple[str, ...], Field(min_length=1)]


def _filled(classes: dict[str, WordClass]) -> dict[str, WordClass]:
    """Give each class the worth of all its words."""
    return {name: _with_values(members, classes) for name, members in classes.items()}


def _with_values(members: WordClass, classes: Mapping[str, WordClass]) -> WordClass:
    missing = [name for name in members.includes if name not in classes]
    if missing:
        raise ValueError(f"there is no class {missing[0]}")
    taken = {word: worth for name in members.includes for word, worth in classes[name].values.items()}
    return members.model_copy(update={"values": dict.fromkeys(members.words, 1) | taken | members.values})


class Lexicon(Record):
    """The data file."""

    language: str
    classes: Annotated[dict[str, WordClass], Field(alias="class"), AfterValidator(_filled)]
    saying: dict[str, Value]
    fragment: dict[str, str]
    relation: dict[str, Relation]
    gap: dict[str, frozenset[str]]
    tense: dict[str, tuple[str, ...]]
    printed: dict[str, frozenset[str]]
    clue: dict[str, tuple[str, ...]]
    rule: tuple[Rule, ...]
