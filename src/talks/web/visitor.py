"""Ask one machine as it wants to be asked: within its robots.txt, with pauses, and not at all for a while."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

from talks.errors import ReadError
from talks.store import Fetched
from talks.store.hosts import Host
from talks.web.fetching import Fetcher, FetchError, Limits
from talks.web.robots import Clock, Robots, origin_of

__all__ = ["Answer", "Manners", "Request", "Visitor"]

TIMES: Final = 3  # failures running after which a machine is left alone; one that asks for it, at once
FIRST: Final = dt.timedelta(minutes=5)  # for which it is; each time twice as long
LONGEST: Final = dt.timedelta(days=1)
LONGEST_ASKED: Final = dt.timedelta(days=7)  # whatever it asks for
QUICK: Final = Limits(attempts=2, patience=2.0)  # what needs longer comes with the next update


@dataclass(frozen=True, slots=True)
class Manners:
    """How machines are asked; times are in seconds, and `sleep` waits for so many."""

    clock: Clock
    allow_private: bool = False
    limits: Limits = QUICK
    pause: float = 0.5  # between two requests to a machine
    longest_pause: float = 30.0  # that its robots.txt may ask for
    machines: int = 8  # that are asked at once
    sleep: Callable[[float], None] = time.sleep


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked: an address, with the headers that make it conditional."""

    link: str
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a request: a page, an error, or neither if its machine is left alone."""

    request: Request
    fetched: Fetched | None = None
    error: ReadError | None = None


class Visitor:
    """Asks one machine, one thing after the other; `host` is what is known of it."""

    def __init__(self, host: Host, robots: Robots, manners: Manners) -> None:
        self.host = host
        self._manners = manners
        self._robots = robots
        allow, limits = manners.allow_private, manners.limits
        self._scout = Fetcher(allow_private=allow, limits=limits)  # asks for robots.txt
        self._fetcher = Fetcher(allow_private=allow, limits=limits, check=self._check)
        self._pauses = not _is_this_machine(host.origin)
        self._begun = False

    def close(self) -> None:
        """Close the connections."""
        self._scout.close()
        self._fetcher.close()

    def ask(self, request: Request) -> Answer:
        """Ask for an address, unless the machine is left alone."""
        now = self._manners.clock()
        if self.host.not_before and self.host.not_before > now:
            return Answer(request)
        try:
            self._rest(request.link)
            fetched = self._fetcher.fetch(request.link, request.headers)
        except FetchError as error:
            if origin_of(error.where) == self.host.origin:  # not where a redirect led
                self.host = _failed(self.host, error, self._manners.clock())
            return Answer(request, error=error)
        except ReadError as error:
            return Answer(request, error=error)
        self.host = replace(self.host, failures=0, not_before=None, reason=None)
        return Answer(request, replace(fetched, at=self._manners.clock()))

    def _check(self, url: str) -> None:
        """Heed robots.txt, also of the machine that a redirect leads to."""
        self._robots.check(self._scout, url)

    def _rest(self, url: str) -> None:
        """Wait between two requests, if robots.txt wants it as long as that; this machine needs none."""
        if self._begun and self._pauses:
            asked = min(self._robots.delay(url) or 0.0, self._manners.longest_pause)
            self._manners.sleep(max(asked, self._manners.pause))
        self._begun = True


def _failed(host: Host, error: FetchError, now: dt.datetime) -> Host:
    """Return what is known of a machine after a failure; only what may pass is one of the machine."""
    if error.wait is None:
        return replace(host, failures=0, not_before=None, reason=None)
    failures = host.failures + 1
    if not error.asked and failures < TIMES:
        return replace(host, failures=failures)
    doubled = 0 if failures <= TIMES else min(failures - TIMES, 10)
    asked = min(dt.timedelta(seconds=error.wait), LONGEST_ASKED)
    rest = max(asked, min(FIRST * 2**doubled, LONGEST))
    return replace(host, failures=failures, not_before=now + rest, reason=error.what)


def _is_this_machine(origin: str) -> bool:
    name = urlsplit(origin).hostname or ""
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return name == "localhost"
