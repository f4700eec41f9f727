"""What gold and export have in common: dates and happenings as both write them."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import Annotated, Final

from pydantic import AfterValidator, BaseModel, ConfigDict

__all__ = ["Dated", "Days", "Figure", "Happened", "Written", "days_of"]

ISO: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
Days = tuple[dt.date, dt.date]  # first and last, both inclusive


def days_of(written: str) -> Days:
    """Return the first and the last day of `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; else raise `ValueError`."""
    found = ISO.fullmatch(written)
    if found is None:
        raise ValueError(f"{written!r} is no date such as 2025-06-02, 2025-06 or 2025")
    year, month, day = (int(part) if part else None for part in found.groups())
    first = dt.date(int(year or 0), month or 1, day or 1)
    if day:
        return first, first
    last = month or 12
    return first, first.replace(month=last, day=calendar.monthrange(first.year, last)[1])


def _checked(written: str | None) -> str | None:
    if written is not None:
        days_of(written)
    return written


Written = Annotated[str | None, AfterValidator(_checked)]


class Dated(BaseModel):
    """A date as it is written: `end` is the last day or month of a span."""

    model_config = ConfigDict(frozen=True)

    date: Written = None
    end: Written = None
    precision: str | None = None

    @property
    def fineness(self) -> str:
        """The precision; where none is written, as the date shows."""
        if self.precision:
            return self.precision
        return {10: "day", 7: "month", 4: "year"}[len(self.date)] if self.date else "unknown"


class Figure(BaseModel):
    """A figure and what it counts."""

    model_config = ConfigDict(frozen=True)

    n: int
    of: str


class Happened(Dated):
    """A happening as gold or export tells it."""

    kind: str
    status: str
    place: str | None = None
    parties: tuple[str, ...] = ()
    round: int | None = None
    counts: tuple[Figure, ...] = ()
