"""The command line as a whole: the global options, and the commands of `talks.cli.commands`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Final

import typer

from talks import __version__
from talks.cli.directory import Directory, group_of
from talks.cli.settings import Globals

__all__ = ["build_app", "hoist"]

FLAGS: Final = ("--quiet",)
VALUED: Final = ("--db",)
EPILOG: Final = """\
Dates are ISO 8601 (2025-06-02, 2025-06, 2025); --since takes the first day of them, --until the last. An id
may be cut short. Global options may stand before or after the command. Exit codes: 0 done, 1 failed, 2 wrong
command line, 3 something was set aside, 4 another run is at it, 130 interrupted, 141 nobody reads the output
any more."""


def build_app() -> Directory:
    """Make the command line."""
    return group_of(
        "talks.cli.commands",
        begin,
        name="talks",
        epilog=EPILOG,
        completion=True,
        invoke_without_command=True,
        context_settings={"help_option_names": ["-h", "--help"]},
    )


def begin(
    ctx: typer.Context,
    db: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The database; else that of `talks config`.")
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", help="Say nothing but errors.")] = False,
    version: Annotated[bool, typer.Option("--version", help="Show the version.")] = False,
) -> None:
    """Turn articles about a negotiation into a dated, sourced timeline.

    Start with `talks ingest FOLDER`, then look at `talks timeline`.
    """
    ctx.obj = Globals(db=db, quiet=quiet)
    if version:
        typer.echo(f"talks {__version__}")
        raise typer.Exit
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())
        raise typer.Exit(2)


def hoist(arguments: Sequence[str]) -> list[str]:
    """Move the global options before the command, wherever they stand."""
    front: list[str] = []
    rest = list(arguments)
    end = rest.index("--") if "--" in rest else len(rest)
    at = 0
    while at < end:
        width = _width(rest[at])
        front += rest[at : at + width]
        del rest[at : at + width]
        end -= width
        at += not width
    return [*front, *rest]


def _width(argument: str) -> int:
    """Return how many arguments a global option takes, itself included; 0 for what is none."""
    if argument in FLAGS or argument.startswith(tuple(f"{name}=" for name in VALUED)):
        return 1
    return 2 if argument in VALUED else 0
