"""Read the data files that stand beside this module."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any, TypeVar

from pydantic import ValidationError

from talks.errors import CodebookError
from talks.models import Record

__all__ = ["data_files", "read_data", "validate"]

T = TypeVar("T", bound=Record)
ROOT = files("talks.codebook")


def data_files(folder: str) -> list[str]:
    """Return the names of the TOML files in a folder, in alphabetical order."""
    names = (entry.name for entry in (ROOT / folder).iterdir())
    return sorted(f"{folder}/{name}" for name in names if name.endswith(".toml"))


def read_data(name: str) -> dict[str, Any]:
    """Read one TOML file of the codebook, e.g. `lexicon/verbs-en.toml`."""
    try:
        return tomllib.loads((ROOT / name).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise CodebookError(name, str(error), "correct the file") from error


def validate(model: type[T], name: str, data: dict[str, Any]) -> T:
    """Check data against its model; the error names the file and the key."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        raise CodebookError(name, f"{key}: {first['msg']}", "correct the file") from error
