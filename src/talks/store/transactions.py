"""All of a block or nothing of it, whenever an interrupt comes."""

from __future__ import annotations

from types import TracebackType

from talks.store.faults import Connection

__all__ = ["Transactions"]


class Transactions:
    """The transactions of one connection: enter it to begin one, or within one to begin a block of it.

    It is no generator: one that an interrupt leaves behind goes on when it is collected, and undoes what was
    begun since. What an interrupt left open is undone before anything is begun, never joined.
    """

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.depth = 0  # blocks that are open, one within the other

    def __enter__(self) -> None:
        if not self.depth:
            self.abandon()
        try:
            # The lock is taken at once: a reader that becomes a writer half-way is refused without its turn.
            self.connection.execute(f"SAVEPOINT block{self.depth}" if self.depth else "BEGIN IMMEDIATE")
            self.depth += 1
        except BaseException:
            if not self.depth:
                self.abandon()
            raise

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.depth -= 1
        try:
            if kind is None:
                self.connection.execute(f"RELEASE block{self.depth}" if self.depth else "COMMIT")
        except BaseException:
            self._undo()
            raise
        if kind is not None:
            self._undo()

    def abandon(self) -> None:
        """Undo whatever is open."""
        self.depth = 0
        self._undo()

    def _undo(self) -> None:
        if not self.connection.in_transaction:  # a full disk ends a transaction by itself
            return
        if not self.depth:
            self.connection.execute("ROLLBACK")
            return
        self.connection.execute(f"ROLLBACK TO block{self.depth}")
        self.connection.execute(f"RELEASE block{self.depth}")
