"""What extraction depends on beside the article: when it changes, known articles are read again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

from talks import __version__

__all__ = ["ROOMS", "engine_id", "reader_id"]

# The modules and packages that `talks.extraction` stands on; a test holds them against what it imports.
ROOMS: Final = (
    "chronicles", "codebook", "dates", "dating", "errors", "events", "extraction", "headlines", "joint",
    "kinds", "models", "names", "numbers", "pages", "patterns", "reading", "statements", "syntax", "terms",
    "text", "told",
)  # fmt: skip
READERS: Final = (
    "articles",
    "languages",
    "outlets",
    "piece",
    "readers",
)  # what stands between the bytes and the article
KINDS_OF_FILES: Final = (".py", ".toml")


@cache
def engine_id(rooms: tuple[str, ...] = ROOMS) -> str:
    """Name code and data of some rooms, e.g. `0.1.0-3f9a0c51b2d7`: equal only if all their files are."""
    digest = hashlib.sha256()
    for name, file in sorted(_files(files("talks"), "", rooms)):
        digest.update(f"{name}\0".encode() + file.read_bytes() + b"\0")
    return f"{__version__}-{digest.hexdigest()[:12]}"


def reader_id() -> str:
    """Name code and data of all that makes articles of bytes: when it changes, kept bytes are read again."""
    return engine_id((*ROOMS, *READERS))


def _files(folder: Traversable, path: str, rooms: tuple[str, ...]) -> Iterator[tuple[str, Traversable]]:
    for entry in folder.iterdir():
        if not path and entry.name.removesuffix(".py") not in rooms:
            continue
        if entry.is_dir():
            yield from _files(entry, f"{path}{entry.name}/", rooms)
        elif entry.name.endswith(KINDS_OF_FILES):
            yield f"{path}{entry.name}", entry
