"""What two exports found of the same gold: gains and losses, article by article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from talks.evaluation.listing import told_event
from talks.evaluation.results import PartResult

__all__ = ["Change", "Changed", "compare"]

MISSED, FOUND, RIGHT = "missed", "found", "right"
RANK = (MISSED, FOUND, RIGHT)
Key = tuple[str, int, str]  # record, its number, its words
State = tuple[str, str]  # what it is, how it was read


@dataclass(frozen=True, slots=True)
class Change:
    """A record of the gold of which another state is reached than before: missed, found, right."""

    record: str
    what: str
    evidence: str
    before: str
    after: str

    @property
    def is_gain(self) -> bool:
        """Whether it is for the better."""
        return RANK.index(self.after) > RANK.index(self.before)


@dataclass(frozen=True, slots=True)
class Changed:
    """What has changed in one article; `spurious` is how many more records are without ground."""

    article: str
    changes: tuple[Change, ...]
    spurious: int


def compare(before: Sequence[PartResult], after: Sequence[PartResult]) -> list[Changed]:
    """Return the articles in which something changed; both are results of the same gold."""
    found = [_article(old, new) for old, new in zip(before, after, strict=True)]
    return [one for one in found if one.changes or one.spurious]


def _article(old: PartResult, new: PartResult) -> Changed:
    was = {key: state for key, (_, state) in _states(old)}
    changes = (
        Change(key[0], what, key[2], was.get(key, MISSED), state) for key, (what, state) in _states(new)
    )
    changed = tuple(change for change in changes if change.before != change.after)
    return Changed(new.name, changed, _spurious(new) - _spurious(old))


def _states(result: PartResult) -> Iterator[tuple[Key, State]]:
    """Yield how each record of the gold was read."""
    if result.gold.published:
        yield ("article", 0, ""), ("published", RIGHT if result.published else MISSED)
    found = {id(match.gold): RIGHT if match.full else FOUND for match in result.happenings.found}
    for n, event in enumerate(result.gold.events):
        yield ("event", n, event.evidence), (told_event(event), found.get(id(event), MISSED))
    for n, one in enumerate(result.utterances.said):
        state = RIGHT if one.credited else FOUND if one.found else MISSED
        yield ("statement", n, one.gold.evidence), (one.gold.speaker, state)


def _spurious(result: PartResult) -> int:
    return len(result.happenings.spurious) + len(result.utterances.spurious)
