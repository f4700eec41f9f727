"""`talks serve`: pages to explore, from the live database."""

from __future__ import annotations

from typing import Annotated

import typer

PANEL = "Read"


def serve(
    ctx: typer.Context,
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes any that is free.")] = 8765,
    host: Annotated[
        str, typer.Option(metavar="NAME", help="The address to serve; others can reach all but 127.0.0.1.")
    ] = "127.0.0.1",
    open_: Annotated[bool, typer.Option("--open", help="Open it in the browser, too.")] = False,
) -> None:
    """Serve pages to explore, on this machine.

    The pages of the report from the live database, with search and filters; a permanent address and JSON
    for each; and every table and view behind them, on Datasette. What is ingested meanwhile shows at once;
    nothing is written. Ctrl-C ends it.

    Needs the extra: pip install "talks[serve]". docs/serve.md tells more.
    """
    from talks.cli.opening import open_reading
    from talks.cli.serving import run_server

    with open_reading(ctx) as store:
        path = store.path
    run_server(path, host=host, port=port, browse=open_, quiet=ctx.obj.quiet)
