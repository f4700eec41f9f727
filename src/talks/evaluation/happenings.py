"""Which mention of an export tells of which happening of the gold."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import Final, TypeVar

from talks.evaluation.alike import plain_names, plain_text, same_name
from talks.evaluation.days import is_compatible, is_right
from talks.evaluation.exported import ExportedMention
from talks.evaluation.gold import GoldEvent

__all__ = ["Happenings", "Match", "match_happenings", "shared"]

T = TypeVar("T")
LEAST: Final = 1.0  # affinity from which two records may be of one happening


@dataclass(frozen=True, slots=True)
class Match:
    """A happening of the gold and the mention that tells of it."""

    gold: GoldEvent
    got: ExportedMention

    @property
    def status(self) -> bool:
        """Whether the status is right."""
        return self.gold.status == self.got.status

    @property
    def date(self) -> bool:
        """Whether the date is right."""
        return is_right(self.gold, self.got)

    @property
    def place(self) -> bool | None:
        """Whether the place is right; None where the gold has none."""
        return same_name(self.gold.place, self.got.place) if self.gold.place else None

    @property
    def round(self) -> bool | None:
        """Whether the number of the round is right; None where the gold has none."""
        return self.gold.round == self.got.round if self.gold.round else None

    @property
    def counts(self) -> float | None:
        """The share of the figures of both that both have; None where the gold has none."""
        return shared(
            {(count.n, count.of) for count in self.gold.counts},
            {(count.n, count.of) for count in self.got.counts},
        )

    @property
    def parties(self) -> float | None:
        """The share of the parties of both that both have; None where the gold has none."""
        return shared(plain_names(self.gold.parties), plain_names(self.got.parties))

    @property
    def full(self) -> bool:
        """Whether status, date and place are all right."""
        return self.status and self.date and self.place is not False

    @property
    def faults(self) -> list[str]:
        """What is wrong, as `status proposed` or `date 2024-05`."""
        checked = (("status", self.status), ("date", self.date), ("place", self.place))
        return [f"{name} {getattr(self.got, name) or 'unknown'}" for name, right in checked if right is False]


@dataclass(frozen=True, slots=True)
class Happenings:
    """The happenings of one article: found, missed, and told of by mentions alone."""

    found: tuple[Match, ...]
    missed: tuple[GoldEvent, ...]
    spurious: tuple[ExportedMention, ...]


def match_happenings(gold: Sequence[GoldEvent], got: Sequence[ExportedMention]) -> Happenings:
    """Pair happenings with mentions, those first that fit best; none is in two pairs."""
    fits = ((_affinity(one, two), i, j) for i, one in enumerate(gold) for j, two in enumerate(got))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for fit, i, j in sorted(fits, key=lambda row: -row[0]):
        if fit >= LEAST and i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return Happenings(
        found=tuple(Match(gold[i], got[j]) for i, j in pairs.items()),
        missed=tuple(one for i, one in enumerate(gold) if i not in pairs),
        spurious=tuple(two for j, two in enumerate(got) if j not in taken),
    )


def shared(one: Set[T], two: Set[T]) -> float | None:
    """Return how much two sets share of what they hold together; None where the first is empty."""
    return len(one & two) / len(one | two) if one else None


def _affinity(gold: GoldEvent, got: ExportedMention) -> float:
    """Return how well two records fit; 0 where they can't be of one happening."""
    if gold.kind != got.kind or not is_compatible(gold, got):
        return 0.0
    fit = 1.0 + 1.0 * is_right(gold, got) + 0.7 * (gold.status == got.status)
    fit += _by_parties(gold, got) + _by_figures(gold, got)
    if gold.round and got.round:
        fit += 0.8 if gold.round == got.round else -1.5
    if gold.place and got.place:
        fit += 0.5 if same_name(gold.place, got.place) else -0.3
    fragment, quote = plain_text(gold.evidence), plain_text(got.evidence.text)
    return fit + 1.2 * (fragment in quote)


def _by_parties(gold: GoldEvent, got: ExportedMention) -> float:
    one, two = plain_names(gold.parties), plain_names(got.parties)
    if not one or not two:
        return 0.0
    return 0.5 * len(one & two) / len(one | two) if one & two else -0.8


def _by_figures(gold: GoldEvent, got: ExportedMention) -> float:
    one, two = ({count.n for count in record.counts} for record in (gold, got))
    if not one or not two:
        return 0.0
    return 0.6 if one & two else -0.3
