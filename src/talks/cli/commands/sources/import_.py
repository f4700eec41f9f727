"""`talks sources import`: follow what a list of another feed reader has."""

from __future__ import annotations

from typing import Annotated

import typer


def import_(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="An OPML file, or - for standard input.")],
) -> None:
    """Follow the sources of an OPML file.

    Its outlines are kept as categories, one within the other. What is followed already stays, and is put
    under the new categories, too. Nothing is fetched.
    """
    from talks.cli.following import import_file

    raise typer.Exit(import_file(ctx.obj, file))
