"""`talks export`: everything, for another program."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

PANEL = "Pass on"


def export(
    ctx: typer.Context,
    format: Annotated[  # noqa: A002 - it is the word of the command line
        str, typer.Option("--format", metavar="FORMAT", help="The format.")
    ] = "jsonl",
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="FILE", help="Where to write; else to standard output."),
    ] = None,
) -> None:
    """Write everything for another program.

    The same records give the same bytes, in whatever order their articles came. Ingested into an empty
    database, an export gives the same records there, under the paths at which the articles were found first:
    `talks export` then writes the same bytes. Only when and where articles were captured is told anew.
    """
    from talks.cli.exporting import export_store
    from talks.cli.opening import open_reading

    with open_reading(ctx) as store:
        export_store(store, format, out)
