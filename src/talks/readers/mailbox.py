"""Mailboxes (MBOX, RFC 4155): each mail is an article, as in a file of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from talks.errors import ReadError
from talks.piece import Piece
from talks.readers.mail import read_mail
from talks.readers.sources import Source

__all__ = ["SUFFIXES", "read"]

SUFFIXES = (".mbox", ".mbx")
# A mail begins with such a line, which has a time or is followed by headers. Within a mail a ">" is written
# before one, though not by all programs: a paragraph that begins "From Castrel" begins no mail.
FROM: Final = re.compile(rb"(?:\A|(?<=\n))From (?:[^\n]*\d:\d\d[^\n]*\n|[^\n]*\n(?=[!-9;-~]+:))")
ESCAPED: Final = re.compile(rb"^>(>*From )", re.MULTILINE)


def read(source: Source) -> Iterator[Piece | ReadError]:
    """Yield a piece for each mail, numbered from 0, and an error for each that can't be read."""
    starts = list(FROM.finditer(source.data))
    if not starts or source.data[: starts[0].start()].strip():
        raise ReadError(source.locator, "is no mailbox", "save each mail as .eml")
    stops = [start.start() for start in starts[1:]] + [len(source.data)]
    line, before = 1, 0
    for part, (start, stop) in enumerate(zip(starts, stops, strict=True)):
        line += source.data.count(b"\n", before, start.start())
        before = start.start()
        found = _mail(source, source.data[start.end() : stop], line)
        yield found if isinstance(found, ReadError) else replace(found, part=part, line=line)


def _mail(source: Source, data: bytes, line: int) -> Piece | ReadError:
    where = f"{source.locator}:{line}"
    try:
        piece = read_mail(source.locator, ESCAPED.sub(rb"\1", data))
    except ReadError as error:
        return ReadError(where, error.what, error.remedy)
    return piece if piece.text.strip() else ReadError(where, "holds no text", "save the article itself")
