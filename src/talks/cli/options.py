"""Options that several commands share."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Final

import typer

__all__ = [
    "AGAIN",
    "AllowPrivate",
    "AsOf",
    "Format",
    "Formats",
    "Kinds",
    "Locator",
    "PageFormat",
    "PageFormats",
    "Paged",
    "Parties",
    "Places",
    "Positions",
    "Since",
    "Speakers",
    "Statuses",
    "Strip",
    "Topics",
    "Undated",
    "Until",
]

AGAIN: Final = "may be repeated"
Names = list[str] | None


class Format(StrEnum):
    """How a listing is written."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    MD = "md"


class PageFormat(StrEnum):
    """How one record is shown."""

    TEXT = "text"
    JSON = "json"


Since = Annotated[str | None, typer.Option(metavar="DATE", help="From this day, month or year on.")]
Until = Annotated[str | None, typer.Option(metavar="DATE", help="Up to this day, month or year, included.")]
AsOf = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="As it was known then, by the reports published by that day."),
]
Kinds = Annotated[Names, typer.Option("--kind", metavar="KIND", help=f"Of this kind; {AGAIN}.")]
Statuses = Annotated[Names, typer.Option("--status", metavar="STATUS", help=f"Come to this; {AGAIN}.")]
Parties = Annotated[Names, typer.Option("--party", metavar="NAME", help=f"Of this party; {AGAIN}.")]
Places = Annotated[Names, typer.Option("--place", metavar="NAME", help=f"At this place; {AGAIN}.")]
Speakers = Annotated[
    Names, typer.Option("--speaker", metavar="NAME", help=f"By this person or office; {AGAIN}.")
]
Topics = Annotated[Names, typer.Option("--topic", metavar="TOPIC", help=f"About this; {AGAIN}.")]
Undated = Annotated[
    bool | None,
    typer.Option("--undated/--no-undated", help="With events that have no date, or not  [default: if few]"),
]
Positions = Annotated[
    bool, typer.Option("--statements/--no-statements", help="With stated positions, or not.")
]
Locator = Annotated[
    str,
    typer.Argument(metavar="LOCATOR", help="A path or an address, or how one begins.", show_default=False),
]
Paged = Annotated[
    bool,
    typer.Option("--pager/--no-pager", help="What is longer than the terminal in $PAGER (or less), or not."),
]
Strip = Annotated[
    bool, typer.Option("--strip", help="Only how many events began in each month, and what came of them.")
]
AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="Fetch from addresses of this machine and network, too.")
]
Formats = Annotated[Format, typer.Option("--format", help="How to write it.")]
PageFormats = Annotated[PageFormat, typer.Option("--format", help="How to write it.")]
