"""Export formats: each module of this package is one, by its name, with a function `write(store, out)`."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from typing import Protocol, TextIO, cast

from talks.errors import UsageError
from talks.store import Store

__all__ = ["Exporter", "discover", "export"]


class Exporter(Protocol):
    """What a module of this package offers; the first line of its docstring says what the format is for."""

    def write(self, store: Store, out: TextIO) -> None:
        """Write all standing records; nothing else decides the order or the bytes."""


def discover() -> tuple[str, ...]:
    """Name the formats there are, without loading them."""
    names = (module.name for module in pkgutil.iter_modules(__path__))
    return tuple(sorted(name for name in names if not name.startswith("_")))


def export(store: Store, format: str, out: TextIO) -> None:  # noqa: A002 - it is the word of the command line
    """Write a whole store in one format; `out` is text in UTF-8 that leaves line ends alone."""
    formats = discover()
    if format not in formats:
        raise UsageError(format, "there is no such export format", f"choose from {', '.join(formats)}")
    cast(Exporter, import_module(f"{__name__}.{format}")).write(store, out)
