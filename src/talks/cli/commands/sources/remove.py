"""`talks sources remove`: follow something no more."""

from __future__ import annotations

from typing import Annotated

import typer


def remove(
    ctx: typer.Context,
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCE", help="Addresses, titles or ids, as the list has them.")
    ],
) -> None:
    """Follow sources no more; what was read of them stays."""
    from talks.cli.following import remove_some

    remove_some(ctx.obj, sources)
