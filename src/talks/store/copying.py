"""Copy a whole database into one compact file."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Final

from talks.store.opening import connect_reading
from talks.store.store import Store

__all__ = ["copy_store"]

PATIENCE: Final = 5.0  # seconds to wait for another program


def copy_store(store: Store, target: Path) -> None:
    """Write all that a store holds into a new file, with no page left empty and no log beside it.

    It is of one moment, though perhaps not of the one that the store sees. A file that is there is an error.
    """
    with closing(connect_reading(store.path, PATIENCE)) as connection:
        connection.execute("VACUUM INTO ?", (str(target),))
