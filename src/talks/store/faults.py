"""Tell each way in which SQLite fails as one line: where, what, what to do."""

from __future__ import annotations

import functools
import sqlite3
from collections.abc import Callable, Iterable
from typing import Any, Concatenate, ParamSpec, TypeVar

from talks.errors import StoreError

__all__ = ["Connection", "Cursor", "damaged", "fault"]

P = ParamSpec("P")
T = TypeVar("T")

DAMAGED = "the database is damaged"
ANEW = "restore a copy or ingest the articles into a new file"
# By SQLite's own words, as not every error carries a code; the first that fits counts.
FAULTS = (
    ("is locked", "another program is writing to it", "try again when that has ended"),
    ("readonly database", "it can't be written to", "make the file and its folder writable or name another"),
    ("disk is full", "the disk is full", "free some space and run the command again; what was saved is safe"),
    ("file is not a database", "it is not a SQLite database", "name another file"),
    ("malformed", DAMAGED, ANEW),
    ("no such table", DAMAGED, ANEW),
    ("unable to open", "it can't be opened", "check the permissions of the file and of its folder"),
    ('near "STRICT"', "this SQLite is older than 3.37", "use a Python with a newer one"),
    ("disk I/O error", "the disk failed", "check the disk and run the command again"),
)


def damaged(path: object, sign: str) -> StoreError:
    """Say that a database is damaged, and by what that shows."""
    return StoreError(path, f"{DAMAGED} ({sign})", ANEW)


def fault(path: object, error: Exception) -> StoreError | None:
    """Turn an error into a line for the user; None for what is a mistake of ours."""
    if isinstance(error, (OverflowError, UnicodeEncodeError)):
        return StoreError(path, f"a value can't be stored ({error})", "set the article aside and report it")
    words = str(error)
    found = (StoreError(path, what, remedy) for sign, what, remedy in FAULTS if sign in words)
    return next(found, None)


def _told(method: Callable[Concatenate[Cursor, P], T]) -> Callable[Concatenate[Cursor, P], T]:
    @functools.wraps(method)
    def call(self: Cursor, /, *args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return method(self, *args, **kwargs)
        except (sqlite3.Error, OverflowError, UnicodeEncodeError) as error:
            told = fault(self.path, error)
            if told is None:
                raise
            raise told from error

    return call


class Cursor(sqlite3.Cursor):
    """A cursor whose failures are `StoreError`s."""

    path: object = ""

    execute = _told(sqlite3.Cursor.execute)
    executemany = _told(sqlite3.Cursor.executemany)
    fetchone = _told(sqlite3.Cursor.fetchone)
    fetchmany = _told(sqlite3.Cursor.fetchmany)
    fetchall = _told(sqlite3.Cursor.fetchall)


class Connection(sqlite3.Connection):
    """A connection whose failures are `StoreError`s; rows are read by `fetch…`, never by iterating."""

    path: object = ""

    def execute(self, sql: str, parameters: Any = (), /) -> Cursor:
        """Run one statement."""
        cursor = self._cursor()
        cursor.execute(sql, parameters)
        return cursor

    def executemany(self, sql: str, parameters: Iterable[Any], /) -> Cursor:
        """Run one statement for each set of parameters."""
        cursor = self._cursor()
        cursor.executemany(sql, parameters)
        return cursor

    def _cursor(self) -> Cursor:
        cursor = self.cursor(Cursor)
        cursor.path = self.path
        return cursor
