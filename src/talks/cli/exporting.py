"""Write an export to a file, to a folder or to standard output."""

from __future__ import annotations

import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import TextIOBase, TextIOWrapper
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any, BinaryIO, Final, TextIO, cast

from talks.cli.drafts import drafted_file, drafted_folder
from talks.cli.terminal import is_terminal
from talks.errors import TalksError, UsageError
from talks.exporters import Shape, Wanted, discover, export, load_format, summary_of
from talks.render.harmless import harmless_lines
from talks.store import Store

__all__ = ["export_store", "format_lines", "opened_file"]

STDOUT: Final = "standard output"
ZIP: Final = ".zip"
EPOCH: Final = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip can tell: the same files, the same bytes


class Shown(TextIOBase):
    """Passes on to a terminal what can't steer it; a pipe gets the bytes as they are."""

    def __init__(self, terminal: TextIO) -> None:
        self.terminal = terminal

    def write(self, text: str) -> int:
        """Write whole lines of text."""
        return self.terminal.write(harmless_lines(text.replace("\r\n", "\n")))


def format_lines() -> Iterator[str]:
    """Yield a line for each format: its name, and what it is for."""
    names = discover()
    width = max(map(len, names))
    return (f"{name:{width}}  {summary_of(name)}" for name in names)


def export_store(store: Store, name: str, out: Path | None, wanted: Wanted) -> None:
    """Write a store in one format; a file is complete, or is as it was."""
    write = WRITERS[load_format(name).shape]
    try:
        write(store, name, out, wanted)
    except OSError as error:
        if out is None:
            raise
        what = f"it can't be written ({error.strerror or error})"
        raise TalksError(out, what, "name another file") from error


def _write_stream(store: Store, name: str, out: Path | None, wanted: Wanted) -> None:
    """Write text or bytes."""
    binary = load_format(name).shape is Shape.BINARY
    if out is not None:
        with opened_file(out, binary=binary) as file:
            export(store, name, file, wanted)
        return
    terminal = is_terminal(sys.stdout)
    if binary:
        if terminal:
            raise UsageError(STDOUT, f"{name} is nothing to read on a terminal", "name a file with --out")
        export(store, name, sys.stdout.buffer, wanted)
        return
    cast(TextIOWrapper, sys.stdout).reconfigure(encoding="utf-8", newline="")
    export(store, name, Shown(sys.stdout) if terminal else sys.stdout, wanted)


@contextmanager
def opened_file(out: Path, *, binary: bool) -> Iterator[IO[Any]]:
    """Open a pipe or a device as it is, and of anything else a draft."""
    kind, encoding, newline = ("b", None, None) if binary else ("", "utf-8", "")
    if _is_stream(out):
        with out.open(f"w{kind}", encoding=encoding, newline=newline) as file:
            yield file
        return
    with drafted_file(out) as draft, draft.open(f"x{kind}", encoding=encoding, newline=newline) as file:
        yield file


def _write_files(store: Store, name: str, out: Path | None, wanted: Wanted) -> None:
    """Write into a folder, or into one zip file if the name of it says so."""
    if out is None:
        raise UsageError(STDOUT, f"{name} is several files", f"name a folder or a {ZIP} file with --out")
    if out.suffix.lower() == ZIP:
        with TemporaryDirectory() as folder, drafted_file(out) as draft:
            export(store, name, Path(folder), wanted)
            with draft.open("xb") as file:
                _pack(Path(folder), file)
        return
    if out.exists() and not out.is_dir():
        raise UsageError(out, f"this is a file, and {name} is several", f"name a folder or a {ZIP} file")
    with drafted_folder(out) as draft:
        export(store, name, draft, wanted)


def _pack(folder: Path, out: BinaryIO) -> None:
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.iterdir()):
            entry = zipfile.ZipInfo(path.name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            with path.open("rb") as file, archive.open(entry, "w") as packed:
                while chunk := file.read(1 << 20):
                    packed.write(chunk)


def _is_stream(out: Path) -> bool:
    """Tell whether a path leads to a pipe, a device or what this process has open, such as /dev/stdout."""
    opened = out.absolute().is_relative_to("/dev") or out.absolute().is_relative_to("/proc")
    return opened or (out.exists() and not out.is_file())


WRITERS: Final[dict[Shape, Callable[[Store, str, Path | None, Wanted], None]]] = {
    Shape.TEXT: _write_stream,
    Shape.BINARY: _write_stream,
    Shape.FILES: _write_files,
}
