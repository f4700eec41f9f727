"""What a server of a database needs: whether it was written to, and what is kept from anybody's SQL."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any, Final

__all__ = ["keep_bytes_back", "state_of"]

KEPT_BACK: Final = {("bodies", "packed")}  # the bytes that were fetched: others' pages, as they wrote them


def state_of(path: Path) -> tuple[tuple[int, int] | None, ...]:
    """Return what differs after each writing to a database: sizes and times of its file and its log.

    Look before the database is opened, so that what is read then is of this state or of a later one.
    """
    return tuple(_stat(file) for file in (path, path.with_name(f"{path.name}-wal")))


def _stat(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return (found.st_size, found.st_mtime_ns) if found.st_size else None  # mere readers make an empty log


def keep_bytes_back(connection: sqlite3.Connection) -> None:
    """Let no query of a connection see the bytes that were fetched: they read as NULL."""
    connection.set_authorizer(_authorise)


def _authorise(action: int, one: str | None, two: str | None, *_rest: Any) -> int:
    kept_back = action == sqlite3.SQLITE_READ and (one, two) in KEPT_BACK
    return sqlite3.SQLITE_IGNORE if kept_back else sqlite3.SQLITE_OK
