"""What stands on a page but is not the article (lexicon/chrome-en.toml)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from talks.codebook.data import read_data

__all__ = ["Chrome", "load_chrome"]


@dataclass(frozen=True, slots=True)
class Chrome:
    """Patterns of lines: chrome, what ends an article, what begins one."""

    lines: re.Pattern[str]
    inside: dict[str, re.Pattern[str]]  # by words that each needs, in lower case
    credits: dict[str, re.Pattern[str]]  # of pictures, in the same way
    prefixes: re.Pattern[str]
    ends: re.Pattern[str]
    links: re.Pattern[str]
    dateline: re.Pattern[str]
    date_line: re.Pattern[str]

    def covers(self, line: str) -> bool:
        """Tell a line of page chrome, or one that credits a picture."""
        return self.is_chrome(line) or self.credit_in(line) is not None

    def is_chrome(self, line: str) -> bool:
        """Tell a line of page chrome, whatever its length."""
        return bool(self.lines.match(line)) or _search(self.inside, line) is not None

    def leads_on(self, line: str) -> bool:
        """Tell a line that only leads to other articles: More to read."""
        return self.links.match(line) is not None

    def credit_in(self, line: str) -> re.Match[str] | None:
        """Return the words of a line that credit a picture."""
        return _search(self.credits, line)


@cache
def load_chrome(language: str = "en") -> Chrome:
    """Read the page chrome of a language."""
    data = read_data(f"lexicon/chrome-{language}.toml")
    return Chrome(
        lines=_any(data["lines"]),
        inside=_each(data["inside"]),
        credits=_each(data["credits"]),
        prefixes=re.compile("|".join(data["prefixes"].values())),
        ends=_any(data["ends"]),
        links=_any(data["links"]),
        dateline=re.compile(data["starts"]["dateline"]),
        date_line=re.compile(data["starts"]["date_line"], re.IGNORECASE),
    )


def _search(ways: dict[str, re.Pattern[str]], line: str) -> re.Match[str] | None:
    lower = line.lower()
    found = (pattern.search(line) for words, pattern in ways.items() if words in lower)
    return next(filter(None, found), None)


def _each(patterns: dict[str, str]) -> dict[str, re.Pattern[str]]:
    return {words: re.compile(pattern, re.IGNORECASE) for words, pattern in patterns.items()}


def _any(patterns: dict[str, str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in patterns.items()), re.IGNORECASE)
