"""What is printed on: data on standard output, messages on standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from shutil import get_terminal_size
from typing import TextIO

from talks.render.harmless import harmless
from talks.render.lines import Cell, Paper, Row, plain, wrap

__all__ = ["complain", "is_terminal", "output_paper", "say", "write_lines", "write_results"]

BLOCKS = "▁█░"
INDENT = 4  # columns by which the lines of a long result stand in


def is_terminal(stream: TextIO) -> bool:
    """Tell whether a person reads a stream."""
    return stream.isatty()


def output_paper() -> Paper:
    """Return what standard output is: as wide as the terminal, or endless."""
    terminal = is_terminal(sys.stdout)
    width = get_terminal_size().columns if terminal else None
    return Paper(width, colour=_has_colour(terminal), blocks=_has_blocks(sys.stdout.encoding or ""))


def _has_colour(terminal: bool) -> bool:
    """Decide on colours: NO_COLOR forbids, FORCE_COLOR demands, else a terminal that can."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (terminal and os.environ.get("TERM") != "dumb")


def _has_blocks(encoding: str) -> bool:
    """Tell whether an encoding has the signs that bars are drawn in."""
    try:
        BLOCKS.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def write_lines(lines: Iterable[str]) -> None:
    """Write data to standard output; whoever makes the lines sees to it that they are harmless."""
    for line in lines:
        sys.stdout.write(line + "\n")


def write_results(lines: Iterable[str], *, quiet: bool = False) -> None:
    """Write results, one a line; on a terminal wrapped, with what goes on standing in a little."""
    paper = output_paper()
    if quiet:
        return
    for line in lines:
        first, *rest = wrap(plain(line), paper.width - INDENT) if paper.width else [plain(line)]
        write_lines(paper.write(Row(body=first)))
        write_lines(paper.write_all(Row((Cell((), INDENT - 1),), words) for words in rest))


def say(message: str, *, quiet: bool = False) -> None:
    """Write a message to standard error."""
    if not quiet:
        sys.stdout.flush()
        sys.stderr.write(harmless(message) + "\n")


def complain(message: str) -> None:
    """Write an error to standard error, as one line."""
    sys.stderr.write("talks: " + harmless(message.replace("\n", " ")) + "\n")
