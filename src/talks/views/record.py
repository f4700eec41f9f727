"""Statements of record: those that a timeline shows beside events (the rule stands in positions.toml)."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path

from talks.likeness import words_of
from talks.models import Manner, Precision, Stance, Statement
from talks.views.frames import Frame
from talks.views.sayings import content_of, tells_again
from talks.views.stands import load_stands

__all__ = ["Rule", "load_rule", "of_record"]


@dataclass(frozen=True, slots=True)
class Rule:
    """What makes a statement one of record: posts, topics, ranked stances, and a number of words."""

    posts: frozenset[str]
    topics: frozenset[str]
    stances: tuple[Stance, ...]
    least_words: int
    hollow: frozenset[str]
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
        hollow=frozenset(data["hollow"].split()),
        description=data["description"].strip(),
    )


def of_record(statements: Iterable[Statement], frame: Frame) -> Iterator[Statement]:
    """Choose from statements in order of date: of each speaker, day and topic the best, told once."""
    rule, slack = load_rule(), dt.timedelta(days=load_stands().copy_days)
    fit = (statement for statement in statements if _is_of_record(statement, frame, rule))
    told: list[tuple[dt.date, Statement]] = []  # of the last days
    for day, said in groupby(fit, key=lambda statement: statement.when.earliest or dt.date.min):
        told = [(when, statement) for when, statement in told if day - when <= slack]
        best = _best(said, rule, [statement for _, statement in told])
        told += [(day, statement) for statement in best]
        yield from best


def _is_of_record(statement: Statement, frame: Frame, rule: Rule) -> bool:
    day = _day(statement)
    if day is None or statement.speaker is None or statement.party not in frame.parties:
        return False
    if statement.stance not in rule.stances or _topic(statement, rule) is None:
        return False
    return _says_enough(statement, rule) and frame.speaks(statement.speaker, day)


def _says_enough(statement: Statement, rule: Rule) -> bool:
    """Tell whether what is said has words enough, and says something without those before it."""
    words = words_of(content_of(statement))
    return len(words) >= rule.least_words and not rule.hollow.issuperset(words)


def _day(statement: Statement) -> dt.date | None:
    return statement.when.earliest if statement.when.precision is Precision.DAY else None


def _topic(statement: Statement, rule: Rule) -> str | None:
    """Return the first subject of a statement that is one of the negotiation."""
    return next((topic for topic in statement.topics if topic in rule.topics), None)


def _best(statements: Iterable[Statement], rule: Rule, told: Sequence[Statement]) -> list[Statement]:
    """Choose of each speaker and topic the best that was not told before."""
    chosen: dict[tuple[str | None, str | None], Statement] = {}
    for statement in sorted(statements, key=lambda s: _rank(s, rule)):
        key = statement.speaker, _topic(statement, rule)
        if key not in chosen and not tells_again(statement, (*told, *chosen.values())):
            chosen[key] = statement
    return sorted(chosen.values(), key=lambda s: (s.party or "", s.speaker or "", s.id))


def _rank(statement: Statement, rule: Rule) -> tuple[int, bool, int, str]:
    length = sum(span.end - span.start for span in statement.content)
    indirect = statement.manner is Manner.INDIRECT
    return (rule.stances.index(statement.stance), indirect, -length, statement.id)
