"""The machines that are asked: until when each is left alone, and what its robots.txt allows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from talks.store.store import Store

__all__ = ["Host", "RobotsFile", "RobotsState", "load_hosts", "note_hosts"]


class RobotsState(StrEnum):
    """What came of asking for a robots.txt."""

    READ = "read"
    NONE = "none"  # there is none: all is allowed
    UNREACHABLE = "unreachable"  # nobody knows what it would forbid: nothing is allowed


@dataclass(frozen=True, slots=True)
class RobotsFile:
    """What a robots.txt says, and how long that holds."""

    state: RobotsState
    until: dt.datetime
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Host:
    """A machine, by scheme, name and port; `not_before` and `reason` are set while it is left alone."""

    origin: str
    failures: int = 0
    not_before: dt.datetime | None = None
    reason: str | None = None
    robots: RobotsFile | None = None


LOAD: Final = "SELECT origin, failures, not_before, reason, robots, robots_state, robots_until FROM hosts"
NOTE: Final = """INSERT OR REPLACE INTO hosts
(origin, failures, not_before, reason, robots, robots_state, robots_until) VALUES (?, ?, ?, ?, ?, ?, ?)"""


def load_hosts(store: Store) -> dict[str, Host]:
    """Return what is known of machines, by origin."""
    found = {}
    for origin, failures, not_before, reason, text, state, until in store.connection.execute(LOAD).fetchall():
        robots = RobotsFile(RobotsState(state), dt.datetime.fromisoformat(until), text) if state else None
        time = dt.datetime.fromisoformat(not_before) if not_before else None
        found[origin] = Host(origin, failures, time, reason, robots)
    return found


def note_hosts(store: Store, hosts: Iterable[Host]) -> None:
    """Record what became known of machines."""
    with store.transaction():
        for host in hosts:
            robots = host.robots
            told = (robots.text, robots.state.value, robots.until.isoformat()) if robots else (None,) * 3
            time = host.not_before.isoformat() if host.not_before else None
            store.connection.execute(NOTE, (host.origin, host.failures, time, host.reason, *told))
