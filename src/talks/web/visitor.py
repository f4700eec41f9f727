"""Ask one machine as it wants to be asked: within its robots.txt, with pauses, and not at all for a while."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

from talks.errors import ReadError, TalksError, failure
from talks.store import Fetched
from talks.web.failures import FetchError
from talks.web.fetching import Fetcher, Limits
from talks.web.machines import Machines
from talks.web.robots import Clock, Robots, origin_of

__all__ = ["Answer", "Manners", "Request", "Visitor"]

QUICK: Final = Limits(attempts=2, patience=2.0)  # what needs longer comes with the next update


@dataclass(frozen=True, slots=True)
class Manners:
    """How machines are asked; times are in seconds, and `sleep` waits for so many.

    `debug` lets faults of the program come through.
    """

    clock: Clock
    allow_private: bool = False
    limits: Limits = QUICK
    pause: float = 0.5  # between two requests to a machine
    longest_pause: float = 30.0  # that its robots.txt may ask for
    machines: int = 8  # that are asked at once
    sleep: Callable[[float], None] = time.sleep
    debug: bool = False


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked: an address, with the headers that make it conditional, and which address told these."""

    link: str
    conditions: Mapping[str, str] = field(default_factory=dict)
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a request: a page, an error, or neither if a machine that it needs is left alone."""

    request: Request
    fetched: Fetched | None = None
    error: ReadError | None = None


class _LeftAloneError(ReadError):
    """An address of a machine that is left alone for a while."""


class Visitor:
    """Asks one machine, one thing after the other, and those to which it redirects."""

    def __init__(self, origin: str, machines: Machines, robots: Robots, manners: Manners) -> None:
        self._origin = origin
        self._machines = machines
        self._manners = manners
        self._robots = robots
        allow, limits = manners.allow_private, manners.limits
        self._scout = Fetcher(allow_private=allow, limits=limits)  # asks for robots.txt
        self._fetcher = Fetcher(allow_private=allow, limits=limits, check=self._check)
        self._pauses = not _is_this_machine(origin)
        self._begun = False

    def close(self) -> None:
        """Close the connections."""
        self._scout.close()
        self._fetcher.close()

    def ask(self, request: Request) -> Answer:
        """Ask for an address, unless the machine is left alone, or the one that it redirects to."""
        if self._machines.left_alone(self._origin, self._manners.clock()):
            return Answer(request)
        try:
            self._rest(request.link)
            fetched = self._fetcher.fetch(request.link, request.conditions, of=request.of)
        except _LeftAloneError:
            return Answer(request)
        except FetchError as error:  # held against the machine that a redirect led to, if one did
            self._machines.failed(origin_of(error.where), error, self._manners.clock())
            return Answer(request, error=error)
        except ReadError as error:
            return Answer(request, error=error)
        except TalksError:
            raise
        except Exception as fault:
            if self._manners.debug:
                raise
            return Answer(request, error=failure(request.link, fault))
        for url in (request.link, fetched.url):
            self._machines.answered(origin_of(url))
        return Answer(request, replace(fetched, at=self._manners.clock()))

    def _check(self, url: str) -> None:
        """Heed what the machine of an address asks for, also of one that a redirect leads to."""
        if host := self._machines.left_alone(origin_of(url), self._manners.clock()):
            raise _LeftAloneError(url, f"is of a machine that is left alone, as it {host.reason}")
        self._robots.check(self._scout, url)

    def _rest(self, url: str) -> None:
        """Wait between two requests, if robots.txt wants it as long as that; this machine needs none."""
        if self._begun and self._pauses:
            asked = min(self._robots.delay(url) or 0.0, self._manners.longest_pause)
            self._manners.sleep(max(asked, self._manners.pause))
        self._begun = True


def _is_this_machine(origin: str) -> bool:
    name = urlsplit(origin).hostname or ""
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return name == "localhost"
