"""`talks timeline`: what happened, and what was said about it."""

from __future__ import annotations

import typer

from talks.cli.options import (
    AsOf,
    Format,
    Formats,
    Kinds,
    Paged,
    Parties,
    Places,
    Positions,
    Since,
    Statuses,
    Strip,
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
    strip: Strip = False,
    pager: Paged = True,
    format: Formats = Format.TABLE,  # noqa: A002 - it is the word of the command line
) -> None:
    """Show what happened, and what was said about it.

    A line is an event: its date, a mark and a word for what has come of it, what it was, how many independent
    sources report it, and ≠ where they disagree. `talks show ID` shows where each is from. Stated positions
    are statements of record, by a rule that docs/cli.md tells: of principals who take a stance on a topic.
    With --as-of, all is as the reports published by that day tell it.
    """
    from talks.asking.parsing import read_as_of
    from talks.asking.timelines import read_asked, with_names
    from talks.cli.listing import Shown, list_timeline
    from talks.cli.opening import open_reading

    asked = read_asked(since, until, kind, status, statements=statements)
    day = read_as_of(as_of)
    with open_reading(ctx) as store:
        asked = with_names(store, asked, party, place)
        shown = Shown(undated=undated, paged=pager, quiet=ctx.obj.quiet)
        if strip:
            from talks.cli.strips import list_strip

            list_strip(store, asked, shown, day=day, form=format)
            return
        list_timeline(store, asked, shown, day=day, form=format)
