"""`talks swaps`: who handed how many prisoners and bodies to whom."""

from __future__ import annotations

from typing import Annotated

import typer

from talks.cli.options import AGAIN, AsOf, Format, Formats, Parties, Since, Until

PANEL = "Read"
Exchanges = Annotated[
    list[str] | None, typer.Option("--kind", metavar="KIND", help=f"prisoner_swap or repatriation; {AGAIN}.")
]


def swaps(
    ctx: typer.Context,
    since: Since = None,
    until: Until = None,
    party: Parties = None,
    kind: Exchanges = None,
    as_of: AsOf = None,
    format: Formats = Format.TABLE,  # noqa: A002 - it is the word of the command line
) -> None:
    """Add up exchanges, releases and returns of bodies.

    A line is an event: how many went to each side, how many independent sources report it, and ≠ where
    accounts differ, with who gives which figure. Stages stand under their whole, and are not added to it.
    What was only agreed or planned, and what has no date, stands apart from the totals. docs/ledgers.md tells
    the rules.
    """
    from talks.asking.names import known_parties
    from talks.asking.parsing import choose, read_as_of, read_range
    from talks.cli.ledgers import list_swaps
    from talks.cli.opening import open_reading
    from talks.views.exchanges import kinds_added
    from talks.views.swaps import Asked

    first, last = read_range(since, until)
    kinds, day = choose("kind", kind or (), kinds_added()), read_as_of(as_of)
    with open_reading(ctx) as store:
        parties = known_parties(store, party)
        asked = Asked(since=first, until=last, kinds=kinds, parties=parties, as_of=day)
        list_swaps(store, asked, form=format, quiet=ctx.obj.quiet)
