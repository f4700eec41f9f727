"""Words and marks for what a screen shows (wording.toml), and the headlines of kinds."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import talks
from talks.kinds import kind_names, read_kind
from talks.models import Stance, Status
from talks.render.lines import Style

__all__ = [
    "KindWords",
    "StatusWords",
    "Wording",
    "load_kind_words",
    "load_wording",
    "named_kinds",
    "topic_names",
]

CODEBOOK: Final = Path(talks.__file__).parent / "codebook"


@dataclass(frozen=True, slots=True)
class StatusWords:
    """The mark, the word, the style and the headline of a status."""

    mark: str
    word: str
    style: Style
    headline: str


@dataclass(frozen=True, slots=True)
class Wording:
    """The tables of wording.toml."""

    statuses: dict[Status, StatusWords]
    outcomes: dict[str, str]
    stances: dict[Stance, str]
    groups: dict[str, str]
    bases: dict[str, str]
    short: dict[str, str]
    bounds: dict[str, str]
    measures: dict[str, str]
    singulars: dict[str, str]
    ordinals: tuple[str, ...]
    particles: frozenset[str]
    openings: frozenset[str]
    finite: frozenset[str]
    quotes: tuple[tuple[str, str], ...]
    leaning: frozenset[str]
    negations: frozenset[str]


@dataclass(frozen=True, slots=True)
class KindWords:
    """How a kind is called, its headlines by status, and what its bare figures count."""

    label: str
    headlines: dict[str, tuple[str, ...]]
    names: dict[str, str]
    several: dict[str, str]
    whole: str | None = None

    @property
    def is_named(self) -> bool:
        """Whether the rule that found an event tells what it is called, or that there were several."""
        return bool(self.names or self.several)


@cache
def load_wording() -> Wording:
    """Read the words of all screens."""
    data = _read(Path(__file__).with_name("wording.toml"))
    names = data["names"]
    return Wording(
        statuses={Status(name): StatusWords(**row) for name, row in data["statuses"].items()},
        outcomes=data["outcomes"],
        stances={Stance(name): word for name, word in data["stances"].items()},
        groups=data["groups"],
        bases=data["bases"],
        short=data["short"],
        bounds=data["bounds"],
        measures=data["measures"],
        singulars=data["singulars"],
        ordinals=tuple(data["ordinals"]["words"].split()),
        particles=frozenset(names["particles"].split()),
        openings=frozenset(names["openings"].split()),
        finite=frozenset(names["finite"].split()),
        quotes=tuple((pair[0], pair[-1]) for pair in names["quotes"].split()),
        leaning=frozenset(names["leaning"].split()),
        negations=frozenset(names["negations"].split()),
    )


def named_kinds() -> list[str]:
    """Name the kinds whose events are called by the rule that found them."""
    return [kind for kind in kind_names() if load_kind_words(kind).is_named]


def topic_names() -> tuple[str, ...]:
    """Name the subjects of statements, in the order of their file."""
    return tuple(_read(CODEBOOK / "topics.toml")["topics"])


@cache
def load_kind_words(kind: str) -> KindWords:
    """Read the words for one kind; one that was removed since is called by its name."""
    unknown: dict[str, Any] = {"label": kind, "headlines": {"what": [kind]}}
    data = read_kind(kind) or unknown
    rows = dict(data["headlines"])
    names, several = rows.pop("names", {}), rows.pop("several", {})
    headlines = {status: tuple(lines) for status, lines in rows.items()}
    return KindWords(data["label"], headlines, names, several, data.get("units", {}).get("*"))


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))
