"""`talks report`: all that is known of a negotiation, on one page to look at."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from talks.cli.options import AsOf, Since, Until

PANEL = "Pass on"


def report(
    ctx: typer.Context,
    out: Annotated[Path, typer.Argument(metavar="OUT.html", help="The file to write.")],
    dossier: Annotated[
        str | None, typer.Option(metavar="NAME", help="Of this negotiation, where articles tell of several.")
    ] = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    title: Annotated[str | None, typer.Option(help="The heading, if not the names of the sides.")] = None,
) -> None:
    """Write a page to look at and to pass on.

    One file that needs nothing beside it and asks the network for nothing: the state of the negotiation, the
    timeline, exchanges, positions, promises and disagreements, each with the words that it rests on. It works
    without JavaScript, on a phone, by keyboard and on paper. --since and --until choose what is listed; the
    state is that of the last report, or of --as-of.

    The same database gives the same bytes: the only clock is SOURCE_DATE_EPOCH, if that is set. Needs the
    extra: pip install "talks[report]". docs/report.md tells more.
    """
    from talks.asking.parsing import read_as_of, read_range
    from talks.cli.extras import need_extra
    from talks.cli.opening import open_reading
    from talks.cli.reporting import LIBRARIES, write_report

    (first, last), day = read_range(since, until), read_as_of(as_of)
    need_extra("report", "report", LIBRARIES)
    with open_reading(ctx) as store:
        write_report(
            store, out, dossier=dossier, range_=(first, last), day=day, title=title, quiet=ctx.obj.quiet
        )
