"""The figures of an evaluation: over all articles of the gold, each record counting alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations
from typing import Final

from talks.evaluation.happenings import Match
from talks.evaluation.results import PartResult
from talks.evaluation.utterances import Said

__all__ = ["Figures", "Score", "figures_of", "mean"]

DECIMALS: Final = 3


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and their harmonic mean; how many the gold has, and how many were told."""

    precision: float
    recall: float
    f1: float
    gold: int | None = None
    got: int | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures; None where the gold has nothing to measure by. docs/quality.md says what each means."""

    articles: int
    absent: int
    published: float | None
    event: Score
    event_full: float
    status: float | None
    date: float | None
    place: float | None
    round: float | None
    counts: float | None
    parties: float | None
    statement: Score
    speaker: float | None
    party: float | None
    topics: float | None
    stance: float | None
    timeline: Score
    verbatim: float | None


def figures_of(results: Sequence[PartResult]) -> Figures:
    """Compute the figures."""
    found = [match for result in results for match in result.happenings.found]
    said = [one for result in results for one in result.utterances.said]
    missed = sum(len(result.happenings.missed) for result in results)
    told = len(found) + sum(len(result.happenings.spurious) for result in results)
    full = sum(match.full for match in found)
    return Figures(
        articles=len(results),
        absent=sum(not result.present for result in results),
        published=mean(result.published for result in results),
        event=_score(len(found), told, len(found), len(found) + missed),
        event_full=_score(full, told, full, len(found) + missed).f1,
        **_of_happenings(found),
        statement=_of_statements(results, said),
        speaker=mean(one.credited for one in said if one.found),
        party=mean(one.party for one in said),
        topics=mean(one.topics for one in said),
        stance=mean(one.stance for one in said),
        timeline=_of_links(results),
        verbatim=mean(chain.from_iterable(result.verbatim for result in results)),
    )


def mean(values: Iterable[float | None]) -> float | None:
    """Return the mean of what is known, or None if nothing is."""
    known = [value for value in values if value is not None]
    return round(sum(known) / len(known), DECIMALS) if known else None


def _of_happenings(found: Sequence[Match]) -> dict[str, float | None]:
    names = ("status", "date", "place", "round", "counts", "parties")
    return {name: mean(getattr(match, name) for match in found) for name in names}


def _of_statements(results: Sequence[PartResult], said: Sequence[Said]) -> Score:
    right = sum(len(result.utterances.right) for result in results)
    told = right + sum(len(result.utterances.spurious) for result in results)
    return _score(right, told, sum(one.credited for one in said), len(said))


def _of_links(results: Sequence[PartResult]) -> Score:
    """Count, over pairs of mentions in different files, whether they are one event in gold and export."""
    both = one_event = one_happening = 0
    for (file, canon, event), (other, canon2, event2) in combinations(_linked(results), 2):
        if file != other:
            both += canon == canon2 and event == event2
            one_event += event == event2
            one_happening += canon == canon2
    score = _score(both, one_event, both, one_happening)
    return Score(score.precision, score.recall, score.f1)


def _linked(results: Sequence[PartResult]) -> Iterator[tuple[str, str, str]]:
    for result in results:
        for match in result.happenings.found:
            if match.gold.canon and match.got.event:
                yield result.file.id, match.gold.canon, match.got.event


def _score(right: int, told: int, found: int, gold: int) -> Score:
    p = right / told if told else 0.0
    r = found / gold if gold else 0.0
    f1 = 2 * p * r / (p + r) if p + r else 0.0
    return Score(round(p, DECIMALS), round(r, DECIMALS), round(f1, DECIMALS), gold, told)
