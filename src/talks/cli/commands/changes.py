"""`talks changes`: what is new."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from talks.cli.options import Format, Formats, Kinds, Parties

PANEL = "Read"


class Basis(StrEnum):
    """By what it is told whether a report is new."""

    ARRIVAL = "arrival"
    PUBLISHED = "published"


def changes(
    ctx: typer.Context,
    since: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="From this day, month or year on; else since the last look."),
    ] = None,
    by: Annotated[
        Basis, typer.Option("--by", help="When it came into the database, or when it was published.")
    ] = Basis.ARRIVAL,
    seen: Annotated[bool, typer.Option("--seen", help="Mark all that has come so far as looked at.")] = False,
    kind: Kinds = None,
    party: Parties = None,
    format: Formats = Format.TABLE,  # noqa: A002 - it is the word of the command line
) -> None:
    """Show what is new.

    New events; events of which new reports changed the status, the date, the place, the round or the parties,
    or gave a new figure or a new disagreement; and events that were only reported again. New is what came
    into the database since a day (of UTC), or since the last look: what came after `talks changes --seen` was
    run. With --by published, it is what was published since a day, whenever it came. docs/history.md tells
    more.
    """
    from talks.asking.names import known_kinds, known_parties
    from talks.asking.parsing import read_date
    from talks.cli.looking import list_new
    from talks.cli.opening import open_reading
    from talks.views.timeline import Asked

    day = read_date("--since", since)
    kinds = known_kinds(kind)
    with open_reading(ctx) as store:
        asked = Asked(since=day.earliest if day else None, kinds=kinds, parties=known_parties(store, party))
        list_new(store, asked, by=by.value, seen=seen, form=format, quiet=ctx.obj.quiet)
