"""Show one record with all that belongs to it.

With an ID alone its first letter tells what it is: e and m an event, s a statement, a an article. An actor is
asked for by name.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

import typer

from talks.cli.directory import Directory, group_of
from talks.errors import UnknownRecordError

PANEL = "Read"


class Records(Directory):
    """A directory that takes an id for the command of its letter."""

    # What typer calls this with is its own context; it declares the plainer one that it is made from.
    def resolve_command(self, ctx: typer.Context, args: list[str]) -> Any:  # type: ignore[override]
        """Find the command by its name, or by the letter of an id."""
        if args[0] in self.commands or args[0].startswith("-"):
            return super().resolve_command(ctx, args)
        for name in self.commands:
            if args[0][:1] in import_module(f"{__name__}.{name}").LETTERS:
                return name, self.commands[name], args
        raise UnknownRecordError(
            args[0], "it is no id", "an id begins with e, m, s or a, as `talks timeline` lists them"
        )


def make_group(package: str, callback: Any, **settings: Any) -> Directory:
    """Make the group of the records that can be shown."""
    return group_of(
        package,
        callback,
        cls=Records,
        subcommand_metavar="[event|statement|article] ID or actor NAME",
        **settings,
    )
