"""Triggers: patterns whose words show a happening of a kind, and what must be so beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal

from pydantic import Field, model_validator

from talks.codebook.data import read_data, validate
from talks.models import Record, Status
from talks.patterns import Pattern, compile_pattern

__all__ = ["Rows", "Trigger", "TriggerRow", "Who", "alternatives", "compile_rows", "load_encounters"]

Role = Literal["noun", "verb"]
Who = Literal["anyone", "leaders", "delegations", "sides", "officials", "pair", "visitor", "guest", "away"]
ENCOUNTERS = "encounters.toml"
JOURNEYS = ("visitor", "guest")
WORD_LISTS = ("unless", "unless_told", "unless_next", "of_whole", "among")


class TriggerRow(Record):
    """A trigger as a file writes it: a pattern, and what else must be so."""

    match: str
    who: Who = "anyone"
    unless: str = ""  # words that must not stand in what is matched, or before its head in the noun phrase
    base: Status = Status.HELD  # what a verb says by itself: to agree not to shoot is no truce held
    governors: str = (
        ""  # verbs one of which must govern it to be more than proposed: to have bodies is not to hand over
    )
    among: str = ""  # words one of which the article must have: an exchange of no prisoners is one of views
    unless_told: str = ""  # words that its sentence must not have: spoke on the sidelines is no call
    unless_next: str = ""  # words that must not follow: a call for peace is no call
    known: bool = False  # so called, it is there, whatever is told of it: the draft, Helvaria's peace plan
    sought: bool = False  # so called, it is told of where it is only wanted: a nuclear deal, not any deal
    of_whole: str = ""  # prepositions before a part of what it hangs on: a release of 3 in exchange for 90

    @model_validator(mode="before")
    @classmethod
    def _of_pattern(cls, row: Any) -> Any:
        return {"match": row} if isinstance(row, str) else row


class Rows(Record):
    """Triggers by name: of nouns, of verbs, and of phrases whose head is a verb."""

    nouns: dict[str, TriggerRow] = Field(default_factory=dict)
    verbs: dict[str, TriggerRow] = Field(default_factory=dict)
    patterns: dict[str, TriggerRow] = Field(default_factory=dict)


class Encounters(Record):
    """The file of rows that kinds of encounters share."""

    description: str
    groups: dict[str, Rows]


@dataclass(frozen=True, slots=True, eq=False)
class Trigger:
    """A pattern that shows a happening of a kind; `role` tells what its head is. Each is one of its own."""

    kind: str
    name: str
    pattern: Pattern
    role: Role
    who: Who
    unless: frozenset[str] = frozenset()
    unless_told: frozenset[str] = frozenset()
    unless_next: frozenset[str] = frozenset()
    of_whole: frozenset[str] = frozenset()
    governors: frozenset[str] = frozenset()
    among: frozenset[str] = frozenset()
    known: bool = False
    sought: bool = False
    base: Status = Status.HELD

    @property
    def journey(self) -> bool:
        """Whether it tells that somebody goes to where others are."""
        return self.who in JOURNEYS

    def barred_by(self, words: frozenset[str]) -> Trigger:
        """Return the trigger as it is where more words must not be told in its sentence."""
        return replace(self, unless_told=self.unless_told | words)


@cache
def load_encounters() -> dict[str, Rows]:
    """Read the rows that kinds of encounters share, by the name of their group."""
    return validate(Encounters, ENCOUNTERS, read_data(ENCOUNTERS)).groups


def compile_rows(kind: str, rows: Rows, who: Who | None = None) -> Iterator[Trigger]:
    """Yield the triggers of a kind that rows write; `who` must take part where they are shared."""
    roles: tuple[tuple[Role, dict[str, TriggerRow]], ...]
    roles = (("noun", rows.nouns), ("verb", rows.verbs), ("verb", rows.patterns))
    for role, named in roles:
        for name, row in named.items():
            taken = row.model_copy(update={"who": who}) if who else row
            yield _compile(kind, name, role, taken)


def alternatives(words: str) -> frozenset[str]:
    """Return the words that a file writes with bars between them."""
    return frozenset(filter(None, words.split("|")))


def _compile(kind: str, name: str, role: Role, row: TriggerRow) -> Trigger:
    rule = f"{kind}.{name}"
    words = {field: alternatives(getattr(row, field)) for field in WORD_LISTS}
    return Trigger(
        kind=kind,
        name=rule,
        pattern=compile_pattern(rule, row.match),
        role=role,
        who=row.who,
        governors=frozenset(row.governors.split()),
        known=row.known,
        sought=row.sought,
        base=row.base,
        **words,
    )
