"""Text in a cell that no spreadsheet takes for a formula."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["guarded", "unguarded"]

# What OWASP names for CSV injection, also behind blanks or as wide as a Chinese sign; and the mark itself.
RISKY: Final = re.compile(r"['\t\r\n]|\s*[=+\-@＝＋－＠]")
MARK: Final = "'"


def guarded(text: str) -> str:
    """Put an apostrophe before what a spreadsheet would run, and before what begins with an apostrophe."""
    return MARK + text if RISKY.match(text) else text


def unguarded(cell: str) -> str:
    """Return the text of a cell again: without the apostrophe it begins with, if it does."""
    return cell.removeprefix(MARK)
