"""Print one record with all that belongs to it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from talks.asking.pages import article_fields, event_fields, statement_fields
from talks.cli.options import PageFormat
from talks.cli.terminal import output_paper, write_lines
from talks.render.article import draw_article
from talks.render.event import draw_event
from talks.render.lines import Paper, Row
from talks.render.records import json_text
from talks.render.statement import draw_statement
from talks.store import Store
from talks.views.frames import Frame, load_frames
from talks.views.pages import article_page, event_page, statement_page
from talks.views.past import as_of

__all__ = ["show_article", "show_event", "show_statement"]

Page = TypeVar("Page")


def show_event(store: Store, key: str, form: PageFormat, *, day: dt.date | None = None) -> None:
    """Print an event, asked for by the beginning of its id or of a mention's; with a day, as known then."""
    page = event_page(as_of(store, day), store.find("e", key))
    if form is PageFormat.TEXT:
        _draw(draw_event, page, store)
        return
    _print_json(event_fields(page))


def show_statement(store: Store, key: str, form: PageFormat) -> None:
    """Print a statement, asked for by the beginning of its id."""
    page = statement_page(store, store.find("s", key))
    if form is PageFormat.TEXT:
        _draw(draw_statement, page, store)
        return
    _print_json(statement_fields(page))


def show_article(store: Store, key: str, form: PageFormat) -> None:
    """Print an article, asked for by the beginning of its id."""
    page = article_page(store, store.find("a", key))
    if form is PageFormat.TEXT:
        _draw(draw_article, page, store)
        return
    _print_json(article_fields(page))


def _draw(draw: Callable[[Page, Sequence[Frame], Paper], Iterable[Row]], page: Page, store: Store) -> None:
    paper = output_paper()
    write_lines(paper.write_all(draw(page, load_frames(store), paper)))


def _print_json(value: dict[str, Any]) -> None:
    write_lines([json_text(value, indent=2)])
