"""`talks timeline`: what happened, and what was said about it."""

from __future__ import annotations

import typer

from talks.cli.options import (
    AsOf,
    Format,
    Formats,
    Kinds,
    Parties,
    Places,
    Positions,
    Since,
    Statuses,
    Undated,
    Until,
)

PANEL = "Read"


def timeline(
    ctx: typer.Context,
    since: Since = None,
    until: Until = None,
    kind: Kinds = None,
    status: Statuses = None,
    party: Parties = None,
    place: Places = None,
    undated: Undated = None,
    as_of: AsOf = None,
    statements: Positions = True,
    format: Formats = Format.TABLE,  # noqa: A002 - it is the word of the command line
) -> None:
    """Show what happened, and what was said about it.

    A line is an event: its date, a mark and a word for what has come of it, what it was, how many independent
    sources report it, and ≠ where they disagree. `talks show ID` shows where each is from. Stated positions
    are statements of record, by a rule that docs/cli.md tells: of principals who take a stance on a topic.
    With --as-of, all is as the reports published by that day tell it.
    """
    from talks.cli.listing import list_timeline
    from talks.cli.names import known_kinds, known_parties, known_places, known_statuses
    from talks.cli.opening import open_reading
    from talks.cli.parsing import read_as_of, read_range
    from talks.views.timeline import Asked

    (first, last), day = read_range(since, until), read_as_of(as_of)
    kinds = known_kinds(kind)
    statuses = known_statuses(status)
    with open_reading(ctx) as store:
        asked = Asked(
            since=first,
            until=last,
            kinds=kinds,
            statuses=statuses,
            parties=known_parties(store, party),
            places=known_places(store, place),
            statements=statements,
        )
        list_timeline(store, asked, day=day, undated=undated, form=format, quiet=ctx.obj.quiet)
