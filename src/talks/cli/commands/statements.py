"""`talks statements`: who said what."""

from __future__ import annotations

from typing import Annotated

import typer

from talks.cli.options import AGAIN, Format, Formats, Parties, Since, Speakers, Topics, Until

PANEL = "Read"


def statements(
    ctx: typer.Context,
    speaker: Speakers = None,
    party: Parties = None,
    topic: Topics = None,
    stance: Annotated[
        list[str] | None, typer.Option(metavar="STANCE", help=f"Of this stance; {AGAIN}.")
    ] = None,
    since: Since = None,
    until: Until = None,
    format: Formats = Format.TABLE,  # noqa: A002 - it is the word of the command line
) -> None:
    """List who said what, by date.

    This is every statement, not only those of record that a timeline shows.
    """
    from talks.asking.names import known_parties, known_speakers, known_stances, known_topics
    from talks.asking.parsing import read_range
    from talks.cli.listing import list_statements
    from talks.cli.opening import open_reading

    first, last = read_range(since, until)
    topics = known_topics(topic)
    stances = known_stances(stance)
    with open_reading(ctx) as store:
        found = store.statements(
            since=first,
            until=last,
            topic=topics or None,
            party=known_parties(store, party) or None,
            speaker=known_speakers(store, speaker) or None,
        )
        chosen = (one for one in found if not stances or one.stance in stances)
        list_statements(store, chosen, form=format, quiet=ctx.obj.quiet)
