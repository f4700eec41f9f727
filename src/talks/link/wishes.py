"""The wishes for a meeting of two leaders, and the days that end them, by keys that are in their order.

The next wish renews one however long the silence: it is found without reading what else is told of the two.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from talks.link.loose import is_wish
from talks.link.relations import PAIR, end, start
from talks.link.reports import Clue, Days

__all__ = ["Key", "Seek", "ends_between", "in_order", "wishes_beside"]

Key = str
Seek = Callable[[Key, Key, bool], Key | None]  # the first key from one up to another; or the last, if asked

WISH: Final = "wish"
DUE: Final = "due"
IN_ORDER: Final = re.compile(rf"(.+)\|({WISH}|{DUE})\|(\d+)\|\d+")
LAST: Final = "~"  # is behind all that a key can go on with


def in_order(clue: Clue) -> Iterator[tuple[object, ...]]:
    """Yield the key of a wish, or of a day on which two leaders met or were to meet."""
    if clue.file.of_leaders and len(clue.people) == PAIR:
        if is_wish(clue) and clue.reach:
            yield (clue.kind, *sorted(clue.people), WISH, *_numbers(clue.reach))
        elif clue.fixed and clue.days and (clue.real or clue.settled):
            yield (clue.kind, *sorted(clue.people), DUE, *_numbers(clue.days))


def wishes_beside(key: Key, seek: Seek) -> tuple[Key | None, Key | None]:
    """Return the keys of the last wish before what has a key, and of the first after it, if there are any."""
    found = IN_ORDER.fullmatch(key)
    if not found:
        return None, None
    pair, what, first = found.groups()
    line = _line(pair, WISH)
    behind = key + LAST if what == WISH else line + _number(int(first) + 1)
    return seek(line, key if what == WISH else behind, True), seek(behind, line + LAST, False)


def ends_between(one: Clue, two: Clue, seek: Seek) -> bool:
    """Tell whether the two leaders met, or were to meet on a day, between two wishes."""
    line = _line("|".join((one.kind, *sorted(one.people))), DUE)
    first, last = line + _number(end(one) + 1), line + _number(start(two))
    while key := seek(first, last, False):
        if int(key.rpartition("|")[2]) < start(two):
            return True
        first = key + LAST
    return False


def _line(pair: str, what: str) -> Key:
    return f"{pair}|{what}|"


def _numbers(days: Days) -> tuple[str, str]:
    return _number(days[0]), _number(days[1])


def _number(day: int) -> str:
    """Return a day so that its text is in order."""
    return f"{day:07}"
