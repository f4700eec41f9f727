"""`talks show article`."""

from __future__ import annotations

from typing import Annotated

import typer

from talks.cli.options import PageFormat, PageFormats

PANEL = "Records"
LETTERS = "a"


def article(
    ctx: typer.Context,
    key: Annotated[str, typer.Argument(metavar="ID", help="The id of an article, or its beginning.")],
    format: PageFormats = PageFormat.TEXT,  # noqa: A002 - it is the word of the command line
) -> None:
    """Show an article.

    What is known of it and why, its text with the evidence highlighted, and its records.
    """
    from talks.cli.opening import open_reading
    from talks.cli.pages import show_article

    with open_reading(ctx) as store:
        show_article(store, key, format)
