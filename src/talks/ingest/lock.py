"""One run at a time: a lock that the system takes back when its holder ends, however it ends."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from talks.errors import BusyError, StoreError

__all__ = ["held"]

AT: Final = 1 << 20  # the byte that is locked where only bytes are: behind what the holder says of itself
LONGEST: Final = 200  # bytes of that


@contextmanager
def held(database: Path, now: dt.datetime) -> Iterator[None]:
    """Hold the lock of a database; raise `BusyError`, saying who holds it, if somebody else does.

    The file of the lock stays beside the database: to remove it would let two hold locks of two files.
    """
    path = database.with_name(f"{database.name}.lock")
    try:
        file = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        what = f"the lock can't be made ({error.strerror or error})"
        raise StoreError(path, what, "make the folder of the database writable") from error
    try:
        if not _lock(file):
            os.lseek(file, 0, os.SEEK_SET)
            holder = os.read(file, LONGEST).decode("utf-8", "replace").strip() or "another run"
            raise BusyError(database, f"is being updated by {holder}", "wait until that has ended")
        os.ftruncate(file, 0)
        os.lseek(file, 0, os.SEEK_SET)
        os.write(file, f"process {os.getpid()}, since {now:%Y-%m-%d %H:%M:%S} UTC\n".encode())
        yield
    finally:
        os.close(file)


if sys.platform == "win32":

    def _lock(file: int) -> bool:
        import msvcrt

        os.lseek(file, AT, os.SEEK_SET)
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:

    def _lock(file: int) -> bool:
        import fcntl

        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
