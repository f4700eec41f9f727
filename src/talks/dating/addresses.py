"""Read the day that the address of a page holds: /2026/feb/20/, /2026/02/20/, /2026-02-20."""

from __future__ import annotations

import datetime as dt
import re
from contextlib import suppress

from talks.dates import DateGrammar
from talks.dates.almanac import DAY
from talks.models import Basis, Precision, When, month_end

__all__ = ["corrected", "date_of_address"]

DATED = re.compile(
    r"/(?P<year>(?:19|20)\d\d)/(?P<month>[a-z]{3,9}|\d{1,2})(?:/(?P<day>\d{1,2}))?(?=/)"
    r"|[/_-](?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?![\d])",
    re.IGNORECASE,
)
CLOCKS = 2  # days by which clocks and zones may differ


def date_of_address(url: str | None, grammar: DateGrammar) -> When:
    """Return the day, or the month, by which a site has filed a page, if its address tells one."""
    match = DATED.search(url or "")
    if match is None:
        return When.unknown()
    year, month = match["year"] or match["y"], match["month"] or match["m"]
    number = int(month) if month.isdigit() else grammar.lexicon.classes["MONTH"].values.get(month.lower(), 0)
    with suppress(ValueError):  # /2026/13/
        return _when(int(year), int(number), match["day"] or match["d"])
    return When.unknown()


def _when(year: int, month: int, day: str | None) -> When:
    if day:
        return When.day(dt.date(year, month, int(day)), Basis.METADATA)
    first = dt.date(year, month, 1)
    last = month_end(year, month)
    return When(earliest=first, latest=last, precision=Precision.MONTH, basis=Basis.METADATA)


def corrected(told: When, filed: When) -> When:
    """Return the day that a page tells of itself, but that of its address where it was filed only later.

    Programs that save pages take the date of a caption for that of the article.
    """
    if told.latest is None or filed.earliest is None:
        return told
    return filed if told.latest + CLOCKS * DAY < filed.earliest else told
