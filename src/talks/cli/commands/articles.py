"""`talks articles`: what is stored, read or not."""

from __future__ import annotations

from typing import Annotated

import typer

from talks.cli.options import AGAIN, Format, Formats, Since, Until

PANEL = "Read"
Names = list[str] | None
Languages = Annotated[
    Names, typer.Option("--language", metavar="CODE", help=f"In this language, e.g. uk; {AGAIN}.")
]
Unread = Annotated[bool, typer.Option("--unread", help="Only those in a language that is not read yet.")]
Outlets = Annotated[Names, typer.Option("--outlet", metavar="NAME", help=f"Of this outlet; {AGAIN}.")]
Dossiers = Annotated[Names, typer.Option("--dossier", metavar="ID", help=f"Of this negotiation; {AGAIN}.")]


def articles(
    ctx: typer.Context,
    language: Languages = None,
    unread: Unread = False,
    outlet: Outlets = None,
    dossier: Dossiers = None,
    since: Since = None,
    until: Until = None,
    format: Formats = Format.TABLE,  # noqa: A002 - it is the word of the command line
) -> None:
    """List the articles that are stored, by date.

    A line is an article, with how many mentions and statements were read from it. One in a language that is
    not read yet says so; it is read as soon as its language can be.
    """
    from talks.asking.names import known_outlets
    from talks.asking.parsing import choose, read_range
    from talks.cli.articles import list_articles
    from talks.cli.opening import open_reading
    from talks.codebook.languages import READ
    from talks.store.shelf import list_shelf
    from talks.views.frames import load_frames

    first, last = read_range(since, until)
    with open_reading(ctx) as store:
        found = list_shelf(
            store,
            language=choose("language", language or (), store.values("language")),
            outlet=known_outlets(store, outlet),
            dossier=choose("dossier", dossier or (), [frame.dossier for frame in load_frames(store)]),
            since=first,
            until=last,
        )
        chosen = (one for one in found if not (unread and one.language == READ))
        list_articles(chosen, form=format, quiet=ctx.obj.quiet)
