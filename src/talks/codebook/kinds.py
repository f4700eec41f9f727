"""Kinds of happenings (kinds/*.toml): one file each, found by discovery."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import PurePosixPath
from typing import Any

from pydantic import Field, model_validator

from talks.codebook.data import data_files, read_data, validate
from talks.codebook.sorts import Sort
from talks.codebook.triggers import Rows, Trigger, Who, alternatives, compile_rows, load_encounters
from talks.errors import CodebookError
from talks.headlines import WHAT, faults
from talks.kinds import Traits
from talks.models import Record, Status

__all__ = ["Example", "Kind", "KindFile", "load_kinds"]

Templates = tuple[str, ...]


class Example(Record):
    """A sentence that tells of a happening of the kind, and its status by that sentence."""

    text: str
    status: Status | None = None  # None: a plain sentence, of which readers may say one thing or another

    @model_validator(mode="before")
    @classmethod
    def _of_sentence(cls, row: Any) -> Any:
        return {"text": row} if isinstance(row, str) else row


class Headlines(Record):
    """How an event of a kind is put into one line, by status; see `talks.headlines` for the templates."""

    what: Templates
    names: dict[str, str] = Field(default_factory=dict)  # what `{name}` is, by rule
    several: dict[str, str] = Field(default_factory=dict)  # what `{several}` is, by rule
    held: Templates = ()
    ongoing: Templates = ()
    agreed: Templates = ()
    planned: Templates = ()
    proposed: Templates = ()
    paused: Templates = ()
    cancelled: Templates = ()
    rejected: Templates = ()
    unscheduled: Templates = ()

    @model_validator(mode="after")
    def _always_fits(self) -> Headlines:
        found = faults(self.what)
        for status in Status:
            templates = getattr(self, status.value)
            found += faults(templates, also=[WHAT]) if templates else []
        if found:
            raise ValueError(found[0])
        return self


class KindFile(Traits, Rows):
    """A kind's file."""

    description: str
    label: str
    headlines: Headlines
    default_sides: bool = False
    has_place: bool = True
    governors: str = ""  # verbs one of which must govern it; none: any or no verb
    speaking: str = ""  # verbs by which it says what is in it, so that there is one: a joint statement said
    prior: bool = False  # where several kinds claim one word, it is this one
    plans_are: Status = Status.PLANNED  # what a plan of it is: an exchange that is to come was agreed
    weak: Status = Status.HELD  # what a bare mention says: of a truce, only that somebody speaks of one
    persons: bool = False  # it is somebody's: a call of nobody is none
    sought: bool = True  # it counts, too, where it is only proposed: not a deal that somebody would like
    at_encounters: bool = False  # done at encounters, whose day and place are its own: a list is handed over
    figured: bool = False  # its figures tell one from another: a swap of 300 is not the swap of 1,000
    mediated: bool = False  # who mediates takes part in it, as in an exchange
    terms: bool = False  # its figures are its terms: on one day, two figures are two of them
    terms_of: tuple[str, ...] = ()  # of what they are: people brought out in a truce are no term of it
    of_leaders: bool = False  # heads of state hold it: of two sides, when a side wants it and names nobody
    precedence: int = 0  # of encounters in one place on one day, it is the highest that is meant
    parts: tuple[str, ...] = ()  # triggers of what belongs to another told beside it: corridors, to a truce
    heads: tuple[str, ...] = ()  # words over tables and lists of it
    series: bool = False  # one follows another: a plan for one, without a day, is of the next
    sorts: dict[str, Sort] = Field(default_factory=dict)  # what tells one from another by words
    units: dict[str, str] = Field(
        default_factory=dict
    )  # words counted → what a count is of; "*" for a bare number
    alone: dict[str, str] = Field(
        default_factory=dict
    )  # what a count is of where nothing is told apart: soldiers are the prisoners, but beside civilians
    examples: tuple[Example, ...]
    counterexamples: tuple[str, ...]
    unless_told: str = ""  # words that no sentence has that tells of one: the drowned fell in no war
    shared: dict[str, Who] = Field(default_factory=dict)  # groups of encounters.toml → who must take part

    @property
    def handover(self) -> bool:
        """Whether those or that which is counted changes hands, as in a swap: its figures are no terms."""
        return self.figured and not self.terms

    @property
    def contact(self) -> bool:
        """Whether people meet, or speak, by it: an encounter or a call."""
        return self.encounter or self.persons

    def sorts_in(self, sentence: str) -> frozenset[str]:
        """Return the sorts that the words of a sentence tell."""
        if not self._any_sort.search(sentence):
            return frozenset()
        return frozenset(name for name, sort in self.sorts.items() if sort.pattern.search(sentence))

    @cached_property
    def _any_sort(self) -> re.Pattern[str]:
        return re.compile("|".join(sort.pattern.pattern for sort in self.sorts.values()), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of happening, ready for use."""

    id: str
    file: KindFile
    triggers: tuple[Trigger, ...]


@cache
def load_kinds() -> dict[str, Kind]:
    """Read all kinds, in alphabetical order of their files."""
    return {kind.id: kind for kind in map(_load, data_files("kinds"))}


def _load(name: str) -> Kind:
    file = validate(KindFile, name, read_data(name))
    kind, known = PurePosixPath(name).stem, load_encounters()
    for group in file.shared:
        if group not in known:
            raise CodebookError(name, f"shared.{group}: no such group of rows", "name one of encounters.toml")
    taken = (row for group, who in file.shared.items() for row in compile_rows(kind, known[group], who))
    barred = alternatives(file.unless_told)
    triggers = (row.barred_by(barred) if barred else row for row in (*taken, *compile_rows(kind, file)))
    return Kind(id=kind, file=file, triggers=tuple(triggers))
