"""Dates as they are written down (ISO 8601-2, EDTF) → records: the way back from `When.edtf`."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from talks.models import SEASONS, Precision, When, month_end

__all__ = ["read_edtf"]

PARTS: Final = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(~?)")
MONTHS: Final = 12
LONG: Final = 3  # months of a season


def read_edtf(text: str) -> When:
    """Return the date that `When.edtf` wrote: 2025-08-15, 2025-08, 2025-23, 2025-05-23/2025-06-23.

    Of its basis nothing is known; anything else is a ValueError.
    """
    first, to, last = text.partition("/")
    start, end = _read(first), _read(last or first)
    if not to:
        return start
    return When(earliest=start.earliest, latest=end.latest, precision=Precision.SPAN)


def _read(text: str) -> When:
    found = PARTS.fullmatch(text)
    if found is None:
        raise ValueError(f"{text!r} is no date of EDTF")
    year, month, day = (int(part) if part else None for part in found.groups()[:3])
    earliest, latest, precision = _bounds(year or 0, month, day)
    return When(earliest=earliest, latest=latest, precision=Precision.APPROX if found[4] else precision)


def _bounds(year: int, month: int | None, day: int | None) -> tuple[dt.date, dt.date, Precision]:
    if month is None:
        return dt.date(year, 1, 1), month_end(year, MONTHS), Precision.YEAR
    if month in SEASONS:
        start = SEASONS.index(month) * LONG or MONTHS
        return dt.date(year, start, 1), _season_end(year, start), Precision.SEASON
    if day is None:
        return dt.date(year, month, 1), month_end(year, month), Precision.MONTH
    return dt.date(year, month, day), dt.date(year, month, day), Precision.DAY


def _season_end(year: int, start: int) -> dt.date:
    last = start + LONG - 1
    return month_end(year + (last > MONTHS), (last - 1) % MONTHS + 1)
