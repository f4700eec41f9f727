"""`talks diff`: what became other at a path or an address."""

from __future__ import annotations

from typing import Annotated

import typer

from talks.cli.options import Format, Formats, Locator

PANEL = "Records"


def diff(
    ctx: typer.Context,
    locator: Locator,
    before: Annotated[
        str | None, typer.Option("--from", metavar="ID", help="The article to compare; else the one before.")
    ] = None,
    after: Annotated[
        str | None, typer.Option("--to", metavar="ID", help="The article to compare it with; else the last.")
    ] = None,
    format: Formats = Format.TABLE,  # noqa: A002 - it is the word of the command line
) -> None:
    """Show what a silent edit changed.

    Two texts that were found at one path or address, the last two unless others are named: the statements and
    happenings, figures and dates that came, went or are told otherwise, and the sentences that were edited.
    Both are read by the engine as it is now. `talks captures` lists the texts.
    """
    from talks.cli.capturing import list_revision
    from talks.cli.opening import open_reading

    with open_reading(ctx) as store:
        list_revision(store, locator, before, after, form=format, quiet=ctx.obj.quiet)
