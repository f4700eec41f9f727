"""Open what a locator names: files, folders, standard input. A fault is an item, so the rest goes on."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from talks.errors import ReadError
from talks.readers.signatures import named_archive
from talks.store import Fetched

__all__ = [
    "MAX_BYTES",
    "SIDECAR",
    "STDIN",
    "Fetch",
    "Source",
    "Unpack",
    "count_sources",
    "is_url",
    "open_sources",
]

MAX_BYTES = 50_000_000  # a year of a daily column is 2 MB; more is a dump, not an article
SIDECAR = ".meta.toml"
STDIN = "-"
SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
Fetch = Callable[[str], "Source | ReadError"]  # of an address on the web
Unpack = Callable[[Path, str], Iterator["Source | ReadError"]]  # of the pages that a web archive holds
ARCHIVES = (".warc", ".warc.gz")


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes found at a locator (a path with forward slashes, `-` or a URL), and those of its sidecar.

    `media` and `charset` are what a server said of them, and `fetched` is all that it answered.
    """

    locator: str
    data: bytes
    sidecar: bytes | None = None
    media: str | None = None
    charset: str | None = None
    fetched: Fetched | None = None

    @property
    def name(self) -> str:
        """The last component of the locator, without a URL's query."""
        path = self.locator.split("?")[0].split("#")[0] if is_url(self.locator) else self.locator
        return PurePosixPath(path).name

    @property
    def suffix(self) -> str:
        """The lower-case suffix of the name, with its dot, or nothing."""
        return PurePosixPath(self.name).suffix.lower()


def is_url(locator: str) -> bool:
    """Tell whether a locator is an address on the web."""
    return locator.lower().startswith(("http://", "https://"))


def open_sources(
    locators: Iterable[str | os.PathLike[str]],
    *,
    suffixes: Collection[str],
    stdin: BinaryIO | None = None,
    max_bytes: int = MAX_BYTES,
    fetch: Fetch | None = None,
    unpack: Unpack | None = None,
) -> Iterator[Source | ReadError]:
    """Yield what stands at each locator, folders from top to bottom in sorted order.

    Hidden files and sidecars in a folder are passed over; each folder is entered once, whatever links lead to
    it.
    """
    for locator in (os.fspath(locator) for locator in locators):
        if locator == STDIN:
            yield _open_stream(stdin, max_bytes)
        elif is_url(locator) and fetch:
            yield fetch(locator)
        elif SCHEME.match(locator) or not locator:
            yield ReadError(locator or "''", "is no path", "save the page and name its file")
        else:
            for path in _walk(Path(locator)):
                if isinstance(path, ReadError):
                    yield path
                elif unpack and path.name.lower().endswith(ARCHIVES):
                    yield from unpack(path, _locator(path))
                else:
                    yield _open_file(path, suffixes, max_bytes)


def count_sources(locators: Iterable[str]) -> int:
    """Count what `open_sources` would yield, without opening any of it."""
    return sum(
        1 if locator == STDIN or is_url(locator) or not locator else len([*_walk(Path(locator))])
        for locator in locators
    )


def _open_stream(stream: BinaryIO | None, max_bytes: int) -> Source | ReadError:
    if stream is None:
        return ReadError(STDIN, "there is no standard input here", "name a file")
    data = stream.read(max_bytes + 1)
    if len(data) > max_bytes:
        return _too_large(STDIN, max_bytes)
    return Source(STDIN, data) if data else ReadError(STDIN, "nothing came in", "pipe an article into it")


def _walk(start: Path) -> Iterator[Path | ReadError]:
    """Yield the files at and under a path, from top to bottom."""
    entered: set[tuple[int, int]] = set()
    waiting: list[Path | ReadError] = [start]
    while waiting:
        path = waiting.pop()
        if isinstance(path, ReadError):
            yield path
            continue
        try:
            status = path.stat()
            if not stat.S_ISDIR(status.st_mode):
                yield path
            elif (status.st_dev, status.st_ino) not in entered:
                entered.add((status.st_dev, status.st_ino))
                waiting.extend(reversed(_children(path)))
        except (OSError, ValueError) as error:
            yield _unopened(path, error)


def _children(folder: Path) -> list[Path | ReadError]:
    names = {child.name for child in folder.iterdir()}
    children: list[Path | ReadError] = []
    for name in sorted(names):
        if name.endswith(SIDECAR):
            if name.removesuffix(SIDECAR) not in names:
                where = _locator(folder / name)
                children.append(ReadError(where, "stands beside no file", "name it after its file"))
        elif not name.startswith("."):
            children.append(folder / name)
    return children


def _open_file(path: Path, suffixes: Collection[str], max_bytes: int) -> Source | ReadError:
    if refusal := _refuse_name(path, suffixes):
        return refusal
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return ReadError(_locator(path), "is not a regular file", "copy what it gives to a file")
        if status.st_size > max_bytes:
            return _too_large(_locator(path), max_bytes)
        data = path.read_bytes()
        sidecar = _read_sidecar(path)
    except OSError as error:
        return _unopened(path, error)
    if not data:
        return ReadError(_locator(path), "is empty", "save the article again")
    return Source(_locator(path), data, sidecar)


def _refuse_name(path: Path, suffixes: Collection[str]) -> ReadError | None:
    if path.name.endswith(SIDECAR):
        return ReadError(_locator(path), "is a sidecar, not an article", "name the file it stands beside")
    if path.suffix.lower() in suffixes:
        return None
    if archive := named_archive(path.suffix.lower()):
        return ReadError(_locator(path), archive.what, archive.remedy)
    what = f"has the unknown suffix {path.suffix!r}" if path.suffix else "has no suffix"
    return ReadError(_locator(path), what, f"give it one of {', '.join(sorted(suffixes))}")


def _read_sidecar(path: Path) -> bytes | None:
    sidecar = path.with_name(path.name + SIDECAR)
    return sidecar.read_bytes() if sidecar.is_file() else None


def _too_large(locator: str, max_bytes: int) -> ReadError:
    return ReadError(locator, f"is larger than {max_bytes // 1_000_000} MB", "split it into articles")


def _unopened(path: Path, error: OSError | ValueError) -> ReadError:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return ReadError(_locator(path), f"can't be opened: {reason}", "check the path and its permissions")


def _locator(path: Path) -> str:
    """Write a path with forward slashes; bytes that are not text become their codes, e.g. `\\xff`."""
    return path.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
