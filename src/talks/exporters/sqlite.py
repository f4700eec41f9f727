"""SQLite: the database as one compact file to pass on, which `talks --db` opens and SQL reads.

It has what `talks` needs to go on from it, and to verify every quote: superseded articles, too, and where
each was found. The bytes that were fetched, which files could not be read, and what is followed are left out.
What it tells is the same whatever the order of arrival; its bytes are not.
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
