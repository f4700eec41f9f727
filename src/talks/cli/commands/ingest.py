"""`talks ingest`: read articles into the database."""

from __future__ import annotations

from typing import Annotated

import typer

from talks.cli.options import AllowPrivate

PANEL = "Gather"


def ingest(
    ctx: typer.Context,
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH", help="Files, folders, web addresses, or - for standard input."),
    ] = None,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="When the articles appeared, if their files don't say.")
    ] = None,
    allow_private: AllowPrivate = False,
) -> None:
    """Read articles into the database.

    What they tell is extracted, saved, and linked into events. What was read before is not read again, unless
    it or the rules have changed. A file that can't be read is named with the reason and set aside; the rest
    is stored. After an interruption, the same command reads the rest. Without a PATH no file is read: what is
    stored is read again if the rules have changed, and linked. A web address is fetched with what
    `pip install "talks[web]"` brings.
    """
    from talks.cli.intake import take_in  # brings the codebook and the readers

    raise typer.Exit(take_in(ctx.obj, paths or [], published, allow_private=allow_private))
