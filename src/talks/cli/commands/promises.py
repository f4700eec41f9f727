"""`talks promises`: what was agreed, and what came of it."""

from __future__ import annotations

from typing import Annotated

import typer

from talks.cli.options import AGAIN, AsOf, Format, Formats, Parties

PANEL = "Read"
States = Annotated[
    list[str] | None,
    typer.Option("--state", metavar="STATE", help=f"kept, partly, open, overdue or broken; {AGAIN}."),
]


def promises(
    ctx: typer.Context,
    as_of: AsOf = None,
    party: Parties = None,
    state: States = None,
    format: Formats = Format.TABLE,  # noqa: A002 - it is the word of the command line
) -> None:
    """Show what was agreed, and what was delivered of it.

    Of each promise the state, by when it is to be kept, how much of its figures has come, and the reports
    that say so. Without --as-of the day is that of the last dated report: nothing is judged by today's date.
    docs/ledgers.md tells what is a promise, and what counts as delivery.
    """
    from talks.asking.names import known_parties
    from talks.asking.parsing import choose, read_as_of
    from talks.cli.ledgers import list_promises
    from talks.cli.opening import open_reading
    from talks.views.promises import Asked, State

    states, day = choose("state", state or (), list(State)), read_as_of(as_of)
    with open_reading(ctx) as store:
        asked = Asked(as_of=day, parties=known_parties(store, party), states=tuple(map(State, states)))
        list_promises(store, asked, form=format, quiet=ctx.obj.quiet)
