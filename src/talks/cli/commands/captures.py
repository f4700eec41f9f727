"""`talks captures`: what was found at a path or an address, and when."""

from __future__ import annotations

import typer

from talks.cli.options import Format, Formats, Locator

PANEL = "Records"


def captures(
    ctx: typer.Context,
    locator: Locator,
    format: Formats = Format.TABLE,  # noqa: A002 - it is the word of the command line
) -> None:
    """List the texts that were found at a path or an address.

    Each with the times at which it was seen first and last, its article, what it claimed of itself, and what
    took its place. Of what was fetched the bytes are kept, too. docs/captures.md tells more.
    """
    from talks.cli.capturing import list_captures
    from talks.cli.opening import open_reading

    with open_reading(ctx) as store:
        list_captures(store, locator, form=format)
