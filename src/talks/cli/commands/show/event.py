"""`talks show event`."""

from __future__ import annotations

from typing import Annotated

import typer

from talks.cli.options import AsOf, PageFormat, PageFormats

PANEL = "Records"
LETTERS = "em"


def event(
    ctx: typer.Context,
    key: Annotated[
        str, typer.Argument(metavar="ID", help="The id of an event or of a mention of it, or its beginning.")
    ],
    as_of: AsOf = None,
    format: PageFormats = PageFormat.TEXT,  # noqa: A002 - it is the word of the command line
) -> None:
    """Show an event.

    What is known and why; how it came to that, step by step, each with the report that first said so; on what
    the reports disagree; every report with its words in their context; and what else was said that day.
    """
    from talks.asking.parsing import read_as_of
    from talks.cli.opening import open_reading
    from talks.cli.pages import show_event

    day = read_as_of(as_of)
    with open_reading(ctx) as store:
        show_event(store, key, format, day=day)
