"""`talks show actor`."""

from __future__ import annotations

from typing import Annotated

import typer

from talks.cli.options import PageFormat, PageFormats

PANEL = "Records"
LETTERS = ""


def actor(
    ctx: typer.Context,
    name: Annotated[
        list[str],
        typer.Argument(metavar="NAME", help="A name, an alias, or a part of one that is nobody else's."),
    ],
    format: PageFormats = PageFormat.TEXT,  # noqa: A002 - it is the word of the command line
) -> None:
    """Show a person or an office.

    Aliases and roles by date, the events in which they took part or for which they spoke, and what they said,
    by topic and date.
    """
    from talks.cli.actors import show_actor
    from talks.cli.opening import open_reading

    with open_reading(ctx) as store:
        show_actor(store, " ".join(name), format)
