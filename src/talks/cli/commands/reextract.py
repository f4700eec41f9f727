"""`talks reextract`: derive the records again after an upgrade."""

from __future__ import annotations

from typing import Annotated

import typer

from talks.cli.options import Format, Formats

PANEL = "Gather"


def reextract(
    ctx: typer.Context,
    show: Annotated[
        bool, typer.Option("--show", help="List, article by article, what the last upgrade changed.")
    ] = False,
    format: Formats = Format.TABLE,  # noqa: A002 - it is the word of the command line
) -> None:
    """Derive all records again after an upgrade.

    What another version of engine, codebook or dossiers derived: of pages that were fetched from the bytes
    that are kept, of all else from the stored text. Nothing is fetched, and no text is lost. It is told how
    many statements, happenings and events were gained, lost or are told otherwise. After an interruption, the
    same command goes on. `talks ingest` does the same before it links. docs/captures.md tells more.
    """
    from talks.cli.rederiving import rederive  # brings the codebook and the readers

    raise typer.Exit(rederive(ctx.obj, show=show, form=format))
