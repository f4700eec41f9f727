"""What was missed, read wrongly or told without ground, one record each: the work that is left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from talks.evaluation.exported import ExportedMention
from talks.evaluation.gold import GoldEvent
from talks.evaluation.results import PartResult

__all__ = ["Shown", "list_shown", "told_event"]

MISSED, WRONG, SPURIOUS = "missed", "wrong", "spurious"


@dataclass(frozen=True, slots=True)
class Shown:
    """A record of the gold that was missed or read wrongly, or one of the export that the gold has not.

    `told` names it as the gold does, or else the export; `but` says what is wrong; `rule` found it.
    """

    article: str
    sort: str
    record: str
    told: str
    evidence: str
    but: str = ""
    rule: str | None = None


def list_shown(results: Iterable[PartResult]) -> Iterator[Shown]:
    """Yield all that is not as the gold has it, in the order of the articles."""
    for result in results:
        yield from _events(result)
        yield from _statements(result)


def told_event(event: GoldEvent | ExportedMention) -> str:
    """Name a happening, e.g. `talks held 2024-03-12`."""
    return f"{event.kind} {event.status} {event.date or 'undated'}"


def _events(result: PartResult) -> Iterator[Shown]:
    found = result.happenings
    for event in found.missed:
        yield Shown(result.name, MISSED, "event", told_event(event), event.evidence)
    for match in found.found:
        gold, got = match.gold, match.got
        if not match.full:
            but, rule = _joined(match.faults), got.evidence.rule
            yield Shown(result.name, WRONG, "event", told_event(gold), gold.evidence, but, rule)
    for mention in found.spurious:
        quote = mention.evidence
        yield Shown(result.name, SPURIOUS, "event", told_event(mention), quote.text, rule=quote.rule)


def _statements(result: PartResult) -> Iterator[Shown]:
    for one in result.utterances.said:
        gold, got = one.gold, one.got
        if got is None:
            yield Shown(result.name, MISSED, "statement", gold.speaker, gold.evidence)
        elif not one.credited:
            but, rule = f"speaker {got.speaker or 'unknown'}", got.evidence.rule
            yield Shown(result.name, WRONG, "statement", gold.speaker, gold.evidence, but, rule)
    for statement in result.utterances.spurious:
        quote, speaker = statement.evidence, statement.speaker or "unknown"
        yield Shown(result.name, SPURIOUS, "statement", speaker, quote.text, rule=quote.rule)


def _joined(faults: Sequence[str]) -> str:
    return ", ".join(faults)
