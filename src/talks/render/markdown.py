"""Text in Markdown that stays text: no sign of it is markup, and it stays on its line."""

from __future__ import annotations

import re
from typing import Final

from talks.render.harmless import harmless

__all__ = ["escaped", "linked"]

# Of CommonMark, of tables, and of what many programs add; an underscore within a word is none.
MARKUP: Final = re.compile(r"([\\`*\[\]<>|~^$&]|(?<![^\W_])_|_(?![^\W_]))")
BREAK: Final = re.compile(r"\s*\n\s*")
ENDS: Final = str.maketrans({"(": "%28", ")": "%29", "<": "%3C", ">": "%3E", " ": "%20"})


def escaped(text: str) -> str:
    """Write text so that it is shown as it is, in one line, wherever but at the beginning of a line."""
    return MARKUP.sub(r"\\\1", harmless(BREAK.sub(" ", text)))


def linked(text: str, url: str | None) -> str:
    """Write text as a link, if there is an address, which must be one of the web."""
    return f"[{escaped(text)}]({url.translate(ENDS)})" if url else escaped(text)
