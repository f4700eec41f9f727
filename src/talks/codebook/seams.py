"""What stands between articles that are glued together (lexicon/seams-en.toml)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from talks.codebook.data import read_data

__all__ = ["SeamSigns", "load_seam_signs"]


@dataclass(frozen=True, slots=True)
class SeamSigns:
    """Patterns of lines between articles, and how much each sign says that a new one begins."""

    roles: re.Pattern[str]
    number: re.Pattern[str]  # that leads a headline
    heading: re.Pattern[str]
    dated: re.Pattern[str]  # a paragraph that begins with its article's date
    goes_on: re.Pattern[str]
    closing: frozenset[str]  # kinds of page chrome that close an article
    closing_words: re.Pattern[str]
    weights: Mapping[str, int]
    enough: int
    examples: tuple[Mapping[str, str], ...]

    def role_of(self, line: str) -> str | None:
        """Return what a line is by its form, if it is no running text: "ruler", "title", "page"."""
        found = self.roles.match(line)
        return next((role for role in found.groupdict() if found[role] is not None), None) if found else None


@cache
def load_seam_signs(language: str = "en") -> SeamSigns:
    """Read what stands between articles in a language."""
    data = read_data(f"lexicon/seams-{language}.toml")
    ways = "|".join(f"(?P<{role}>{way})" for role, way in data["roles"].items())
    return SeamSigns(
        roles=re.compile(ways, re.IGNORECASE),
        number=re.compile(data["leading"]["number"], re.IGNORECASE),
        heading=re.compile(data["leading"]["heading"]),
        dated=re.compile(data["leading"]["dated"]),
        goes_on=re.compile(data["goes_on"]["first"], re.IGNORECASE),
        closing=frozenset(data["closing"]["chrome"]),
        closing_words=re.compile(data["closing"]["words"], re.IGNORECASE),
        weights=data["weights"],
        enough=data["limits"]["enough"],
        examples=tuple(data["examples"]),
    )
