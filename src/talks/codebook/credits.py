"""How a text credits agencies and other outlets (lexicon/credits-en.toml)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from talks.codebook.data import read_data

__all__ = ["PLACES", "Credits", "load_credits"]

PLACES: Final = ("head", "foot", "inside")


@dataclass(frozen=True, slots=True)
class Credits:
    """Patterns by where they stand in a text, with a gap for the names of outlets, and examples."""

    ways: Mapping[str, tuple[str, ...]]
    examples: tuple[Mapping[str, str], ...]

    def naming(self, at: str, names: Iterable[str]) -> re.Pattern[str] | None:
        """Return the pattern of credits of some names, each as `name…`; None without any name."""
        found = "|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name))))
        if not found:
            return None
        ways = (
            way.replace("NAME", f"(?<!\\w)(?P<name{n}>{found})(?!\\w)") for n, way in enumerate(self.ways[at])
        )
        return re.compile("|".join(f"(?:{way})" for way in ways))


@cache
def load_credits(language: str = "en") -> Credits:
    """Read how a language credits outlets."""
    data = read_data(f"lexicon/credits-{language}.toml")
    lead = data["lead"]
    return Credits(
        ways={at: tuple(way.replace("LEAD", lead) for way in data[at].values()) for at in PLACES},
        examples=tuple(data["examples"]),
    )
