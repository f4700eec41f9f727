"""Patterns of stance (lexicon/stances-en.toml)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from talks.codebook.data import read_data
from talks.errors import CodebookError
from talks.models import Stance

__all__ = ["StanceRule", "load_stances"]


@dataclass(frozen=True, slots=True)
class StanceRule:
    """A stance and the pattern that shows it in what is said, lower case."""

    stance: Stance
    pattern: re.Pattern[str]
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


@cache
def load_stances(language: str = "en") -> tuple[StanceRule, ...]:
    """Read the rules of stance, in the order in which they are tried."""
    name = f"lexicon/stances-{language}.toml"
    out = []
    for number, row in enumerate(read_data(name)["rule"]):
        try:
            pattern = re.compile(row["find"])
        except re.error as error:
            raise CodebookError(name, f"rule {number + 1}: {error}", "correct the pattern") from error
        out.append(
            StanceRule(Stance(row["stance"]), pattern, tuple(row["examples"]), tuple(row["counterexamples"]))
        )
    return tuple(out)
