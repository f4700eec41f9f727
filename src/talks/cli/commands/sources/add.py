"""`talks sources add`: follow a feed, or a page."""

from __future__ import annotations

from typing import Annotated

import typer

from talks.cli.options import AllowPrivate


def add(
    ctx: typer.Context,
    url: Annotated[str, typer.Argument(metavar="URL", help="The address of a feed, or of a site's page.")],
    title: Annotated[
        str | None, typer.Option(metavar="WORDS", help="What to call it; else what it calls itself.")
    ] = None,
    category: Annotated[
        str | None, typer.Option(metavar="PATH", help="Under what to list it, e.g. Agencies/Norland.")
    ] = None,
    page: Annotated[
        bool, typer.Option("--page", help="Follow the page itself, and look for no feed.")
    ] = False,
    allow_private: AllowPrivate = False,
) -> None:
    """Follow a feed, or a page.

    Of a site's page the feed is found that it names, or that stands where feeds usually do; if it names
    several, the others are listed. Nothing is fetched of what it names before `talks update`.
    """
    from talks.cli.following import add_one

    add_one(ctx.obj, url, title=title, category=category, page=page, allow_private=allow_private)
