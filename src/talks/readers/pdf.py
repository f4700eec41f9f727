"""PDF documents: their text, page after page, without what stands at the edge of every page."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice
from types import ModuleType
from typing import Final

from talks.errors import ReadError
from talks.piece import Piece
from talks.readers.extras import need, one_line
from talks.readers.sources import MAX_BYTES, Source

__all__ = ["BINARY", "MEDIA_TYPES", "SNIFF", "SUFFIXES", "read"]

BINARY = True
SUFFIXES = (".pdf",)
MEDIA_TYPES = ("application/pdf",)
SNIFF = re.compile(rb"%PDF-")
HYPHEN: Final = re.compile(r"(?<=[a-z])-\n(?=[a-z])")  # a word that the end of a line divides
DIGITS: Final = re.compile(r"\d+")
EDGE: Final = 2  # lines at the top and at the foot of a page among which a running title stands
MOST: Final = 0.5  # part of the pages on which a line stands that runs through the document
FEW: Final = 3  # pages from which that can be told
LONGEST: Final = 2000  # pages that are read
GENERIC: Final = re.compile(r"(?i)untitled|microsoft word|\.(?:docx?|pdf|indd|qxd)\b")


def read(source: Source) -> list[Piece]:
    """Read the whole document as one piece; when it was made is not when it was published."""
    library = need(source.locator, "a PDF", "pypdf")
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it would write of every flaw to the terminal
    try:
        pages, title = _open(library, source.data)
    except library.errors.FileNotDecryptedError as error:
        raise ReadError(source.locator, "is a PDF with a password", "save it without one") from error
    except Exception as error:  # it raises what its own parsers do, and says so nowhere
        raise ReadError(source.locator, f"is a broken PDF ({one_line(error)})", "save it as text") from error
    text = HYPHEN.sub("", "\n".join(_without_edges(pages)))
    if not text.strip():
        raise ReadError(source.locator, "is a PDF without text, as a scan is", "have its words recognised")
    return [Piece(source.locator, text, title=_title(title))]


def _open(library: ModuleType, data: bytes) -> tuple[list[list[str]], str]:
    """Return the lines of each page, and the title."""
    document = library.PdfReader(io.BytesIO(data))
    if document.is_encrypted:
        document.decrypt("")
    pages, size = [], 0
    for page in islice(document.pages, LONGEST):
        text = page.extract_text()
        size += len(text)
        if size > MAX_BYTES:
            raise OverflowError("it unpacks to more than is read of a file")
        pages.append(text.splitlines())
    return pages, str((document.metadata and document.metadata.title) or "")


def _without_edges(pages: Sequence[Sequence[str]]) -> list[str]:
    """Leave out lines that, but for figures, stand at the edge of most pages, e.g. running titles."""
    told = Counter(key for page in pages for key in {_key(line) for line in (*page[:EDGE], *page[-EDGE:])})
    running = {key for key, n in told.items() if len(pages) >= FEW and n > MOST * len(pages)}
    return [
        line
        for page in pages
        for at, line in enumerate(page)
        if EDGE <= at < len(page) - EDGE or _key(line) not in running
    ]


def _key(line: str) -> str:
    return DIGITS.sub("#", " ".join(line.split()))


def _title(title: str) -> str | None:
    """Return the title, unless it is only the name of a file or nothing."""
    title = " ".join(title.split())
    return None if not title or GENERIC.search(title) else title
