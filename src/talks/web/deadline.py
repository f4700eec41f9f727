"""The end of an answer: however slowly it drips in, its connection is cut when the time is over.

A client's own time-outs begin anew with every byte, and none of them holds for the headers as a whole.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Mapping
from contextlib import suppress
from types import TracebackType
from typing import Any, Final

__all__ = ["Deadline"]

CONNECTED: Final = ("connection.connect_tcp.complete", "connection.start_tls.complete")


class Deadline:
    """Cuts what a client reads from once the seconds are over, while it is entered.

    The client tells by `trace` (an extension of its requests) what it reads from. One deadline serves all
    requests of a client, one after the other: a connection that is kept is known already.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.passed = False
        self._wire: socket.socket | None = None
        self._timer: threading.Timer | None = None

    def __enter__(self) -> Deadline:
        self.passed = False
        self._timer = threading.Timer(self.seconds, self._cut)
        self._timer.daemon = True
        self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._timer:
            self._timer.cancel()

    def trace(self, event: str, told: Mapping[str, Any]) -> None:
        """Hear from the client that a connection is made."""
        if event in CONNECTED:
            self._wire = told["return_value"].get_extra_info("socket")
            if self.passed:
                self._cut()

    def _cut(self) -> None:
        self.passed = True
        if self._wire is not None:
            with suppress(OSError):  # it is closed already
                # Not the method of an encrypted one: that lets go of what the other thread is reading by.
                socket.socket.shutdown(self._wire, socket.SHUT_RDWR)
