"""What is raised of an address that could not be fetched."""

from __future__ import annotations

from talks.errors import ReadError

__all__ = ["FetchError"]


class FetchError(ReadError):
    """An address that could not be fetched; `wait` says after how many seconds it may be, if it may.

    `status` is what the server answered, if it did; `asked` tells that the wait is what it asked for.
    """

    def __init__(
        self,
        where: object,
        what: str,
        remedy: str = "",
        wait: float | None = None,
        *,
        status: int | None = None,
        asked: bool = False,
    ) -> None:
        super().__init__(where, what, remedy)
        self.wait, self.status, self.asked = wait, status, asked
