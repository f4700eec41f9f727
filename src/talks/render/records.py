"""Rows of records in a format for other programs: JSON, JSON Lines, CSV, Markdown."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final

from talks.models import Precision
from talks.render.harmless import STEERING, harmless
from talks.render.markdown import escaped
from talks.render.spreadsheets import guarded

__all__ = ["WRITERS", "Row", "json_text"]

Row = dict[str, Any]
Writer = Callable[[Iterable[Row], Sequence[str]], Iterator[str]]

JOINER: Final = "; "
LOOSE: Final = frozenset({Precision.APPROX.value, Precision.SEASON.value})


def json_text(value: Any, *, indent: int | None = None, compact: bool = False) -> str:
    """Write a value as JSON that can't steer a terminal: such signs are escaped."""
    separators = (",", ":") if compact else None
    written = json.dumps(value, ensure_ascii=False, indent=indent, separators=separators)
    return STEERING.sub(_escaped, written)


def _escaped(found: re.Match[str]) -> str:
    sign = found[0]
    if sign == "\n":  # between the lines of the JSON; one in a text is escaped already
        return sign
    return "\\u007f" if sign == "\x7f" else json.dumps(sign)[1:-1]


def write_jsonl(rows: Iterable[Row], _columns: Sequence[str]) -> Iterator[str]:
    """Yield one object a line."""
    return map(json_text, rows)


def write_json(rows: Iterable[Row], _columns: Sequence[str]) -> Iterator[str]:
    """Yield one array, an object a line."""
    before = "["
    for row in rows:
        yield before + json_text(row)
        before = ","
    yield "]" if before == "," else "[]"


def write_csv(rows: Iterable[Row], columns: Sequence[str]) -> Iterator[str]:
    """Yield RFC 4180 lines, with a header; lists are joined by semicolons."""
    yield _csv_line(columns)
    for row in rows:
        yield _csv_line([_cell(row.get(name)) for name in columns])


def _csv_line(cells: Sequence[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r").writerow(map(guarded, cells))
    return out.getvalue()


def write_md(rows: Iterable[Row], columns: Sequence[str]) -> Iterator[str]:
    """Yield a Markdown table."""
    yield _md_line(columns)
    yield _md_line(["---"] * len(columns))
    for row in map(_dated, rows):
        yield _md_line([escaped(_plain(row.get(name))) for name in columns])


def _dated(row: Row) -> Row:
    """Put EDTF for a date that by itself would say more than is known: about that day, in that season."""
    return row | {"date": row["edtf"]} if row.get("precision") in LOOSE else row


def _md_line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(value: Any) -> str:
    return harmless(_plain(value))


def _plain(value: Any) -> str:
    if value is None:
        return ""
    return JOINER.join(map(str, value)) if isinstance(value, list) else str(value)


WRITERS: Final[dict[str, Writer]] = {
    "json": write_json,
    "jsonl": write_jsonl,
    "csv": write_csv,
    "md": write_md,
}
