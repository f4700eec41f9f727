"""Take long listings a page at a time, so that no more than a page is held."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

__all__ = ["paged"]

T = TypeVar("T")


def paged(rows: Iterable[T], size: int) -> Iterator[list[T]]:
    """Yield rows in lists of `size`, the last as long as it comes; none is empty."""
    rest = iter(rows)
    while page := list(islice(rest, size)):
        yield page
