"""How a text names the outlet that it is from (lexicon/outlets-en.toml)."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from talks.codebook.data import read_data

__all__ = ["PLACES", "Imprint", "load_imprint"]

PLACES: Final = ("head", "masthead", "title", "foot", "dateline")
ABBREVIATION: Final = 3  # letters up to which a word in capitals stays so


@dataclass(frozen=True, slots=True)
class Imprint:
    """Patterns of lines by where they stand, and what tells a name from what is shaped like one."""

    patterns: Mapping[str, tuple[re.Pattern[str], ...]]
    media: re.Pattern[str]
    kickers: re.Pattern[str]
    examples: tuple[Mapping[str, str], ...]

    def name_in(self, line: str, at: str, known: Collection[str] = ()) -> str | None:
        """Return the outlet that a line names, where it stands there; `known` are outlets, in lower case."""
        for pattern in self.patterns[at]:
            if found := pattern.match(line):
                groups = found.groupdict()
                name, media = groups.get("name"), groups.get("media")
                if told := name or (media if media and self._is_medium(media, known) else None):
                    return None if self.kickers.fullmatch(told) else _as_written(told)
        return None

    def _is_medium(self, name: str, known: Collection[str]) -> bool:
        return name.casefold() in known or bool(self.media.search(name))


def _as_written(name: str) -> str:
    """Write a name that is all in capitals as names are written."""
    return " ".join(map(_capitalised, name.split())) if name.isupper() and " " in name else name


def _capitalised(word: str) -> str:
    return word.capitalize() if len(word) > ABBREVIATION or word == "THE" else word


@cache
def load_imprint(language: str = "en") -> Imprint:
    """Read how outlets are named in a language."""
    data = read_data(f"lexicon/outlets-{language}.toml")
    shape = data["shape"]
    return Imprint(
        patterns={
            at: tuple(re.compile(way.replace("NAME", shape)) for way in data[at].values()) for at in PLACES
        },
        media=re.compile(rf"\b(?:{data['media']})\b", re.IGNORECASE),
        kickers=re.compile(data["kickers"], re.IGNORECASE),
        examples=tuple(data["examples"]),
    )
