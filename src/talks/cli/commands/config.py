"""`talks config`: the settings."""

from __future__ import annotations

from typing import Annotated

import typer

PANEL = "Check"


def config(
    ctx: typer.Context,
    show_origin: Annotated[bool, typer.Option("--show-origin", help="Tell where each comes from.")] = False,
) -> None:
    """Print the settings.

    The database is that of --db, else of TALKS_DB, else of `db` in the nearest talks.toml upward, else it is
    in the user's data folder.
    """
    import os
    from pathlib import Path

    from talks.cli.settings import find_database
    from talks.cli.terminal import write_lines
    from talks.render.harmless import harmless

    setting = find_database(ctx.obj.db, os.environ, Path.cwd())
    origin = f"\t{setting.origin}" if show_origin else ""
    write_lines([harmless(f"db = {setting.value}") + harmless(origin).replace("␉", "\t")])
