"""What tells the language of a text (languages.toml): script, small words, letters."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from talks.codebook.data import read_data

__all__ = ["READ", "Language", "load_languages", "name_of"]

READ: Final = "en"  # the language of the articles that are read


@dataclass(frozen=True, slots=True)
class Language:
    """A language by its ISO 639 code; `letters` are those that not all languages of its script have."""

    code: str
    name: str
    script: str
    words: frozenset[str]
    letters: frozenset[str]


@cache
def load_languages() -> dict[str, Language]:
    """Read what is known of languages, by their codes."""
    return {
        code: Language(
            code=code,
            name=row["name"],
            script=row["script"],
            words=frozenset(row.get("words", "").split()),
            letters=frozenset(row.get("letters", "")),
        )
        for code, row in read_data("languages.toml").items()
    }


def name_of(code: str) -> str:
    """Return the name of a language, in words."""
    known = load_languages().get(code)
    return known.name if known else f"unknown ({code})"
