"""Statements of record: those that a timeline shows beside events (the rule stands in positions.toml)."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path

from talks.models import Manner, Precision, Stance, Statement
from talks.views.frames import Frame

__all__ = ["Rule", "load_rule", "of_record"]


@dataclass(frozen=True, slots=True)
class Rule:
    """What makes a statement one of record: posts, topics, ranked stances, and a number of words."""

    posts: frozenset[str]
    topics: frozenset[str]
    stances: tuple[Stance, ...]
    least_words: int
    description: str


@cache
def load_rule() -> Rule:
    """Read the rule."""
    data = tomllib.loads(Path(__file__).with_name("positions.toml").read_text(encoding="utf-8"))
    return Rule(
        posts=frozenset(post.strip() for post in data["posts"].split("|")),
        topics=frozenset(data["topics"].split()),
        stances=tuple(Stance(stance) for stance in data["stances"].split()),
        least_words=data["least_words"],
        description=data["description"].strip(),
    )


def of_record(statements: Iterable[Statement], frame: Frame) -> Iterator[Statement]:
    """Choose from statements in order of date: of each speaker, day and topic the best."""
    rule = load_rule()
    fit = (statement for statement in statements if _is_of_record(statement, frame, rule))
    for _, said in groupby(fit, key=lambda statement: statement.when.earliest):
        yield from _best(said, rule)


def _is_of_record(statement: Statement, frame: Frame, rule: Rule) -> bool:
    day = _day(statement)
    if day is None or statement.speaker is None or statement.party not in frame.parties:
        return False
    if statement.stance not in rule.stances or _topic(statement, rule) is None:
        return False
    return _words(statement) >= rule.least_words and frame.speaks(statement.speaker, day)


def _words(statement: Statement) -> int:
    start = statement.evidence.span.start
    spans = ((span.start - start, span.end - start) for span in statement.content)
    return sum(len(statement.evidence.quote[first:last].split()) for first, last in spans)


def _day(statement: Statement) -> dt.date | None:
    return statement.when.earliest if statement.when.precision is Precision.DAY else None


def _topic(statement: Statement, rule: Rule) -> str | None:
    """Return the first subject of a statement that is one of the negotiation."""
    return next((topic for topic in statement.topics if topic in rule.topics), None)


def _best(statements: Iterable[Statement], rule: Rule) -> list[Statement]:
    chosen: dict[tuple[str | None, str | None], Statement] = {}
    for statement in sorted(statements, key=lambda s: _rank(s, rule)):
        chosen.setdefault((statement.speaker, _topic(statement, rule)), statement)
    return sorted(chosen.values(), key=lambda s: (s.party or "", s.speaker or "", s.id))


def _rank(statement: Statement, rule: Rule) -> tuple[int, bool, int, str]:
    length = sum(span.end - span.start for span in statement.content)
    indirect = statement.manner is Manner.INDIRECT
    return (rule.stances.index(statement.stance), indirect, -length, statement.id)
