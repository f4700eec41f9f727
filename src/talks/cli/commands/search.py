"""`talks search`: find words."""

from __future__ import annotations

from typing import Annotated

import typer

from talks.cli.options import AGAIN, Format, Formats

PANEL = "Read"


def search(
    ctx: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="Words; in quotation marks, a phrase.")],
    record: Annotated[
        list[str] | None, typer.Option(metavar="RECORD", help=f"Among these records; {AGAIN}.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="At most so many of each record.")] = 20,
    format: Formats = Format.TABLE,  # noqa: A002 - it is the word of the command line
) -> None:
    """Find all these words in what was said, what happened and what was printed.

    Searches the quotes of statements and mentions, and the articles with their titles; the best come first. A
    word is found in any of its forms: talk finds talks.
    """
    from typing import get_args

    from talks.cli.opening import open_reading
    from talks.cli.parsing import choose
    from talks.cli.searching import list_hits
    from talks.store import Searched

    records = choose("record", record or (), get_args(Searched))
    with open_reading(ctx) as store:
        list_hits(store, words, records, limit=limit, form=format, quiet=ctx.obj.quiet)
