"""The pins: each is a version of something that the project needs."""

import re
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

PINS = Path(__file__).parents[2] / "constraints.txt"
PIN = re.compile(r"([A-Za-z0-9._-]+)==([0-9][A-Za-z0-9.]*)")
NAME = re.compile(r"[A-Za-z0-9._-]+")


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def needed(*names: str) -> set[str]:
    """Return the packages that some need, with those that these need, whatever the platform or extra."""
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += [plain(NAME.match(line)[0]) for line in wanted(name)]
    return found


def wanted(name: str) -> list[str]:
    try:
        return requires(name) or []
    except PackageNotFoundError:  # of an extra, or for another platform
        return []


def test_each_pin_is_a_plain_version_of_what_is_needed():
    lines = [line for line in PINS.read_text().splitlines() if not line.startswith("#")]
    pins = {plain(PIN.fullmatch(line)[1]) for line in lines}
    assert len(pins) == len(lines)
    assert pins <= needed("talks")
