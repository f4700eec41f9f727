"""Open a database, or say in one line why not; whatever isn't ours is left as it is."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final, Literal

from talks.errors import StoreError
from talks.store.faults import Connection, fault
from talks.store.schema import APPLICATION_ID, SCHEMA_VERSION
from talks.store.store import Store

__all__ = ["Mode", "connect_reading", "open_store"]

Mode = Literal["read", "write", "create"]

MAGIC: Final = b"SQLite format 3\x00"
APPLICATION_ID_AT: Final = slice(68, 72)  # https://www.sqlite.org/fileformat.html#application_id
MISSING: Final = "run `talks ingest PATH` or `talks sources add URL` first"
ANOTHER: Final = "name another file"
CACHE: Final = "PRAGMA cache_size = -65536"  # KiB, taken as needed
PREPARATION: Final = {
    "read": ("PRAGMA query_only = ON", CACHE),
    "write": (
        "PRAGMA foreign_keys = ON",
        "PRAGMA synchronous = NORMAL",  # with WAL: a power cut may lose the last moment, but harms nothing
        "PRAGMA temp_store = MEMORY",
        "PRAGMA wal_autocheckpoint = 10000",  # pages: many articles touch the same, so copy them but seldom
        CACHE,
    ),
}


def open_store(path: str | Path, *, mode: Mode, busy_timeout: float = 5.0) -> Store:
    """Open a database to `read` it, to `write` to one that exists, or to `create` it if need be.

    A store that was opened to read sees one moment of the database. `busy_timeout` is in seconds.
    Raises `StoreError` if the file can't be used so; an older schema is upgraded unless it is only read.
    """
    path = Path(path)
    try:
        _check_file(path, mode)
    except OSError as error:
        raise StoreError(path, error.strerror or str(error), "check the path and its permissions") from error
    connection = (
        connect_reading(path, busy_timeout) if mode == "read" else _connect(path, "mode=rwc", busy_timeout)
    )
    try:
        _prepare(connection, path, mode)
    except BaseException:
        connection.close()
        raise
    return Store(path, connection)


def _check_file(path: Path, mode: Mode) -> None:
    """Refuse what is not a file of SQLite, before SQLite touches it."""
    if path.is_dir():
        raise StoreError(path, "it is a directory", "name a file in it")
    if not path.exists():
        if mode != "create":
            raise StoreError(path, "there is no database", MISSING)
        if not path.parent.is_dir():
            raise StoreError(path, "its folder does not exist", "make the folder or correct the path")
        _check_writable(path)
        return
    if not path.is_file():
        raise StoreError(path, "it is not a regular file", ANOTHER)
    _check_header(path, mode)
    if mode != "read":
        _check_writable(path)


def _check_writable(path: Path) -> None:
    for place, what in ((path, "the file is read-only"), (path.parent, "its folder is read-only")):
        if place.exists() and not _may(place, os.W_OK):
            raise StoreError(path, what, "make it writable or name another file")


def _may(path: Path, access: int) -> bool:
    return os.access(path, access, effective_ids=os.access in os.supports_effective_ids)


def _check_header(path: Path, mode: Mode) -> None:
    with path.open("rb") as file:
        header = file.read(100)
    if not header:
        if mode == "read":
            raise StoreError(path, "the database is empty", MISSING)
        return
    if path.with_name(f"{path.name}-journal").exists():
        return  # somebody was killed while writing: until SQLite has mended it, the header may be anything
    if not header.startswith(MAGIC):
        raise StoreError(path, "it is not a SQLite database", ANOTHER)
    application = int.from_bytes(header[APPLICATION_ID_AT], "big")
    if application != APPLICATION_ID and (application or _has_tables(path)):
        raise _foreign(path)


def _has_tables(path: Path) -> bool:
    """Look into a database without a trace: a mere reader may leave files beside it."""
    with closing(_connect(path, "immutable=1", 0)) as connection:
        return bool(connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0])


def _foreign(path: Path) -> StoreError:
    return StoreError(path, "the database belongs to another program", ANOTHER)


def _connect(path: Path, access: str, busy_timeout: float) -> Connection:
    try:
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?{access}",
            uri=True,
            timeout=busy_timeout,
            isolation_level=None,
            factory=Connection,
            cached_statements=1024,
        )
    except sqlite3.OperationalError as error:
        raise fault(path, error) or error from error
    connection.path = path
    return connection


def connect_reading(path: Path, busy_timeout: float) -> Connection:
    """Connect to read; also on a read-only disk, where the log that readers share can't be made."""
    connection = _connect(path, "mode=ro", busy_timeout)
    try:
        connection.execute("PRAGMA schema_version").fetchone()
    except StoreError:
        connection.close()
        if _may(path.parent, os.W_OK) or path.with_name(f"{path.name}-wal").exists():
            raise
        return _connect(path, "immutable=1", busy_timeout)
    return connection


def _prepare(connection: Connection, path: Path, mode: Mode) -> None:
    version = _check_ours(connection, path, fresh_is_fine=mode != "read")
    if version > SCHEMA_VERSION:
        what = f"its schema is version {version}, and this talks knows {SCHEMA_VERSION}"
        raise StoreError(path, what, "upgrade talks")
    if mode == "read" and version < SCHEMA_VERSION:
        what = f"its schema is version {version}, and this talks reads {SCHEMA_VERSION}"
        raise StoreError(path, what, "run `talks ingest` once to upgrade it")
    for pragma in PREPARATION["read" if mode == "read" else "write"]:
        connection.execute(pragma)
    if mode == "read":
        connection.execute("BEGIN")  # all that is read is of one moment
        return
    if version < SCHEMA_VERSION:
        _migrate(connection)
    connection.execute("PRAGMA journal_mode = WAL").fetchone()


def _check_ours(connection: Connection, path: Path, *, fresh_is_fine: bool) -> int:
    """Return the version of the schema; refuse a database of another program, without touching it."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if application == 0 and tables == 0:
        if fresh_is_fine:
            return 0
        raise StoreError(path, "the database is empty", MISSING)
    if application != APPLICATION_ID:
        raise _foreign(path)
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _migrate(connection: Connection) -> None:
    """Create or upgrade the schema, all of it or nothing; another process may have done it meanwhile."""
    from sqlite_utils import Database  # slow to import, and seldom needed

    from talks.store.migrations import migrations

    connection.execute("BEGIN IMMEDIATE")
    try:
        migrations.apply(Database(connection, execute_plugins=False))
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
