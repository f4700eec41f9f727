"""What kinds of happenings there are, and what ledgers and screens ask of each.

The files of the codebook are read without the rest of it, which takes longer to load than a screen to draw.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

import talks
from talks.models import Record

__all__ = ["Traits", "kind_names", "kinds_where", "read_kind", "traits_of"]

KINDS: Final = Path(talks.__file__).parent / "codebook" / "kinds"


class Traits(Record):
    """What is true of the events of a kind; its file says so, and `talks check` reads it as strictly."""

    encounter: bool = False  # people meet: "the meeting" can mean any of these kinds
    rounds: bool = False  # "the third round" numbers it
    ledger: str | None = None  # a group of units.toml: its figures are added up, and are mostly of these
    mutual: bool = False  # both sides give: an exchange has two ways, a return one
    staged: bool = False  # one can be a stage of another: of an exchange, or of talks, that take days
    promised: bool = False  # to plan it is a promise; of encounters only, if a date is named
    drawn_up: bool = False  # while it is under way, nothing is delivered
    agreeing: bool = False  # it is done by agreeing: its day is that, and none by which it is to be kept


@cache
def kind_names() -> tuple[str, ...]:
    """Name the kinds there are, in alphabetical order, without reading them."""
    return tuple(sorted(path.stem for path in KINDS.glob("*.toml")))


@cache
def read_kind(kind: str) -> Mapping[str, Any]:
    """Read the file of a kind; of one that was removed since, nothing is known."""
    path = KINDS / f"{kind}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if kind in kind_names() else {}


@cache
def traits_of(kind: str) -> Traits:
    """Return what is true of the events of a kind; of one that was removed since, nothing is."""
    data = read_kind(kind)
    return Traits.model_validate({name: data[name] for name in Traits.model_fields if name in data})


def kinds_where(holds: Callable[[Traits], object]) -> tuple[str, ...]:
    """Name the kinds of which something holds, in alphabetical order."""
    return tuple(kind for kind in kind_names() if holds(traits_of(kind)))
