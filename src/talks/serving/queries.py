"""What a request asks for: the filters of an address, read and checked as the command line reads its own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Final, TypeVar
from urllib.parse import urlencode

from talks.asking.parsing import read_as_of, read_range
from talks.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["PAGE", "Query", "Slice"]

T = TypeVar("T")

PAGE: Final = "page"
SIZE: Final = 100  # lines of a page
MOST_DIGITS: Final = 6


@dataclass(frozen=True, slots=True)
class Slice:
    """A page of a long list: its number, from 1, and whether another follows."""

    number: int = 1
    more: bool = False


@dataclass(slots=True)
class Query:
    """The filters of an address by name; empty ones, as forms send them, are as if they were not there.

    `sliced` tells which page of a list was taken, once it was.
    """

    args: Mapping[str, Sequence[str]]
    sliced: Slice = field(default_factory=Slice)

    @classmethod
    def read(cls, args: Mapping[str, Sequence[str]], allowed: Collection[str]) -> Query:
        """Read the filters; refuse those that a page has not."""
        given = {name: [value for value in values if value.strip()] for name, values in args.items()}
        for name in given:
            if name not in allowed and name != PAGE:
                choices = ", ".join(allowed) or "none"
                raise UsageError(name, "this page has no such filter", f"its filters are: {choices}")
        return cls({name: values for name, values in given.items() if values})

    def all(self, name: str) -> Sequence[str]:
        """Return all values of a filter."""
        return self.args.get(name, ())

    def one(self, name: str) -> str | None:
        """Return the last value of a filter that takes one."""
        return self.all(name)[-1] if self.all(name) else None

    def range(self) -> tuple[dt.date | None, dt.date | None]:
        """Return the first and the last day that are asked for."""
        return read_range(self.one("since"), self.one("until"), begin="since", end="until")

    def day(self) -> dt.date | None:
        """Return the day as of which something is to be known."""
        return read_as_of(self.one("as_of"), option="as_of")

    def taken(self, found: Iterable[T]) -> list[T]:
        """Take the page that is asked for of a long list."""
        number = self._number()
        rows = list(islice(found, (number - 1) * SIZE, number * SIZE + 1))
        self.sliced = Slice(number, len(rows) > SIZE)
        return rows[:SIZE]

    def _number(self) -> int:
        written = self.one(PAGE) or "1"
        if not (written.isascii() and written.isdigit()) or len(written) > MOST_DIGITS or not int(written):
            raise UsageError(f"page {written}", "this is no number of a page", "pages are counted from 1")
        return int(written)

    def to_page(self, number: int) -> str:
        """Write the filters for another page of the same list."""
        rest = {name: values for name, values in self.args.items() if name != PAGE}
        return "?" + urlencode(rest | {PAGE: [str(number)]}, doseq=True)

    def written(self) -> str:
        """Write the filters as they were asked for, with a question mark if there are any."""
        return "?" + urlencode(self.args, doseq=True) if self.args else ""
