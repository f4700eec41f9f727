"""A date phrase as it stands in an article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from talks.dates.meaning import Meaning
from talks.models import When

__all__ = ["DATES", "EVERY_KIND", "DatePhrase", "Entry", "Kind", "Relation"]

Relation = Literal["on", "since", "until", "before", "after", "by"]
Kind = Literal["date", "vague", "time", "duration", "set"]

DATES: frozenset[Kind] = frozenset({"date"})
EVERY_KIND: frozenset[Kind] = frozenset({"date", "vague", "time", "duration", "set"})


class DatePhrase(NamedTuple):
    """Words that tell a date, the rule that found them, and what they mean.

    Spans count characters of the article. `relation` is how the happening stands to the date: "since" it,
    "until" it; `clock` is the time of day told with it, as HH:MM or a part of the day; `parts` are the dates
    told within it, such as the two ends of "from 29 March to 3 April". `kind` sets apart what only sounds
    like a date: `vague` ("now", "recently"), `time`, `duration` and `set` ("every Monday").
    """

    start: int
    end: int
    rule: str
    meaning: Meaning
    kind: Kind = "date"
    relation: Relation = "on"
    clock: str | None = None
    parts: tuple[DatePhrase, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a chronicle: its day, where that stands in the text, whether a date or a time heads it."""

    when: When
    start: int
    dated: bool
