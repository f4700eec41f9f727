"""`talks sources list`: what is followed."""

from __future__ import annotations

import typer

from talks.cli.options import Format, Formats


def list_(ctx: typer.Context, format: Formats = Format.TABLE) -> None:  # noqa: A002 - the command line's word
    """List what is followed.

    A line is a feed or a page: when it was last asked and what came of that, how many of the pages that it
    ever named were kept and how many passed over, and its id. Below it stands why it failed.
    """
    from talks.cli.following import list_followed
    from talks.cli.opening import open_reading

    with open_reading(ctx) as store:
        list_followed(store, form=format, quiet=ctx.obj.quiet)
