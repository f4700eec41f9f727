"""Plain text, as it stands."""

from __future__ import annotations

from talks.piece import Piece
from talks.readers.encodings import decode
from talks.readers.sources import Source

__all__ = ["MEDIA_TYPES", "SUFFIXES", "read"]

SUFFIXES = (".txt", ".text")
MEDIA_TYPES = ("text/plain",)


def read(source: Source) -> list[Piece]:
    """Read the whole file as one piece; what it holds besides the article is told apart later."""
    text, encoding = decode(source.data, source.charset)
    return [Piece(source.locator, text, encoding=encoding)]
