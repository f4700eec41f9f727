"""Sparklines: a sign for each bucket of months; what is unknown is drawn as that, and not as nothing."""

from __future__ import annotations

from typing import Final

from talks.views.amounts import Amount
from talks.views.months import Buckets

__all__ = ["BLOCKS", "NONE", "SHADES", "UNKNOWN", "level", "none_sign", "scale", "spark"]

UNKNOWN, NONE = "?", "·"
BLOCKS: Final = "▁▂▃▄▅▆▇█"
SHADES: Final = "░▒▓"
PLAIN: Final = "_-=+*#"
MAYBE, PLAIN_MAYBE, PLAIN_NONE = "░", "~", "."
MONTHS: Final = {1: "month", 3: "quarter", 6: "half-year", 12: "year"}
YEAR: Final = 12


def level(number: int, most: int, signs: str) -> str:
    """Return the sign of a number by its share of the most there is; the least number has one, too."""
    return signs[max(0, -(-number * len(signs) // most) - 1)]


def spark(amount: Amount | None, missing: int, most: int, *, blocks: bool) -> str:
    """Draw the number of a bucket that is sure; else that there may be some, is an unknown one, or none."""
    if amount is not None and amount.least:
        return level(amount.least, most, BLOCKS if blocks else PLAIN)
    if amount is not None and amount.top:
        return MAYBE if blocks else PLAIN_MAYBE
    if missing:
        return UNKNOWN
    return none_sign(blocks=blocks)


def none_sign(*, blocks: bool) -> str:
    """Return the sign of a bucket that nothing is told of."""
    return NONE if blocks else PLAIN_NONE


def scale(buckets: Buckets, *, blocks: bool) -> str:
    """Tell what a sparkline spans, and what a sign stands for: Mar 2024 – Jun 2025, a sign a month."""
    first, last = buckets.begin(0), buckets.begin(buckets.size - 1)
    step = MONTHS.get(buckets.step) or f"{buckets.step // YEAR} years"
    dash = "–" if blocks else "-"
    ends = f"{first:%Y}{dash}{last:%Y}" if buckets.step >= YEAR else f"{first:%b %Y} {dash} {last:%b %Y}"
    return f"{ends}, a sign a {step}" if buckets.step <= YEAR else f"{ends}, a sign for {step}"
