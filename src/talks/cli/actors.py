"""Print actors: the list, and the page of one."""

from __future__ import annotations

from typing import Final

from talks.asking.actors import known_actor
from talks.asking.pages import actor_fields
from talks.cli.listing import print_list
from talks.cli.options import Format, PageFormat
from talks.cli.terminal import output_paper, write_lines
from talks.render.actors import ACTOR_COLUMNS, actor_row, draw_actor, draw_actors
from talks.render.records import json_text
from talks.store import Store
from talks.views.actors import Asked, actor_page, list_actors
from talks.views.frames import load_frames

__all__ = ["list_all", "show_actor"]

NOBODY: Final = "note: nobody is known to have spoken or taken part in that"


def list_all(store: Store, asked: Asked, *, form: Format, quiet: bool) -> None:
    """Print who speaks and takes part."""
    print_list(
        list_actors(store, asked),
        form,
        row=actor_row,
        columns=ACTOR_COLUMNS,
        draw=draw_actors,
        none=NOBODY,
        quiet=quiet,
    )


def show_actor(store: Store, wanted: str, form: PageFormat) -> None:
    """Print all that is known of one actor, asked for by a name, an alias or a part."""
    page = actor_page(store, known_actor(store, wanted))
    if form is PageFormat.JSON:
        write_lines([json_text(actor_fields(page), indent=2)])
        return
    paper = output_paper()
    write_lines(paper.write_all(draw_actor(page, load_frames(store))))
