"""Show text as text: nothing of an article or a file name can steer a terminal."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

__all__ = ["harmless", "harmless_lines", "width_of"]

# Control characters, line separators, and marks that turn the reading direction or show nothing.
STEERING: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)
PICTURES: Final = 0x2400  # the block of pictures of control characters
ZERO_WIDTH: Final = frozenset({"Mn", "Me", "Cf"})


def harmless(text: str) -> str:
    """Replace what steers a terminal by a picture or by its code, e.g. `␛[31m` or `⟨202E⟩`."""
    return text if text.isascii() and text.isprintable() else STEERING.sub(_picture, text)


def harmless_lines(text: str) -> str:
    """Do so in a text of several lines, and leave the line ends."""
    return "\n".join(map(harmless, text.split("\n")))


def _picture(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x20:
        return chr(PICTURES + code)
    return "␡" if code == 0x7F else f"⟨{code:04X}⟩"


def width_of(text: str) -> int:
    """Count the columns that text takes on a terminal."""
    return len(text) if text.isascii() else sum(map(_width, text))


def _width(sign: str) -> int:
    if unicodedata.category(sign) in ZERO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1
