"""SQLite: the whole database as one compact file, which `talks --db` opens and SQL reads.

It is the database itself, with superseded articles, captures and what was set aside: what `talks` needs to go
on from it, and to verify every quote. Its bytes depend on the order of arrival; what it tells does not.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO, Final

from talks.exporters import Format, Shape, Wanted
from talks.store import Store, copy_store

__all__ = ["FORMAT", "write"]


def write(store: Store, out: BinaryIO, _wanted: Wanted) -> None:
    """Write the database by way of a file of its own, as SQLite needs one."""
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "talks.db"
        copy_store(store, copy)
        with copy.open("rb") as file:
            shutil.copyfileobj(file, out)


FORMAT: Final = Format(write=write, media_type="application/vnd.sqlite3", suffix=".db", shape=Shape.BINARY)
