"""From files to pieces: one module for each format, found by discovery.

A format is a module of this package with `SUFFIXES`, the lower-case suffixes of its files, and `read`, which
turns a `Source` into pieces, and into errors for the records of it that can't be read. It may have `SNIFF`, a
pattern that its first bytes match; by that it is told on standard input, and by `MEDIA_TYPES` if a server
sent it. One whose files are no text says so by `BINARY`, and is told by `SNIFF` from others. Nothing else has
to know of it.
"""

from __future__ import annotations

import dataclasses
import os
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import Any, BinaryIO

from talks.errors import ReadError
from talks.piece import Piece
from talks.readers.encodings import guessed
from talks.readers.sidecars import read_sidecar
from talks.readers.signatures import recognise
from talks.readers.sources import MAX_BYTES, Fetch, Source, Unpack, count_sources, is_url
from talks.readers.sources import open_sources as _open_sources

__all__ = [
    "MAX_BYTES",
    "Reading",
    "Source",
    "count_sources",
    "guessed",
    "is_url",
    "known_suffixes",
    "open_sources",
    "read",
]

TEXTS = ("text", "title", "outlet", "byline", "url", "language")
SNIFFED = 4096  # bytes by which a stream is told
FALLBACK = ".txt"  # what a stream is that no format recognises


@dataclasses.dataclass(frozen=True, slots=True)
class Reading:
    """What a source held: its pieces, and an error for each record of it that could not be read."""

    pieces: list[Piece]
    errors: list[ReadError]


def open_sources(
    locators: Iterable[str | os.PathLike[str]],
    *,
    stdin: BinaryIO | None = None,
    max_bytes: int = MAX_BYTES,
    fetch: Fetch | None = None,
    unpack: Unpack | None = None,
) -> Iterator[Source | ReadError]:
    """Yield what stands at each locator, and an error for what can't be opened.

    Folders are read from top to bottom in sorted order; hidden files and sidecars in them are passed over.
    `-` reads `stdin`. Nothing is read of a file larger than `max_bytes`. Addresses are read by `fetch`,
    web archives, however large, by `unpack`.
    """
    return _open_sources(
        locators, suffixes=known_suffixes(), stdin=stdin, max_bytes=max_bytes, fetch=fetch, unpack=unpack
    )


def read(source: Source) -> Reading:
    """Read the pieces of a source; raise `ReadError` if it can't be read as a whole."""
    module = _format_of(source)
    if not _is_its_own(module, source.data) and (signature := recognise(source.data)):
        raise ReadError(source.locator, f"is {signature.what}", signature.remedy)
    given = read_sidecar(source)
    given |= {"doubt": None} if "published" in given else {}
    try:
        found = list(module.read(source))
    except RecursionError as error:
        raise ReadError(source.locator, "is nested too deeply", "save it as text") from error
    pieces = [
        dataclasses.replace(_without_surrogates(item), **given) for item in found if isinstance(item, Piece)
    ]
    if not found or any(not piece.text.strip() for piece in pieces):
        raise ReadError(source.locator, "holds no text", "save the article again")
    if is_url(source.locator):
        pieces = [dataclasses.replace(piece, url=piece.url or source.locator) for piece in pieces]
    return Reading(pieces, [item for item in found if isinstance(item, ReadError)])


def known_suffixes() -> frozenset[str]:
    """Return the suffixes of all formats."""
    return frozenset(suffix for module in _formats() for suffix in module.SUFFIXES)


def _formats() -> list[ModuleType]:
    return _formats_under(tuple(__path__))


@cache
def _formats_under(paths: tuple[str, ...]) -> list[ModuleType]:
    names = sorted(module.name for module in iter_modules(paths))
    modules = [import_module(f"{__name__}.{name}") for name in names]
    return [module for module in modules if hasattr(module, "SUFFIXES")]


def _format_of(source: Source) -> ModuleType:
    """Choose a format by suffix, else by the first bytes, else plain text.

    Of what a server sent, its bytes and the media type tell more than the address.
    """
    formats = _formats()
    by_suffix = {suffix: module for module in formats for suffix in module.SUFFIXES}
    by_media = {media: module for module in formats for media in getattr(module, "MEDIA_TYPES", ())}
    named = by_suffix.get(source.suffix)
    if named and source.media is None:
        return named
    sniffed = (module for module in formats if _sniffs(module, source.data))
    found = next(sniffed, None) or by_media.get(source.media or "")
    return found or named or by_suffix[FALLBACK]


def _sniffs(module: ModuleType, data: bytes) -> bool:
    start = data[:SNIFFED].removeprefix(BOM_UTF8)
    return hasattr(module, "SNIFF") and module.SNIFF.match(start) is not None


def _is_its_own(module: ModuleType, data: bytes) -> bool:
    """Tell whether data is no text, but what a format is made for."""
    return getattr(module, "BINARY", False) and _sniffs(module, data)


def _without_surrogates(piece: Piece) -> Piece:
    """Replace halves of surrogate pairs, which JSON can smuggle in and nothing can write out."""
    texts = {name: text for name in TEXTS if (text := getattr(piece, name)) and not _is_whole(text)}
    whole: dict[str, Any] = {name: text.encode("utf-8", "replace").decode() for name, text in texts.items()}
    return dataclasses.replace(piece, **whole) if whole else piece


def _is_whole(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
