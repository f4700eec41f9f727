"""`talks sources export`: what is followed, for other feed readers."""

from __future__ import annotations

import typer


def export(ctx: typer.Context) -> None:
    """Write what is followed as OPML 2.0."""
    from talks.cli.following import export_all
    from talks.cli.opening import open_reading

    with open_reading(ctx) as store:
        export_all(store)
