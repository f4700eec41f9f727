"""Write a file or a folder as a draft beside it, and put it in its place once it is complete."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["drafted_file", "drafted_folder"]


@contextmanager
def drafted_file(out: Path) -> Iterator[Path]:
    """Lend a name for a draft, which then takes the place of what a path leads to; a link stays a link.

    On an error, what was there is as it was.
    """
    target = Path(os.path.realpath(out))
    draft = _beside(target)
    try:
        yield draft
        if target.exists():
            shutil.copymode(target, draft)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


@contextmanager
def drafted_folder(out: Path) -> Iterator[Path]:
    """Lend an empty folder, whose files then go to another, each complete; what else is there stays there.

    On an error, what was there is as it was.
    """
    target = Path(os.path.realpath(out))
    draft = _beside(target)
    draft.mkdir()
    try:
        yield draft
        if target.exists():
            for file in sorted(draft.iterdir()):
                file.replace(target / file.name)
        else:
            draft.replace(target)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _beside(target: Path) -> Path:
    return target.with_name(f".talks-{secrets.token_hex(8)}.part")
