"""Text in a cell that no spreadsheet takes for a formula, also if it parts cells where it should not."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["guarded", "unguarded"]

# Where a cell may begin: at the start, and, to a spreadsheet that is set to part cells by semicolons and so
# heeds no quotation marks, after one and on a new line. There what OWASP names for CSV injection would be
# run, also behind blanks or as wide as a Chinese sign. An apostrophe of the text is marked to tell it apart.
RISKY: Final = re.compile(r"(?:^|(?<=[;\t\r\n]))(?=\s*['=+\-@＝＋－＠])|^(?=[\t\r\n])")
MARK: Final = "'"
MARKED: Final = re.compile(rf"(^|[;\t\r\n]){MARK}")


def guarded(text: str) -> str:
    """Put an apostrophe where a spreadsheet would begin a formula, and where one stands at such a place."""
    return RISKY.sub(MARK, text)


def unguarded(cell: str) -> str:
    """Return the text of a cell again: without the apostrophe that it, a part or a line begins with."""
    return MARKED.sub(r"\1", cell)
