"""`talks sources passed-over`: what was not kept."""

from __future__ import annotations

import typer

from talks.cli.options import Format, Formats


def passed_over(ctx: typer.Context, format: Formats = Format.TABLE) -> None:  # noqa: A002 - as in list
    """List the pages that sources named and that were not kept, with the reason.

    They are not fetched again, unless their source tells anew of them or the rule changes. `talks ingest URL`
    keeps one all the same, `talks update --keep-all` all that are still named.
    """
    from talks.cli.following import list_not_kept
    from talks.cli.opening import open_reading

    with open_reading(ctx) as store:
        list_not_kept(store, form=format, quiet=ctx.obj.quiet)
