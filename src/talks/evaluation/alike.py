"""When two texts are the same words, and two names the same name, however they are written."""

from __future__ import annotations

import html
import re
import tomllib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

__all__ = ["plain_name", "plain_names", "plain_text", "same_name", "same_speaker"]

SIGNS: Final = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "’": "'",
        "‘": "'",
        "–": "-",
        "—": "-",
        "−": "-",
        "‑": "-",
    }
)
NO_LETTER: Final = re.compile(r"[^a-z0-9 ]")
STEM: Final = 5  # letters by which an adjective and its country are one


@dataclass(frozen=True, slots=True)
class Variants:
    """What names are written like (alike.toml)."""

    patterns: tuple[tuple[re.Pattern[str], str], ...]
    collective: frozenset[str]
    unspoken: frozenset[str]


@cache
def load_variants() -> Variants:
    """Read alike.toml."""
    data = tomllib.loads(Path(__file__).with_name("alike.toml").read_text(encoding="utf-8"))
    return Variants(
        patterns=tuple((re.compile(pattern), plain) for pattern, plain in data["variants"].items()),
        collective=frozenset(data["collective"]["words"].split()),
        unspoken=frozenset(data["initials"]["without"].split()),
    )


@cache
def plain_text(text: str) -> str:
    """Return text in small letters, with plain quotes and dashes and single blanks."""
    text = unicodedata.normalize("NFKC", html.unescape(text)).translate(SIGNS)
    return " ".join(text.lower().split())


@cache
def plain_name(name: str) -> str:
    """Return a name without accents, capitals and signs, in one of its spellings."""
    letters = unicodedata.normalize("NFKD", name)
    bare = "".join(sign for sign in letters if not unicodedata.combining(sign)).lower()
    bare = NO_LETTER.sub(" ", bare)
    for pattern, plain in load_variants().patterns:
        bare = pattern.sub(plain, bare)
    return " ".join(bare.split())


def plain_names(names: Iterable[str]) -> frozenset[str]:
    """Return names in one spelling."""
    return frozenset(plain_name(name) for name in names if name)


def same_name(one: str | None, two: str | None) -> bool:
    """Tell whether two names are one in two spellings."""
    return plain_name(one or "") == plain_name(two or "")


def same_speaker(one: str | None, two: str | None) -> bool:
    """Tell whether two names may be of one speaker.

    A surname stands for the full name, initials for an organisation, a country for its delegation.
    """
    a, b = plain_name(one or ""), plain_name(two or "")
    if a == b or not a or not b:
        return a == b
    return a == _initials(b) or b == _initials(a) or _same_body(a, b) or _same_person(a.split(), b.split())


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word not in load_variants().unspoken)


def _same_body(a: str, b: str) -> bool:
    collective = load_variants().collective
    one, two = ({word[:STEM] for word in set(name.split()) - collective} for name in (a, b))
    return bool(one) and one == two


def _same_person(a: list[str], b: list[str]) -> bool:
    """Compare by the last word, then by the first letter; a longer name may hold all words of a shorter."""
    surname = a[-1] == b[-1]
    if len(a) == 1 or len(b) == 1:
        return surname
    return (surname and a[0][0] == b[0][0]) or set(a) <= set(b) or set(b) <= set(a)
