"""Read a sidecar, `<file>.meta.toml`: what a person says of a file, over what the file says of itself."""

from __future__ import annotations

import tomllib
from typing import Any

from talks.errors import ReadError
from talks.models import Basis
from talks.readers.fields import language_code
from talks.readers.sources import SIDECAR, Source
from talks.readers.written_dates import read_date

__all__ = ["read_sidecar"]

TEXTS = ("title", "outlet", "byline", "url", "language")
LANGUAGE, DATE = "language", "published"


def read_sidecar(source: Source) -> dict[str, Any]:
    """Return the fields of a piece that the sidecar of its file sets; none without a sidecar."""
    if source.sidecar is None:
        return {}
    locator = source.locator + SIDECAR
    try:
        keys = tomllib.loads(source.sidecar.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:  # of UTF-8 and of TOML
        raise ReadError(
            locator, f"is not TOML: {error}", 'write lines such as published = "2024-05-01"'
        ) from error
    return {key: _value(locator, key, value) for key, value in keys.items()}


def _value(locator: str, key: str, value: object) -> object:
    if key == DATE:
        if when := read_date(value, Basis.GIVEN):
            return when
        raise ReadError(f"{locator}: {key}", f"{value!r} is no date", "write 2024-05-01, 2024-05 or 2024")
    if key not in TEXTS:
        raise ReadError(f"{locator}: {key}", "is not a known key", f"use {', '.join((*TEXTS, DATE))}")
    if not isinstance(value, str) or not value.strip():
        raise ReadError(f"{locator}: {key}", "is not a text", "put it in quotation marks")
    if key != LANGUAGE:
        return value.strip()
    if code := language_code(value):
        return code
    raise ReadError(f"{locator}: {key}", f"{value!r} is no language", "write its code, such as en")
