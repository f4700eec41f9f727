"""Write an export to a file or to standard output."""

from __future__ import annotations

import os
import secrets
import shutil
import sys
from dataclasses import dataclass
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO, cast

from talks.cli.terminal import is_terminal
from talks.errors import TalksError
from talks.exporters import export
from talks.render.harmless import harmless
from talks.store import Store

__all__ = ["export_store"]


@dataclass(frozen=True, slots=True)
class Shown:
    """Passes on to a terminal what can't steer it; a pipe gets the bytes as they are."""

    terminal: TextIO

    def write(self, text: str) -> None:
        """Write lines of text."""
        self.terminal.write("\n".join(map(harmless, text.split("\n"))))


def export_store(store: Store, form: str, out: Path | None) -> None:
    """Write a store in one format; a file is complete, or is as it was."""
    if out is None:
        cast(TextIOWrapper, sys.stdout).reconfigure(encoding="utf-8", newline="")
        export(store, form, cast(TextIO, Shown(sys.stdout)) if is_terminal(sys.stdout) else sys.stdout)
        return
    try:
        _write_through(store, form, out) if _is_stream(out) else _replace(store, form, out)
    except OSError as error:
        what = f"it can't be written ({error.strerror or error})"
        raise TalksError(out, what, "name another file") from error


def _is_stream(out: Path) -> bool:
    """Tell whether a path leads to a pipe, a device or what this process has open, such as /dev/stdout."""
    opened = out.absolute().is_relative_to("/dev") or out.absolute().is_relative_to("/proc")
    return opened or (out.exists() and not out.is_file())


def _write_through(store: Store, form: str, out: Path) -> None:
    with out.open("w", encoding="utf-8", newline="") as file:
        export(store, form, file)


def _replace(store: Store, form: str, out: Path) -> None:
    """Write a draft of a name of its own beside what the path leads to, and put it in its place."""
    target = Path(os.path.realpath(out))
    draft = target.with_name(f".talks-{secrets.token_hex(8)}.part")
    try:
        with draft.open("x", encoding="utf-8", newline="") as file:
            export(store, form, file)
        if target.exists():
            shutil.copymode(target, draft)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
