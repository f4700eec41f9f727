"""Addresses of articles as links: nothing of them may end a link, or be more than an address of the web."""

from __future__ import annotations

from typing import Final
from urllib.parse import quote

__all__ = ["web_address"]

SCHEMES: Final = ("https://", "http://")
KEPT: Final = "%:/?#@!$&*+,;=~-._"  # all that may stand in an address (RFC 3986), but brackets and quotes


def web_address(url: str | None) -> str | None:
    """Return an address that can be linked to, with all else percent-encoded; None for another scheme."""
    if url is None or not url.lower().startswith(SCHEMES):
        return None
    return quote(url, safe=KEPT)
