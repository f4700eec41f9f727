"""Export formats: each module of this package is one, by its name; its docstring says what it is for.

A module has a constant `FORMAT`: what its output is, and the function that writes it. Modules whose name
begins with an underscore are no formats.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from importlib import import_module
from typing import Any, Final

from talks.errors import UsageError
from talks.store import Store
from talks.views.timeline import Asked

__all__ = ["EVERYTHING", "Format", "Shape", "Wanted", "discover", "export", "load_format", "summary_of"]


class Shape(Enum):
    """What the `out` of an exporter is."""

    TEXT = "text"  # a TextIO of UTF-8 that leaves line ends alone
    BINARY = "binary"  # a BinaryIO
    FILES = "files"  # the Path of an empty folder


def _unheard(_note: str) -> None:
    """Drop a note."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is wanted of an export; what a format doesn't take, it refuses.

    `say` is told in a line what the format can't tell, such as how many events have no day.
    """

    asked: Asked = field(default_factory=Asked)
    excel: bool = False
    say: Callable[[str], None] = _unheard


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """What the output of a format is, and the function that writes it.

    It writes standing records only; nothing but these and what is wanted of them decides their order and the
    bytes. `takes` names the fields of `Wanted` that it heeds.
    """

    write: Callable[[Store, Any, Wanted], None]
    media_type: str
    suffix: str
    shape: Shape = Shape.TEXT
    takes: frozenset[str] = frozenset()


EVERYTHING: Final = Wanted()
CHOICES: Final = {"asked": "choice of dates, kinds, statuses, parties or places", "excel": "--excel"}


def discover() -> tuple[str, ...]:
    """Name the formats there are, without loading them; in names a hyphen stands for an underscore."""
    names = (module.name for module in pkgutil.iter_modules(__path__))
    return tuple(sorted(name.replace("_", "-") for name in names if not name.startswith("_")))


def load_format(name: str) -> Format:
    """Return a format by its name, with hyphens or with underscores."""
    formats = discover()
    if name.replace("_", "-") not in formats:
        raise UsageError(name, "there is no such export format", f"choose from {', '.join(formats)}")
    form: Format = _module(name).FORMAT
    return form


def summary_of(name: str) -> str:
    """Say in a line what a format is for."""
    return (_module(name).__doc__ or "").partition("\n")[0]


def export(store: Store, format: str, out: Any, wanted: Wanted = EVERYTHING) -> None:  # noqa: A002 - it is the word of the command line
    """Write a store in one format; `out` is what its shape says."""
    form = load_format(format)
    for choice, words in CHOICES.items():
        if choice not in form.takes and getattr(wanted, choice) != getattr(EVERYTHING, choice):
            others = ", ".join(name for name in discover() if choice in load_format(name).takes)
            raise UsageError(format, f"this format takes no {words}", f"those that do: {others}")
    form.write(store, out, wanted)


def _module(name: str) -> Any:
    return import_module(f"{__name__}.{name.replace('-', '_')}")
