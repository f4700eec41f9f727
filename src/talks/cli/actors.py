"""Print actors: the list, and the page of one."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, Final

from talks.cli.options import Format, PageFormat
from talks.cli.parsing import refuse
from talks.cli.terminal import output_paper, say, write_lines
from talks.errors import UsageError
from talks.exporters.jsonl import event_row, statement_row
from talks.render.actors import ACTOR_COLUMNS, actor_row, draw_actor, draw_actors
from talks.render.records import WRITERS, json_text
from talks.store import Store
from talks.views.actors import ActorPage, Asked, actor_page, candidates, list_actors
from talks.views.cast import load_cast
from talks.views.frames import load_frames

__all__ = ["list_all", "show_actor"]

NOBODY: Final = "note: nobody is known to have spoken or taken part in that"
MOST_NAMED: Final = 8  # whom a part of a name can mean


def list_all(store: Store, asked: Asked, *, form: Format, quiet: bool) -> None:
    """Print who speaks and takes part."""
    found = list_actors(store, asked)
    if form is not Format.TABLE:
        write_lines(WRITERS[form.value](map(actor_row, found), ACTOR_COLUMNS))
        return
    paper = output_paper()
    write_lines(paper.write_all(draw_actors(found, paper)))
    if not found:
        say(NOBODY, quiet=quiet)


def show_actor(store: Store, wanted: str, form: PageFormat) -> None:
    """Print all that is known of one actor, asked for by a name, an alias or a part."""
    page = actor_page(store, _meant(store, wanted))
    if form is PageFormat.JSON:
        write_lines([json_text(_as_json(page), indent=2)])
        return
    paper = output_paper()
    write_lines(paper.write_all(draw_actor(page, load_frames(store))))


def _meant(store: Store, wanted: str) -> str:
    """Return the name that is meant; refuse what nobody or several are called."""
    found = candidates(store, wanted)
    if len(found) > 1:
        few = ", ".join(found[:MOST_NAMED]) + (", …" if len(found) > MOST_NAMED else "")
        raise UsageError(wanted, f"several are called so ({few})", "give more of the name")
    if not found:
        known = {*store.values("speaker"), *store.values("person"), *load_cast(store)}
        refuse("actor", wanted, sorted(known))
    return found[0]


def _as_json(page: ActorPage) -> dict[str, Any]:
    known = page.known
    about = {"wikidata": None, "aliases": [], "dossiers": [], "posts": []} if known is None else asdict(known)
    return {
        "actor": about | actor_row(page.actor),
        "took_part": [event_row(event) for event in page.took_part],
        "spoke_then": [event_row(event) for event in page.spoke_then],
        "told_of": [event_row(event) for event in page.claimed],
        "statements": [statement_row(statement) for statement in page.statements],
    }
