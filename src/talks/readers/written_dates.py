"""Read a date that a person or a machine wrote into a field: the calendar day as written.

An offset is never applied: what was published at 23:30-08:00 on the second was published on the second.
05/06/2024 is the fifth of June to some and the sixth of May to others, so it is no date: only 05.06.2024 is
always the fifth of June, and 13/06/2024 can't be anything else. Nor is anything but a whole date.
"""

from __future__ import annotations

import datetime as dt
import re
from contextlib import suppress

from talks.models import Basis, Precision, When, month_end

__all__ = ["doubt_of_date", "read_date"]

ISO = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?!\d)|(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)")
MONTH = re.compile(r"(\d{4})-(\d\d)")
YEAR = re.compile(r"\d{4}")
YEAR_INSIDE = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
DOTTED = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}(?!\d)")  # the day comes first wherever dots are used
LONGEST = 60  # characters of a written date with weekday, zone and time
# A part that a date leaves out comes from these, so a reading that both agree on has left out nothing.
DEFAULTS = (dt.datetime(2000, 1, 1), dt.datetime(2001, 2, 2))
FORMS = "write 2025-06-02, 2025-06 or 2025"


def read_date(value: object, basis: Basis) -> When | None:
    """Read a day, or an ISO month or year; None if it is anything else."""
    if isinstance(value, dt.datetime):
        return When.day(value.date(), basis)
    if isinstance(value, dt.date):
        return When.day(value, basis)
    text = str(value).strip() if isinstance(value, str | int) and not isinstance(value, bool) else ""
    if day := _day(text):
        return When.day(day, basis)
    return _span(text, basis)


def doubt_of_date(value: object) -> str | None:
    """Say in a few words why what was written is no date; None of what is one, or is nothing."""
    text = str(value).strip() if isinstance(value, str | int | float) and not isinstance(value, bool) else ""
    if not text or read_date(value, Basis.METADATA):
        return None
    shown = repr(text if len(text) <= LONGEST else text[:LONGEST] + "…")
    if len(days := _days(text)) > 1:
        either = " or ".join(f"{day.day} {day:%B %Y}" for day in days)
        return f"the date {shown} may be {either}, and is taken as unknown; {FORMS}"
    return f"the date {shown} can't be read, and is taken as unknown; {FORMS}"


def _day(text: str) -> dt.date | None:
    days = _days(text)
    return days[0] if len(days) == 1 else None


def _days(text: str) -> list[dt.date]:
    """Return the days that a text may be: none if it tells no whole date, two if it is ambiguous."""
    if match := ISO.match(text):
        year, month, day = (int(group) for group in match.groups() if group)
        with suppress(ValueError):
            return [dt.date(year, month, day)]
        return []
    if not YEAR_INSIDE.search(text) or len(text) > LONGEST or not text.isprintable():
        return []
    orders = (True,) if DOTTED.search(text) else (True, False)
    found = (_worded_day(text, dayfirst=first) for first in orders)
    return list(dict.fromkeys(day for day in found if day))


def _worded_day(text: str, *, dayfirst: bool) -> dt.date | None:
    from dateutil.parser import parse

    try:
        # The zone is dropped unread: it would warn of names it does not know, and could only move the day.
        days = {parse(text, dayfirst=dayfirst, ignoretz=True, default=default).date() for default in DEFAULTS}
    except (ValueError, OverflowError, TypeError, AttributeError, RecursionError):
        return None
    return days.pop() if len(days) == 1 else None


def _span(text: str, basis: Basis) -> When | None:
    with suppress(ValueError):
        if match := MONTH.fullmatch(text):
            year, month = int(match[1]), int(match[2])
            first, last = dt.date(year, month, 1), month_end(year, month)
            return When(earliest=first, latest=last, precision=Precision.MONTH, basis=basis)
        if YEAR.fullmatch(text):
            first, last = dt.date(int(text), 1, 1), dt.date(int(text), 12, 31)
            return When(earliest=first, latest=last, precision=Precision.YEAR, basis=basis)
    return None
