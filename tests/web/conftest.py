"""A real server on loopback, and what is fetched from it."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from clocked import Clock
from pytest_httpserver import HTTPServer

from talks.web import Fetcher, Limits
from talks.web.visitor import Manners

QUICK = Limits(size=200_000, silence=0.5, whole=1.0, attempts=2, patience=0.2)


@pytest.fixture(scope="session")
def make_httpserver() -> Iterator[HTTPServer]:
    """Serve in threads: an answer that is slow must not hold up the next test."""
    with HTTPServer(threaded=True) as server:
        yield server


@pytest.fixture
def fetcher() -> Iterator[Fetcher]:
    with Fetcher(allow_private=True, limits=QUICK) as found:
        yield found


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def manners(clock: Clock) -> Manners:
    """Ask at once, and never again."""
    once = replace(QUICK, attempts=1)
    return Manners(clock=clock, allow_private=True, limits=once, sleep=clock.slept.append)
