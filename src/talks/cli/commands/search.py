"""`talks search`: find words."""

from __future__ import annotations

from typing import Annotated

import typer

from talks.cli.options import (
    AGAIN,
    Format,
    Formats,
    Kinds,
    Parties,
    Places,
    Since,
    Speakers,
    Statuses,
    Topics,
    Until,
)

PANEL = "Read"


def search(
    ctx: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="Words; in quotation marks, a phrase.")],
    record: Annotated[
        list[str] | None, typer.Option(metavar="RECORD", help=f"Among these records; {AGAIN}.")
    ] = None,
    since: Since = None,
    until: Until = None,
    kind: Kinds = None,
    status: Statuses = None,
    party: Parties = None,
    place: Places = None,
    speaker: Speakers = None,
    topic: Topics = None,
    outlet: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help=f"In this outlet, as printed; {AGAIN}.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="At most so many of each record.")] = 20,
    format: Formats = Format.TABLE,  # noqa: A002 - it is the word of the command line
) -> None:
    """Find all these words in what was said, what happened and what was printed.

    Searches the quotes of statements and mentions, and the articles with their titles; the best come first. A
    word is found in any of its forms: talk finds talks. The filters leave out what has nothing of the sort:
    --topic finds statements only, --kind mentions of events only. Dates are those of the event, of the
    statement, and of the article's publication.
    """
    from talks.asking.parsing import read_range
    from talks.asking.searches import read_filters, read_records, with_names
    from talks.cli.opening import open_reading
    from talks.cli.searching import list_hits

    records = read_records(record)
    filters = read_filters(read_range(since, until), kind, status, topic)
    with open_reading(ctx) as store:
        filters = with_names(store, filters, party=party, place=place, speaker=speaker, outlet=outlet)
        list_hits(store, words, records, filters, limit=limit, form=format, quiet=ctx.obj.quiet)
