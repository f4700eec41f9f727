"""When a page is asked again: a stated number of times while its feed names it, and after failures.

A page that was kept is asked again 1 hour, 6 hours, 1 day, 3 days and 7 days after it first answered, to see
silent edits; a page that fails 1, 2, 4, 8, 16 hours after it did, and every 16 hours from then on if its
machine is down or the connection is. What its feed tells anew is asked at once.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

__all__ = ["next_check", "next_try"]

CHECKS: Final = tuple(dt.timedelta(hours=hours) for hours in (1, 6, 24, 72, 168))
RETRIES: Final = tuple(dt.timedelta(hours=hours) for hours in (1, 2, 4, 8, 16))


def next_check(fetched_at: dt.datetime, now: dt.datetime) -> dt.datetime | None:
    """Return when a page that first answered at a time is asked again; None if it is no more."""
    return next((fetched_at + after for after in CHECKS if fetched_at + after > now), None)


def next_try(failures: int, now: dt.datetime, *, may_pass: bool = False) -> dt.datetime | None:
    """Return when a page that failed so many times running is tried again; None if it is given up.

    It is not as long as what it fails for may pass.
    """
    times = min(failures, len(RETRIES)) if may_pass else failures
    return now + RETRIES[times - 1] if times <= len(RETRIES) else None
