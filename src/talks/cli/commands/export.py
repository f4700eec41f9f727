"""`talks export`: everything, or the timeline, for another program."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from talks.cli.options import Kinds, Parties, Places, Positions, Since, Statuses, Until

PANEL = "Pass on"
Wished = Annotated[str, typer.Option("--format", metavar="FORMAT", help="The format; --list names them.")]
Out = Annotated[
    Path | None,
    typer.Option("--out", "-o", metavar="PATH", help="The file or folder to write; else standard output."),
]
Listed = Annotated[bool, typer.Option("--list", help="Name the formats, and what each is for.")]
ForExcel = Annotated[
    bool, typer.Option("--excel", help="Begin CSV files with the mark by which Excel knows UTF-8.")
]


def export(
    ctx: typer.Context,
    format: Wished = "jsonl",  # noqa: A002 - it is the word of the command line
    out: Out = None,
    formats: Listed = False,
    since: Since = None,
    until: Until = None,
    kind: Kinds = None,
    status: Statuses = None,
    party: Parties = None,
    place: Places = None,
    statements: Positions = True,
    excel: ForExcel = False,
) -> None:
    """Write everything for another program, or what a timeline is asked for.

    The same records give the same export, in whatever order their articles came. Formats that draw up a
    timeline take the choices from --since to --statements; all others are exports of everything. A format
    of several files wants --out with a folder or a .zip file. docs/exports.md tells what each format keeps.

    Ingested into an empty database, an export as jsonl gives the same records there, under the paths at
    which the articles were found first: `talks export` then writes the same bytes. Only when and where
    articles were captured is told anew.
    """
    from functools import partial

    from talks.asking.timelines import read_asked, with_names
    from talks.cli.exporting import export_store, format_lines
    from talks.cli.opening import open_reading
    from talks.cli.terminal import say, write_lines
    from talks.exporters import Wanted

    if formats:
        write_lines(format_lines())
        return
    asked = read_asked(since, until, kind, status, statements=statements)
    with open_reading(ctx) as store:
        asked = with_names(store, asked, party, place)
        wanted = Wanted(asked=asked, excel=excel, say=partial(say, quiet=ctx.obj.quiet))
        export_store(store, format, out, wanted)
