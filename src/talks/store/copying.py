"""Copy a database into one compact file that can be passed on."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from talks.store.faults import Connection
from talks.store.opening import connect_reading
from talks.store.store import Store

__all__ = ["copy_store"]

PATIENCE: Final = 5.0  # seconds to wait for another program
# Of this machine only, children first: what was fetched (the bytes may be others' to pass on, and WARC is the
# format for them), which files could not be read, and what is followed (addresses of feeds may be secret).
LEFT_OUT: Final = ("fetches", "bodies", "set_aside", "source_pages", "pages", "sources", "hosts")


def copy_store(store: Store, target: Path) -> None:
    """Write what a store holds into a new file, with no page left empty and no log beside it.

    Left out are the bytes that were fetched, what was set aside, and what is followed. It is of one moment,
    though perhaps not of the one that the store sees. A file that is there is an error.
    """
    with closing(connect_reading(store.path, PATIENCE)) as connection:
        connection.execute("VACUUM INTO ?", (str(target),))
    with closing(sqlite3.connect(target, isolation_level=None, factory=Connection)) as copy:
        copy.path = target
        for table in LEFT_OUT:
            copy.execute(f"DELETE FROM {table}")  # noqa: S608 - one of the names above
        copy.execute("VACUUM")
