"""`talks actors`: who speaks and takes part."""

from __future__ import annotations

from typing import Annotated

import typer

from talks.cli.options import AGAIN, Format, Formats, Parties, Since, Until

PANEL = "Read"


def actors(
    ctx: typer.Context,
    party: Parties = None,
    dossier: Annotated[
        list[str] | None, typer.Option(metavar="ID", help=f"In the articles of this negotiation; {AGAIN}.")
    ] = None,
    since: Since = None,
    until: Until = None,
    everybody: Annotated[
        bool, typer.Option("--all", help="With parties that speak as such, and unnamed sources.")
    ] = False,
    format: Formats = Format.TABLE,  # noqa: A002 - it is the word of the command line
) -> None:
    """List the people and offices who speak or take part.

    A line is a person or an office: the role held on the last day it is seen, how much it said, and in how
    many events that were held it took part by name. `talks show actor NAME` shows all of one.
    """
    from talks.asking.names import known_parties
    from talks.asking.parsing import choose, read_range
    from talks.cli.actors import list_all
    from talks.cli.opening import open_reading
    from talks.views.actors import Asked
    from talks.views.frames import load_frames

    first, last = read_range(since, until)
    with open_reading(ctx) as store:
        asked = Asked(
            parties=known_parties(store, party),
            dossiers=choose("dossier", dossier or (), [frame.dossier for frame in load_frames(store)]),
            since=first,
            until=last,
            everybody=everybody,
        )
        list_all(store, asked, form=format, quiet=ctx.obj.quiet)
