"""Which statement of an export is which utterance of the gold: by its place and its speaker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from talks.evaluation.alike import plain_text, same_name, same_speaker
from talks.evaluation.exported import ExportedStatement
from talks.evaluation.gold import GoldStatement
from talks.evaluation.happenings import shared

__all__ = ["Said", "Utterances", "match_utterances"]

LONGEST: Final = 1500  # characters; what is longer is the article, not an utterance
NEAR: Final = 350  # characters within which one long utterance may be cut into several records

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Said:
    """An utterance of the gold, and the first statement that credits it rightly, or else touches it."""

    gold: GoldStatement
    got: ExportedStatement | None
    credited: bool

    @property
    def found(self) -> bool:
        """Whether some statement touches it."""
        return self.got is not None

    @property
    def topics(self) -> float | None:
        """The share of all topics that both have; None where the gold has none, or it isn't credited."""
        return shared(set(self.gold.topics), set(self.got.topics)) if self.got and self.credited else None

    @property
    def stance(self) -> bool | None:
        """Whether the stance is right; None where the gold has none, or it isn't credited."""
        known = self.got and self.credited and self.gold.stance
        return self.gold.stance == self.got.stance if known and self.got else None

    @property
    def party(self) -> bool | None:
        """Whether the party is right; None where the gold has none, or it isn't credited."""
        known = self.got and self.credited and self.gold.party
        return same_name(self.gold.party, self.got.party) if known and self.got else None


@dataclass(frozen=True, slots=True)
class Utterances:
    """The utterances of one article, and its statements: those that are right and those that are of none."""

    said: tuple[Said, ...]
    right: tuple[ExportedStatement, ...]
    spurious: tuple[ExportedStatement, ...]


def match_utterances(
    gold: Sequence[GoldStatement], got: Sequence[ExportedStatement], text: str
) -> Utterances:
    """Hold statements against utterances; `text` is the article's, as `plain_text` writes it."""
    spans = [(one, span) for one in got if (span := _span(one, text))]
    spots = [(one, text.find(plain_text(one.evidence))) for one in gold]
    said: list[Said] = []
    right: set[str] = set()
    for one, spot in spots:
        touching = [two for two, span in spans if _touches(one, spot, span)]
        credited = [two for two in touching if same_speaker(one.speaker, two.speaker)]
        said.append(Said(one, next(iter(credited or touching), None), bool(credited)))
        right.update(two.id for two in credited)
    right.update(two.id for two, span in spans if _goes_on(two, span, spots))
    return Utterances(
        said=tuple(said),
        right=tuple(two for two in got if two.id in right),
        spurious=tuple(two for two in got if two.id not in right),
    )


def _span(statement: ExportedStatement, text: str) -> Place | None:
    """Return where the words of a statement stand."""
    words = plain_text(statement.evidence.text)
    at = text.find(words)
    return (at, at + len(words)) if at >= 0 and len(words) <= LONGEST else None


def _touches(gold: GoldStatement, spot: int, span: Place) -> bool:
    return spot >= 0 and span[0] <= spot + len(plain_text(gold.evidence)) and spot <= span[1]


def _goes_on(statement: ExportedStatement, span: Place, spots: Sequence[tuple[GoldStatement, int]]) -> bool:
    """Tell whether a statement stands near an utterance of the same speaker."""
    return any(
        spot >= 0
        and min(abs(spot - span[0]), abs(spot - span[1])) <= NEAR
        and same_speaker(gold.speaker, statement.speaker)
        for gold, spot in spots
    )
