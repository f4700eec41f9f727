"""`talks agenda`: what is ahead."""

from __future__ import annotations

from typing import Annotated

import typer

from talks.cli.options import AsOf, Format, Formats, Kinds, Parties, Since, Until

PANEL = "Read"


def agenda(
    ctx: typer.Context,
    as_of: AsOf = None,
    since: Since = None,
    until: Until = None,
    kind: Kinds = None,
    party: Parties = None,
    older: Annotated[
        bool, typer.Option("--older", help="With what was for, or last reported, over 90 days before.")
    ] = False,
    format: Formats = Format.TABLE,  # noqa: A002 - it is the word of the command line
) -> None:
    """Show what is planned, agreed or proposed, and by whose word.

    First what has a date, by date; then what has none; what reports say has no date; and what should have
    happened by that day, though no report says that it did or was called off. The day is that of the last
    report in the database, or that of --as-of: then only the reports count that were published by then. The
    number is that of independent sources. --since and --until choose by the date for which it is meant, or by
    that of a report if it has none. docs/history.md tells more.
    """
    from talks.asking.names import known_kinds, known_parties
    from talks.asking.parsing import read_as_of, read_range
    from talks.cli.news import list_agenda
    from talks.cli.opening import open_reading
    from talks.views.timeline import Asked

    (first, last), day = read_range(since, until), read_as_of(as_of)
    kinds = known_kinds(kind)
    with open_reading(ctx) as store:
        asked = Asked(since=first, until=last, kinds=kinds, parties=known_parties(store, party))
        list_agenda(store, day, asked, older=older, form=format, quiet=ctx.obj.quiet)
