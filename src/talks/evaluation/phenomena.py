"""The figures by phenomenon: by kind, status, precision of the date, manner of statement, stance, tag."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from talks.evaluation.happenings import Match
from talks.evaluation.results import PartResult

__all__ = ["Phenomenon", "phenomena_of"]


@dataclass(frozen=True, slots=True)
class Phenomenon:
    """Records of one sort: how many the gold has, how many were found, and of these right.

    `right` means, of events by kind, role and tag: status, date and place; by status: the status; by
    precision: the date. Of statements: by stance, the stance; else the speaker. `spurious` counts what the
    export tells of the sort and the gold has not; None where an export can't tell the sort.
    """

    record: str
    by: str
    value: str
    gold: int
    found: int
    right: int
    spurious: int | None


Row = tuple[str, bool, bool]  # a value, whether the record was found, whether it is right


def phenomena_of(results: Sequence[PartResult]) -> list[Phenomenon]:
    """Count by phenomenon; sorts of the same list stand together, the most frequent first."""
    return [*_of_events(results), *_of_statements(results)]


def _of_events(results: Sequence[PartResult]) -> Iterator[Phenomenon]:
    spurious = [mention for result in results for mention in result.happenings.spurious]
    yield from _counted("event", "kind", _events(results, "kind", _full), (m.kind for m in spurious))
    yield from _counted("event", "status", _events(results, "status", _status), (m.status for m in spurious))
    dates = (mention.fineness for mention in spurious)
    yield from _counted("event", "precision", _events(results, "fineness", _date), dates)
    yield from _counted("event", "role", _events(results, "role", _full), None)
    by_tag = (
        (tag, *row[1:])
        for result in results
        for row in _events([result], "kind", _full)
        for tag in result.tags
    )
    tags = (tag for result in results for _ in result.happenings.spurious for tag in result.tags)
    yield from _counted("event", "tag", by_tag, tags)


def _of_statements(results: Sequence[PartResult]) -> Iterator[Phenomenon]:
    said = [one for result in results for one in result.utterances.said]
    spurious = [statement for result in results for statement in result.utterances.spurious]
    manners = ((str(one.gold.manner), one.found, one.credited) for one in said if one.gold.manner)
    yield from _counted("statement", "manner", manners, (str(one.manner) for one in spurious))
    stances = ((str(one.gold.stance), one.credited, bool(one.stance)) for one in said if one.gold.stance)
    yield from _counted("statement", "stance", stances, (str(one.stance) for one in spurious))
    topics = ((topic, one.found, one.credited) for one in said for topic in one.gold.topics)
    yield from _counted("statement", "topic", topics, (topic for one in spurious for topic in one.topics))
    by_tag = (
        (tag, one.found, one.credited)
        for result in results
        for one in result.utterances.said
        for tag in result.tags
    )
    tags = (tag for result in results for _ in result.utterances.spurious for tag in result.tags)
    yield from _counted("statement", "tag", by_tag, tags)


def _events(results: Sequence[PartResult], field: str, right: Callable[[Match], bool]) -> Iterator[Row]:
    for result in results:
        for match in result.happenings.found:
            if value := getattr(match.gold, field):
                yield str(value), True, right(match)
        for event in result.happenings.missed:
            if value := getattr(event, field):
                yield str(value), False, False


def _full(match: Match) -> bool:
    return match.full


def _status(match: Match) -> bool:
    return match.status


def _date(match: Match) -> bool:
    return match.date


def _counted(
    record: str, by: str, rows: Iterable[Row], spurious: Iterable[str] | None
) -> Iterator[Phenomenon]:
    groups: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row[0]].append(row)
    extra = Counter(spurious or ())
    for value in sorted({*groups, *extra}, key=lambda value: (-len(groups[value]), value)):
        found, right = sum(row[1] for row in groups[value]), sum(row[2] for row in groups[value])
        without = None if spurious is None else extra[value]
        yield Phenomenon(record, by, value, len(groups[value]), found, right, without)
