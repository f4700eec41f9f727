"""What extraction depends on beside the article: when it changes, known articles are read again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from talks.extract import ENGINE

__all__ = ["engine_id"]


@cache
def engine_id() -> str:
    """Name the engine and the codebook, e.g. `1-3f9a0c51b2d7`: equal only if all data files are."""
    digest = hashlib.sha256()
    for name, file in sorted(_data_files(files("talks.codebook"), "")):
        digest.update(f"{name}\0".encode() + file.read_bytes() + b"\0")
    return f"{ENGINE}-{digest.hexdigest()[:12]}"


def _data_files(folder: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _data_files(entry, f"{path}{entry.name}/")
        elif entry.name.endswith(".toml"):
            yield f"{path}{entry.name}", entry
