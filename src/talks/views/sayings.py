"""What was said, each once: statements that articles took from each other are one, with several sources."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from talks.likeness import Forest, alike, runs_of, words_of
from talks.models import Manner, Statement
from talks.store import Store
from talks.views.stands import Stands, load_stands

__all__ = ["Saying", "content_of", "copies_of", "said_once", "tells_again"]


@dataclass(frozen=True, slots=True)
class Saying:
    """A statement, told best, and the others that tell it, too."""

    statement: Statement
    copies: tuple[Statement, ...] = ()

    @property
    def all(self) -> tuple[Statement, ...]:
        """All that tell it, the best first."""
        return (self.statement, *self.copies)


def content_of(statement: Statement) -> str:
    """Return the words that are said, without those of the outlet about them."""
    quote, start = statement.evidence.quote, statement.evidence.span.start
    return " … ".join(quote[span.start - start : span.end - start] for span in statement.content)


def said_once(statements: Iterable[Statement]) -> list[Saying]:
    """Put together what is told several times, in order of date; the order given changes nothing.

    An unknown speaker may be anybody, so what one says is never put together.
    """
    rule, found = load_stands(), {statement.id: statement for statement in statements}
    by_speaker: defaultdict[tuple[str, str | None], list[Statement]] = defaultdict(list)
    for statement in found.values():
        by_speaker[statement.speaker or statement.id, statement.party].append(statement)
    forest = Forest()
    for said in by_speaker.values():
        for near in _neighbours(said, rule.copy_days):
            for one, two in _pairs(near, rule):
                forest.join(one, two)
    groups = forest.groups(sorted(found)).values()
    return sorted((_saying([found[key] for key in keys]) for keys in groups), key=_order)


def tells_again(statement: Statement, told: Iterable[Statement]) -> bool:
    """Tell whether a statement is one of those told before it, in another report."""
    same = [other for other in told if (other.speaker, other.party) == (statement.speaker, statement.party)]
    if statement.speaker is None or not same:
        return False
    return any(statement in saying.all and saying.copies for saying in said_once((*same, statement)))


def copies_of(store: Store, statement: Statement) -> list[Statement]:
    """Return the statements that tell the same, in order of date; what an unknown speaker said has none."""
    if statement.speaker is None:
        return []
    slack = dt.timedelta(days=load_stands().copy_days)
    first, last = statement.when.earliest, statement.when.latest
    since, until = (first - slack, last + slack) if first and last else (None, None)
    near = store.statements(speaker=statement.speaker, since=since, until=until)
    for saying in said_once((*near, statement)):
        if statement in saying.all:
            return [told for told in saying.all if told != statement]
    return []


def _neighbours(said: Collection[Statement], days: int) -> Iterator[list[Statement]]:
    """Yield statements that may be of the same days: not all of years are compared with each other."""
    undated = [statement for statement in said if not statement.when.known]
    weeks: defaultdict[int, list[Statement]] = defaultdict(list)
    for statement in said:
        first, last = statement.when.earliest, statement.when.latest
        if first and last:
            for week in range(first.toordinal() // days, (last.toordinal() + days) // days + 1):
                weeks[week].append(statement)
    yield from (near + undated for near in (weeks.values() if weeks else [[]]) if len(near + undated) > 1)


def _pairs(said: Collection[Statement], rule: Stands) -> Iterable[tuple[str, str]]:
    """Yield the ids of statements of one speaker that tell the same."""
    by_id = {statement.id: statement for statement in said}
    words = {key: words_of(content_of(statement)) for key, statement in by_id.items()}

    def fits(one: str, two: str) -> bool:
        return _near(by_id[one], by_id[two], rule.copy_days) and (
            words[one] == words[two] or _same_group(by_id[one], by_id[two], rule)
        )

    same: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for key, own in words.items():
        same[own].append(key)
    for keys in same.values():
        yield from ((one, two) for one, two in combinations(keys, 2) if fits(one, two))
    runs = {key: runs_of(own, rule.copy_run) for key, own in words.items()}
    yield from alike(runs, rule.copy_part, least=rule.copy_least, fits=fits)


def _same_group(one: Statement, two: Statement, rule: Stands) -> bool:
    """Tell whether two statements stand in one place: a word more can turn what is said round."""
    return rule.groups.get(one.stance) == rule.groups.get(two.stance)


def _near(one: Statement, two: Statement, days: int) -> bool:
    """Tell whether two statements stand in two articles of the same days, or in each other."""
    if one.article == two.article:
        return any(a.start < b.end and b.start < a.end for a in one.content for b in two.content)
    first, second = one.when, two.when
    if not (first.earliest and first.latest and second.earliest and second.latest):
        return True
    gap = max((second.earliest - first.latest).days, (first.earliest - second.latest).days)
    return gap <= days


def _saying(told: list[Statement]) -> Saying:
    """Choose who tells it best: the earliest day, then the most in the speaker's own words."""
    best, *rest = sorted(told, key=_order_of)
    return Saying(best, tuple(rest))


def _order_of(statement: Statement) -> tuple[object, ...]:
    when = statement.when
    day = (when.earliest is None, str(when.earliest), str(when.latest))
    return (*day, statement.manner is Manner.INDIRECT, -len(content_of(statement)), statement.id)


def _order(saying: Saying) -> tuple[object, ...]:
    return _order_of(saying.statement)
