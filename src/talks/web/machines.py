"""What is known of the machines that are asked, or redirected to: which is left alone, and until when."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from talks.store.hosts import Host
from talks.web.failures import FetchError

__all__ = ["Machines"]

TIMES: Final = 3  # failures running after which a machine is left alone; one that asks for it, at once
FIRST: Final = dt.timedelta(minutes=5)  # for which it is; each time twice as long
LONGEST: Final = dt.timedelta(days=1)
LONGEST_ASKED: Final = dt.timedelta(days=7)  # whatever it asks for


class Machines:
    """Machines by their origin; threads may share it. `asked` are the origins of those that were asked."""

    def __init__(self, known: Mapping[str, Host]) -> None:
        self.asked: set[str] = set()
        self._hosts = dict(known)
        self._lock = threading.Lock()

    def __getitem__(self, origin: str) -> Host:
        return self._hosts.get(origin) or Host(origin)

    def left_alone(self, origin: str, now: dt.datetime) -> Host | None:
        """Return a machine if it is left alone for a while."""
        host = self[origin]
        return host if host.not_before and host.not_before > now else None

    def answered(self, origin: str) -> None:
        """Forget the failures of a machine."""
        with self._lock:
            self._note(replace(self[origin], failures=0, not_before=None, reason=None))

    def failed(self, origin: str, error: FetchError, now: dt.datetime) -> None:
        """Record that a machine could not be asked; only what may pass is a failure of the machine."""
        if error.wait is None:
            self.answered(origin)
            return
        with self._lock:
            self._note(_failed(self[origin], error, error.wait, now))

    def _note(self, host: Host) -> None:
        self.asked.add(host.origin)
        self._hosts[host.origin] = host


def _failed(host: Host, error: FetchError, wait: float, now: dt.datetime) -> Host:
    failures = host.failures + 1
    if not error.asked and failures < TIMES:
        return replace(host, failures=failures)
    doubled = 0 if failures <= TIMES else min(failures - TIMES, 10)
    asked = min(dt.timedelta(seconds=wait), LONGEST_ASKED)
    rest = max(asked, min(FIRST * 2**doubled, LONGEST))
    return replace(host, failures=failures, not_before=now + rest, reason=error.what)
