"""Write an export to a file or to standard output."""

from __future__ import annotations

import sys
from dataclasses import dataclass
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
    """Write a store in one format; a file is complete, or is not there."""
    if out is None:
        sys.stdout.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]
        export(store, form, cast(TextIO, Shown(sys.stdout)) if is_terminal(sys.stdout) else sys.stdout)
        return
    draft = out.with_name(f"{out.name}.part")
    try:
        with draft.open("w", encoding="utf-8", newline="") as file:
            export(store, form, file)
        draft.replace(out)
    except OSError as error:
        what = f"it can't be written ({error.strerror or error})"
        raise TalksError(out, what, "name another file") from error
    finally:
        draft.unlink(missing_ok=True)
