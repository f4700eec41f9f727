"""`talks explain`: what is recognised in an article, and by which rule."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

PANEL = "Check"


class ExplainFormat(StrEnum):
    """How an explanation is written."""

    TEXT = "text"
    JSONL = "jsonl"


def explain(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A file, or - for standard input.")],
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="When the article appeared, if its file doesn't say.")
    ] = None,
    format: Annotated[  # noqa: A002 - it is the word of the command line
        ExplainFormat, typer.Option("--format", help="How to write it.")
    ] = ExplainFormat.TEXT,
) -> None:
    """Show what is recognised in a file, and by which rule.

    Every paragraph is followed by the dates, names, figures, quotations, statements and happenings in it,
    and by the clues to its date if the article prints none. Nothing is stored.
    """
    from talks.asking.parsing import read_date
    from talks.cli.explaining import explain_file

    explain_file(file, read_date("--published", published), jsonl=format is ExplainFormat.JSONL)
