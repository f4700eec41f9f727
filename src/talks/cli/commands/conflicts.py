"""`talks conflicts`: on what reports disagree."""

from __future__ import annotations

import typer

from talks.cli.options import AsOf, Format, Formats, Kinds, Parties, Places, Since, Until

PANEL = "Read"


def conflicts(
    ctx: typer.Context,
    since: Since = None,
    until: Until = None,
    kind: Kinds = None,
    party: Parties = None,
    place: Places = None,
    as_of: AsOf = None,
    format: Formats = Format.TABLE,  # noqa: A002 - it is the word of the command line
) -> None:
    """Show on what reports disagree, and who says what.

    By event: the day, the place, figures that must be one, and whether it was held at all. Each value comes
    with those who give it, their words, and how many independent sources stand behind it. Where parties speak
    for themselves, what each says stands side by side. Nothing is decided. docs/history.md tells more.
    """
    from talks.asking.names import known_kinds, known_parties, known_places
    from talks.asking.parsing import read_as_of, read_range
    from talks.cli.news import list_conflicts
    from talks.cli.opening import open_reading
    from talks.views.timeline import Asked

    (first, last), day = read_range(since, until), read_as_of(as_of)
    kinds = known_kinds(kind)
    with open_reading(ctx) as store:
        asked = Asked(
            since=first,
            until=last,
            kinds=kinds,
            parties=known_parties(store, party),
            places=known_places(store, place),
        )
        list_conflicts(store, day, asked, form=format, quiet=ctx.obj.quiet)
