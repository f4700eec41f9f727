"""Numbers that are known more or less exactly, and bars of them."""

from __future__ import annotations

from typing import Final

from talks.views.amounts import Amount

__all__ = ["MARKS", "bar", "number", "plain_bar"]

MARKS: Final = {"≥": "at least", "≤": "at most", "≈": "about"}
EIGHTHS: Final = " ▏▎▍▌▋▊▉█"
FULL, MAYBE = "█", "░"
PLAIN, PLAIN_MAYBE = "#", "."
STEPS: Final = 8  # of a block


def number(amount: Amount) -> str:
    """Write a number: 1,000, 309–312, ≥1,000, ≤400, ≈30."""
    about = "≈" if amount.about else ""
    if amount.most is None:
        return f"≥{amount.least:,}"
    if amount.least == amount.most:
        return f"{about}{amount.least:,}"
    return f"≤{amount.most:,}" if not amount.least else f"{about}{amount.least:,}–{amount.most:,}"


def bar(amount: Amount, most: int, room: int) -> str:
    """Draw a number as a bar in blocks, of which `most` takes all the room; what is not sure is shaded."""
    sure, rest = divmod(round(room * STEPS * amount.least / most) if most else 0, STEPS)
    drawn = FULL * sure + (EIGHTHS[rest] if rest else "")
    return (drawn or (EIGHTHS[1] if amount.least else "")) + MAYBE * _shaded(amount, most, room, len(drawn))


def plain_bar(amount: Amount, most: int, room: int) -> str:
    """Draw a number as a bar in ASCII."""
    drawn = round(room * amount.least / most) if most else 0
    drawn = max(drawn, 1 if amount.least else 0)
    return PLAIN * drawn + PLAIN_MAYBE * _shaded(amount, most, room, drawn)


def _shaded(amount: Amount, most: int, room: int, drawn: int) -> int:
    if amount.most == amount.least or not most:
        return 0
    return max(1, round(room * amount.top / most) - drawn)
