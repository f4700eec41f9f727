"""What machines allow: robots.txt (RFC 9309), asked once a machine, and kept as long as it holds."""

from __future__ import annotations

import datetime as dt
import re
import threading
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any, Final
from urllib.parse import urlsplit

from talks.errors import ReadError
from talks.readers.extras import need
from talks.store import Fetched
from talks.store.hosts import RobotsFile, RobotsState
from talks.web.failures import FetchError
from talks.web.fetching import AGENT, Fetcher

__all__ = ["DisallowedError", "Robots", "origin_of"]

DAY: Final = dt.timedelta(days=1)  # RFC 9309, 2.4: no longer than that
SHORT: Final = dt.timedelta(
    minutes=10
)  # at least; and as long as a machine that does not answer is left alone
LONGEST: Final = 512_000  # bytes that are read; RFC 9309, 2.5 wants 500 KiB
MAX_AGE: Final = re.compile(r"(?:^|[,\s])max-age=(\d{1,9})", re.IGNORECASE)
HAS_NONE: Final = frozenset(range(400, 500)) - {HTTPStatus.TOO_MANY_REQUESTS}  # RFC 9309, 2.3.1.3
Clock = Callable[[], dt.datetime]


class DisallowedError(ReadError):
    """An address that its site asks programs not to fetch."""


class Robots:
    """Tells what may be fetched; threads may share it. `files` are those known by now, by origin.

    While nobody knows what a machine allows, nothing of it is fetched: a `FetchError` says how long.
    """

    def __init__(self, files: Mapping[str, RobotsFile], clock: Clock) -> None:
        self.files = dict(files)
        self._clock = clock
        self._rules: dict[str, Any] = {}
        self._lock = threading.Lock()

    def check(self, fetcher: Fetcher, url: str) -> None:
        """Raise `DisallowedError` for what is not to be fetched; `fetcher` asks for the robots.txt."""
        origin = origin_of(url)
        file = self._file(fetcher, origin)
        if file.state is RobotsState.UNREACHABLE:
            wait = (file.until - self._clock()).total_seconds()
            what = f"its robots.txt can't be read, so nobody knows what it allows: it {file.text}"
            raise FetchError(url, what, "try again later", wait=max(wait, 0.0), asked=True)
        if file.state is RobotsState.READ and not self._parsed(origin, file).can_fetch(url, AGENT):
            raise DisallowedError(url, "is not for programs, says its robots.txt", "open it in a browser")

    def delay(self, url: str) -> float | None:
        """Return the seconds that a machine asks for between two requests, if it does."""
        file = self.files.get(origin := origin_of(url))
        if file is None or file.state is not RobotsState.READ:
            return None
        found = self._parsed(origin, file).crawl_delay(AGENT)
        return None if found is None else float(found)

    def _file(self, fetcher: Fetcher, origin: str) -> RobotsFile:
        now = self._clock()
        with self._lock:
            known = self.files.get(origin)
        if known and known.until > now:
            return known
        found = _ask(fetcher, f"{origin}/robots.txt", now)
        with self._lock:
            self.files[origin] = found
            self._rules.pop(origin, None)
        return found

    def _parsed(self, origin: str, file: RobotsFile) -> Any:
        with self._lock:
            if origin not in self._rules:
                protego = need(origin, "a site with a robots.txt", "protego")
                self._rules[origin] = protego.Protego.parse(file.text or "")
            return self._rules[origin]


def origin_of(url: str) -> str:
    """Return scheme, name and port of an address: what one robots.txt holds for."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}".lower()


def _ask(fetcher: Fetcher, url: str, now: dt.datetime) -> RobotsFile:
    try:
        found = fetcher.fetch(url)
    except FetchError as error:
        if error.status in HAS_NONE:
            return RobotsFile(RobotsState.NONE, now + DAY)
        return RobotsFile(RobotsState.UNREACHABLE, now + SHORT, error.what)
    text = found.data[:LONGEST].decode("utf-8", "replace")
    return RobotsFile(RobotsState.READ, now + _validity(found), text)


def _validity(found: Fetched) -> dt.timedelta:
    """Return how long a robots.txt holds: as long as it says of itself, within bounds; else a day."""
    told = MAX_AGE.search(found.headers.get("cache-control", ""))
    return min(max(dt.timedelta(seconds=int(told[1])), SHORT), DAY) if told else DAY
