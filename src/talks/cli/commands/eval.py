"""`talks eval`: how well articles are read, held against gold."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from talks.cli.options import AGAIN, PageFormat, PageFormats

PANEL = "Check"


class Listed(StrEnum):
    """What is listed record by record."""

    MISSES = "misses"
    WRONG = "wrong"
    SPURIOUS = "spurious"
    ALL = "all"


def eval(  # noqa: A001 - it is the word of the command line
    ctx: typer.Context,
    gold: Annotated[
        Path, typer.Argument(metavar="GOLD_DIR", help="A folder of gold, one JSON file an article.")
    ],
    articles: Annotated[
        list[Path] | None,
        typer.Option("--articles", metavar="DIR", help=f"Where the articles are, if not beside it; {AGAIN}."),
    ] = None,
    against: Annotated[
        Path | None, typer.Option(metavar="EXPORT", help="An earlier result to compare with (JSONL).")
    ] = None,
    show: Annotated[Listed | None, typer.Option(help="List what is missed, wrong or spurious.")] = None,
    save: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Keep what was read, for a later --against.")
    ] = None,
    format: PageFormats = PageFormat.TEXT,  # noqa: A002 - as above
) -> None:
    """Measure how well articles are read.

    The articles of a gold, which is what a careful person found in them, are read anew, and what was found
    is held against it. The database is left alone. docs/quality.md says how gold is made, and what the
    figures mean.
    """
    from talks.cli.evaluating import evaluate_gold

    shown = show.value if show else None
    code = evaluate_gold(
        gold,
        articles=articles or [],
        against=against,
        show=shown,
        save=save,
        form=format,
        quiet=ctx.obj.quiet,
    )
    raise typer.Exit(code)
