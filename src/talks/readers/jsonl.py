"""One JSON object a line: `{title, text, url, published, …}`, or the article rows of our own export.

Collections of news name the text otherwise: news-please and CC-NEWS `maintext`, feeds `content`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from talks.errors import ReadError
from talks.models import Basis, Precision, When
from talks.piece import Piece
from talks.readers.encodings import decode
from talks.readers.fields import read_fields
from talks.readers.sources import Source
from talks.readers.written_dates import read_date

__all__ = ["SNIFF", "SUFFIXES", "read"]

SUFFIXES = (".jsonl", ".ndjson")
SNIFF = re.compile(rb'\s*\{\s*"')
TEXTS = ("text", "maintext", "content", "body")  # where the article stands, the first that there is
MOST_PARTS = 1_000_000  # a larger number is no part
# What an export tells of dates found in the text is found again in it; only what came from outside is kept.
OUTSIDE = {basis.value: basis for basis in (Basis.GIVEN, Basis.METADATA)}


def read(source: Source) -> Iterator[Piece | ReadError]:
    """Yield a piece for each article, numbered from 0, and an error for each line that is none."""
    text, encoding = decode(source.data)
    part = 0
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        found = _read_line(source.locator, number, line)
        if isinstance(found, ReadError):
            yield found
        elif found is not None:
            yield _piece(source.locator, number, part, found, encoding)
            part += 1


def _read_line(locator: str, number: int, line: str) -> Mapping[str, Any] | ReadError | None:
    where = f"{locator}:{number}"
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        return ReadError(where, f"is not JSON: {error}", "write one object a line")
    if not isinstance(row, dict):
        return ReadError(where, "is not an object", 'write {"title": …, "text": …}')
    if row.get("record", "article") != "article":
        return None
    if not (text := _text(row)):
        return ReadError(where, "has no text", 'put the article under "text"')
    return row | {"text": text}


def _text(row: Mapping[str, Any]) -> str | None:
    texts = (row[name] for name in TEXTS if isinstance(row.get(name), str))
    return next((text for text in texts if text.strip()), None)


def _piece(locator: str, line: int, part: int, row: Mapping[str, Any], encoding: str) -> Piece:
    fields = read_fields(row)
    if isinstance(row.get("published"), dict) and (published := _exported(row["published"])):
        fields["published"] = published
    return Piece(locator, row["text"], part=part, line=line, told=_told(row), encoding=encoding, **fields)


def _told(row: Mapping[str, Any]) -> tuple[str, int | None] | None:
    """Return where a row of an export says that its article was found."""
    path, part = row.get("path"), row.get("part")
    if row.get("record") != "article" or not isinstance(path, str) or not path.strip():
        return None
    path = path.encode("utf-8", "replace").decode()
    return path, part if isinstance(part, int) and 0 <= part <= MOST_PARTS else None


def _exported(published: Mapping[str, Any]) -> When | None:
    basis = OUTSIDE.get(str(published.get("basis", Basis.METADATA)))
    first = read_date(published.get("date"), basis) if basis else None
    last = read_date(published.get("end"), basis) if basis else None
    if first is None or last is None:
        return first
    return first.model_copy(update={"latest": last.latest, "precision": Precision.SPAN})
