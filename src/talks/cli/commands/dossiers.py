"""`talks dossiers`: the negotiations that are known."""

from __future__ import annotations

import typer

from talks.cli.options import Format, Formats

PANEL = "Check"


def dossiers(
    ctx: typer.Context,
    format: Formats = Format.TABLE,  # noqa: A002 - it is the word of the command line
) -> None:
    """List the negotiations that are known.

    Each with its number of parties, people, places, outlets and dated happenings, and of the articles in the
    database that were read with it.
    """
    from talks.cli.dossiers import list_dossiers

    list_dossiers(ctx.obj, format)
