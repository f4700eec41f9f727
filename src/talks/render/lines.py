"""Lines of a screen: words with a style, in columns, wrapped only where there is a width."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final, Literal, NamedTuple

from talks.render.harmless import harmless, width_of

__all__ = ["Cell", "Paper", "Row", "Style", "Text", "Word", "plain", "styled", "text_width", "wrap"]

Style = Literal["", "bold", "dim", "italic", "held", "planned", "off", "accent", "warn", "mark"]
SGR: Final[dict[Style, str]] = {
    "bold": "1",
    "dim": "2",
    "italic": "3",
    "held": "32",
    "planned": "36",
    "off": "31",
    "accent": "35",
    "warn": "33;1",
    "mark": "1;4",
}
GAP: Final = 2  # columns between the body and what stands at the right margin
PIECE: Final = re.compile(r"[^ ]* +|[^ ]+")
LEAST: Final = 20  # columns beside which a body stands; where fewer are left, it stands beneath


class Word(NamedTuple):
    """Text in one style; it may hold blanks."""

    text: str
    style: Style = ""


Text = tuple[Word, ...]


class Cell(NamedTuple):
    """A column at the left, filled up with blanks; words too long for it stand beneath one another."""

    text: Text
    width: int


@dataclass(frozen=True, slots=True)
class Row:
    """Columns at the left, a body that wraps beside them, and what stands at the right margin."""

    cells: tuple[Cell, ...] = ()
    body: Text = ()
    right: Text = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """What is written on: so many columns wide, or endless; with colours or without; with blocks to draw in.

    On endless paper what else stands at the right margin comes before the body, so that all columns line up.
    """

    width: int | None = None
    colour: bool = False
    blocks: bool = True

    @property
    def draws(self) -> bool:
        """Whether bars are drawn in blocks: on a terminal that has them; else in ASCII."""
        return self.blocks and self.width is not None

    def room_beside(self, row: Row) -> int | None:
        """Return the columns that are left to the body of a row, or None where there is no end to them."""
        if self.width is None:
            return None
        beside = self._beside(row)
        return beside if beside >= LEAST else max(LEAST, self.width - self._step(row))

    def _step(self, row: Row) -> int:
        """Return by how much a body beneath its columns stands in: past the first, if there is room."""
        first = row.cells[0].width + 1 if row.cells else 0
        return max(1, min(first, (self.width or 0) - LEAST))

    def _beside(self, row: Row) -> int:
        right = text_width(row.right)
        taken = sum(cell.width + 1 for cell in row.cells) + (right + GAP if right else 0)
        return (self.width or 0) - taken

    def write(self, row: Row) -> Iterator[str]:
        """Yield the lines of a row."""
        room = self.room_beside(row)
        if self.width is None or room is None:
            columns = [part for cell in row.cells for part in _filled(cell)]
            yield self._line([*columns, *row.right, *([Word("  ")] if row.right else []), *row.body])
            return
        if row.cells and row.body and self._beside(row) < LEAST:
            yield from self.write(Row(row.cells, right=row.right))
            step = plain(" " * self._step(row))
            yield from (self._line((*step, *line)) for line in wrap(row.body, room))
            return
        indent = sum(cell.width + 1 for cell in row.cells)
        lines = zip_longest(_beneath(row.cells), wrap(row.body, room), fillvalue=())
        for n, (left, text) in enumerate(lines):
            margin = self.width - indent - text_width(text) - text_width(row.right)
            right = (Word(" " * max(0, margin)), *row.right) if row.right and not n else ()
            yield self._line([*(left or plain(" " * indent)), *text, *right])

    def write_all(self, rows: Iterable[Row]) -> Iterator[str]:
        """Yield the lines of several rows."""
        for row in rows:
            yield from self.write(row)

    def _line(self, text: Iterable[Word]) -> str:
        return "".join(self._painted(word) for word in text).rstrip(" ")

    def _painted(self, word: Word) -> str:
        shown = harmless(word.text)
        if not self.colour or not word.style or not shown.strip():
            return shown
        return f"\x1b[{SGR[word.style]}m{shown}\x1b[0m"


def _beneath(cells: Iterable[Cell]) -> Iterator[Text]:
    """Yield the lines that columns take."""
    columns = [[Cell(text, cell.width) for text in _broken(cell)] for cell in cells]
    empty = [Cell((), column[0].width) for column in columns]
    for n in range(max(map(len, columns), default=1)):
        parts = (
            column[n] if n < len(column) else blank for column, blank in zip(columns, empty, strict=True)
        )
        yield tuple(word for part in parts for word in _filled(part))


def _broken(cell: Cell) -> list[Text]:
    return [cell.text] if text_width(cell.text) <= cell.width else [(word,) for word in cell.text]


def _filled(cell: Cell) -> Iterator[Word]:
    yield from cell.text
    yield Word(" " * (max(0, cell.width - text_width(cell.text)) + 1))


def plain(text: str) -> Text:
    """Return text without style."""
    return (Word(text),)


def styled(text: str, style: Style) -> Text:
    """Return text in one style."""
    return (Word(text, style),)


def text_width(text: Text) -> int:
    """Count the columns that words take."""
    return sum(width_of(harmless(word.text)) for word in text)


def wrap(text: Text, width: int) -> list[Text]:
    """Break text at blanks; what is longer than a line is broken anywhere."""
    lines: list[Text] = []
    line: list[Word] = []
    room = width
    for cluster in _clusters(text, width):
        words = "".join(word.text for word in cluster)
        if not words:
            continue
        if width_of(harmless(words.rstrip(" "))) > room and line:
            lines.append(_without_blank_end(line))
            line, room = [], width
        if line or words.strip(" "):
            line += cluster
            room -= width_of(harmless(words))
    return [*lines, _without_blank_end(line)] if line else lines


def _without_blank_end(line: list[Word]) -> Text:
    *most, last = line
    return (*most, Word(last.text.rstrip(" "), last.style))


def _clusters(text: Text, width: int) -> Iterator[list[Word]]:
    """Cut words into what must stay on one line: up to a blank, whatever the styles."""
    cluster: list[Word] = []
    for part in _parts(text, width):
        if text_width((*cluster, part._replace(text=part.text.rstrip(" ")))) > width:
            yield cluster
            cluster = []
        cluster.append(part)
        if part.text.endswith(" "):
            yield cluster
            cluster = []
    yield cluster


def _parts(text: Text, width: int) -> Iterator[Word]:
    for word in text:
        for piece in PIECE.findall(word.text):
            yield from (Word(part, word.style) for part in _chunks(piece, width))


def _chunks(piece: str, width: int) -> Iterator[str]:
    """Cut a piece that is longer than a line."""
    start = used = 0
    for at, sign in enumerate(piece.rstrip(" ")):
        size = width_of(harmless(sign))
        if used + size > width:
            yield piece[start:at]
            start, used = at, 0
        used += size
    yield piece[start:]
