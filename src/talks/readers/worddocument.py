"""Word documents (.docx): paragraphs and tables in their order."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any, Final
from zipfile import BadZipFile, ZipFile

from talks.errors import ReadError
from talks.piece import Piece
from talks.readers.extras import need, one_line
from talks.readers.sources import MAX_BYTES, Source

__all__ = ["BINARY", "SNIFF", "SUFFIXES", "read"]

BINARY = True
SUFFIXES = (".docx",)
SNIFF = re.compile(rb"PK\x03\x04.{0,2000}?(?:word/|\[Content_Types\])", re.DOTALL)
SPACE: Final = re.compile(r"\s+")


def read(source: Source) -> list[Piece]:
    """Read the whole document as one piece; when it was written is not when it was published."""
    library = need(source.locator, "a Word document", "docx")
    _check_size(source)
    try:
        document = library.Document(io.BytesIO(source.data))
        lines = list(_lines(document))
        about = document.core_properties
        title, byline = SPACE.sub(" ", about.title or "").strip(), SPACE.sub(" ", about.author or "").strip()
    except Exception as error:  # it raises what the parsers of its parts do
        raise ReadError(
            source.locator, f"is a broken Word document ({one_line(error)})", "save it as text"
        ) from error
    text = "\n\n".join(lines)
    if title and title not in text[: 2 * len(title)]:
        text = f"{title}\n\n{text}"
    return [Piece(source.locator, text, title=title or None, byline=byline or None)]


def _check_size(source: Source) -> None:
    """Refuse a document that unpacks to more than any article has."""
    try:
        with ZipFile(io.BytesIO(source.data)) as archive:
            size = sum(member.file_size for member in archive.infolist())
    except (BadZipFile, ValueError, OSError) as error:
        raise ReadError(
            source.locator, f"is no Word document ({one_line(error)})", "save it as text"
        ) from error
    if size > MAX_BYTES:
        raise ReadError(source.locator, "unpacks to more than is read of a file", "split it into articles")


def _lines(document: Any) -> Iterator[str]:
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            for row in block.rows:
                cells = dict.fromkeys(row.cells)  # one that goes over several columns comes once for each
                yield " | ".join(cell.text.strip() for cell in cells)
        elif text := block.text.strip():
            yield text
