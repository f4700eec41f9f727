"""Libraries that only some formats need, and that come with an extra of the package."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import Final

from talks.errors import ReadError

__all__ = ["need", "one_line"]

LONGEST: Final = 120  # characters of what a library says


def need(locator: str, what: str, library: str, extra: str = "web") -> ModuleType:
    """Import the library that a format needs; a `ReadError` says how to install it."""
    try:
        return import_module(library)
    except ImportError as error:
        remedy = f'install the extra: pip install "talks[{extra}]"'
        raise ReadError(locator, f"is {what}, which can't be read without {library}", remedy) from error


def one_line(error: Exception) -> str:
    """Say in one short line what a library found wrong."""
    return f"{type(error).__name__}: {' '.join(str(error).split())}"[:LONGEST]
