"""`talks positions`: who stands where on what, and where that changed."""

from __future__ import annotations

from typing import Annotated

import typer

from talks.cli.options import AGAIN, AsOf, Format, Formats, Parties, Since, Until

PANEL = "Read"


def positions(
    ctx: typer.Context,
    party: Parties = None,
    topic: Annotated[list[str] | None, typer.Option(metavar="TOPIC", help=f"On this; {AGAIN}.")] = None,
    speaker: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help=f"By this person or office; {AGAIN}.")
    ] = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    format: Formats = Format.TABLE,  # noqa: A002 - it is the word of the command line
) -> None:
    """Show where each party stands on each topic, and where that changed.

    Without a party, a topic or a speaker: what each said last on each topic, of how many statements, and ⇄
    where its position turned. With one: what was said, one after another, and each turn with the two
    statements that show it. docs/positions.md tells what is a position, and when it turns.
    """
    from talks.asking.names import known_parties, known_speakers, known_topics
    from talks.asking.parsing import read_as_of, read_range
    from talks.cli.opening import open_reading
    from talks.cli.positions import list_positions
    from talks.views.positions import Asked

    first, last = read_range(since, until)
    topics, known = known_topics(topic), read_as_of(as_of)
    with open_reading(ctx) as store:
        asked = Asked(
            parties=known_parties(store, party),
            topics=topics,
            speakers=known_speakers(store, speaker),
            since=first,
            until=last,
            as_of=known,
        )
        list_positions(store, asked, form=format, quiet=ctx.obj.quiet)
