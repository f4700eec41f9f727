"""Where a stance stands: for, conditional, against, or a demand (the rule is in positions.toml)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Final

from talks.models import Stance

__all__ = ["AXIS", "Group", "Stands", "load_stands"]


class Group(StrEnum):
    """Where a stance stands."""

    FOR = "for"
    CONDITIONAL = "conditional"
    AGAINST = "against"
    DEMAND = "demand"


AXIS: Final = frozenset({Group.FOR, Group.CONDITIONAL, Group.AGAINST})  # between which a party turns


@dataclass(frozen=True, slots=True)
class Stands:
    """The groups of stances, those that don't turn a party by themselves, and what is one statement."""

    groups: Mapping[Stance, Group]
    weak: frozenset[Stance]
    topics: tuple[str, ...]  # of the negotiation, in the order in which they are shown
    copy_days: int
    copy_run: int
    copy_part: float
    copy_least: int
    description: str


@cache
def load_stands() -> Stands:
    """Read the rule."""
    data = tomllib.loads(Path(__file__).with_name("positions.toml").read_text(encoding="utf-8"))
    own, copies = data["positions"], data["copies"]
    return Stands(
        groups={
            Stance(word): Group(group) for group, words in own["groups"].items() for word in words.split()
        },
        weak=frozenset(Stance(word) for word in own["weak"].split()),
        topics=tuple(data["topics"].split()),
        copy_days=copies["days"],
        copy_run=copies["run"],
        copy_part=copies["part"],
        copy_least=copies["least"],
        description=own["description"].strip(),
    )
