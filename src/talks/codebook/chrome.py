"""What stands on a page but is not the article (lexicon/chrome-en.toml)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from talks.codebook.data import read_data

__all__ = ["Chrome", "load_chrome"]

LONGEST = 600  # characters; in a longer line the credit of a photograph stands amid the article


@dataclass(frozen=True, slots=True)
class Chrome:
    """Patterns of lines: chrome, what ends an article, what begins one."""

    lines: re.Pattern[str]
    inside: dict[str, re.Pattern[str]]  # by words that each needs, in lower case
    prefixes: re.Pattern[str]
    ends: re.Pattern[str]
    dateline: re.Pattern[str]
    date_line: re.Pattern[str]

    def covers(self, line: str) -> bool:
        """Tell a line of page chrome."""
        if self.lines.match(line):
            return True
        if len(line) > LONGEST:
            return False
        lower = line.lower()
        held = [pattern for words, pattern in self.inside.items() if words in lower]
        return any(pattern.search(line) for pattern in held)


@cache
def load_chrome(language: str = "en") -> Chrome:
    """Read the page chrome of a language."""
    data = read_data(f"lexicon/chrome-{language}.toml")
    return Chrome(
        lines=_any(data["lines"]),
        inside={words: re.compile(way, re.IGNORECASE) for words, way in data["inside"].items()},
        prefixes=re.compile("|".join(data["prefixes"].values())),
        ends=_any(data["ends"]),
        dateline=re.compile(data["starts"]["dateline"]),
        date_line=re.compile(data["starts"]["date_line"], re.IGNORECASE),
    )


def _any(patterns: dict[str, str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in patterns.items()), re.IGNORECASE)
