"""`talks show statement`."""

from __future__ import annotations

from typing import Annotated

import typer

from talks.cli.options import PageFormat, PageFormats

PANEL = "Records"
LETTERS = "s"


def statement(
    ctx: typer.Context,
    key: Annotated[str, typer.Argument(metavar="ID", help="The id of a statement, or its beginning.")],
    format: PageFormats = PageFormat.TEXT,  # noqa: A002 - it is the word of the command line
) -> None:
    """Show a statement.

    Who said what to whom, in its paragraph.
    """
    from talks.cli.opening import open_reading
    from talks.cli.pages import show_statement

    with open_reading(ctx) as store:
        show_statement(store, key, format)
