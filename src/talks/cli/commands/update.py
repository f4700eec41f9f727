"""`talks update`: fetch what is new of what is followed."""

from __future__ import annotations

from typing import Annotated

import typer

from talks.cli.options import AllowPrivate

PANEL = "Gather"


def update(
    ctx: typer.Context,
    sources: Annotated[
        list[str] | None, typer.Argument(metavar="SOURCE", help="Addresses, titles or ids; else all.")
    ] = None,
    keep_all: Annotated[
        bool, typer.Option("--keep-all", help="Keep also what is about none of the negotiations.")
    ] = False,
    recheck: Annotated[
        bool, typer.Option("--recheck", help="Ask again for every kept page that is still named.")
    ] = False,
    allow_private: AllowPrivate = False,
) -> None:
    """Fetch what is new of what is followed, and say what changed.

    Articles about a negotiation that is followed are kept and linked into events; the rest is counted, and
    listed by `talks sources passed-over`. A source that fails is named with the reason, and doesn't stop the
    others. It may be run from cron: with --quiet nothing is said unless something failed, and a second run
    at the same time leaves with the exit code 4. After an interruption, the next run does the rest.
    """
    from talks.cli.updating import update_all

    options = {"keep_all": keep_all, "recheck": recheck, "allow_private": allow_private}
    raise typer.Exit(update_all(ctx.obj, sources or [], **options))
