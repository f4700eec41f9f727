"""Print one record with all that belongs to it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from typing import Any, TypeVar

from talks.cli.options import PageFormat
from talks.cli.terminal import output_paper, write_lines
from talks.exporters.jsonl import article_row, event_row, mention_row, statement_row
from talks.render.article import draw_article
from talks.render.chains import chain_names
from talks.render.event import draw_event
from talks.render.lines import Paper, Row
from talks.render.records import json_text
from talks.render.statement import draw_statement
from talks.store import Store
from talks.views.frames import Frame, load_frames
from talks.views.pages import article_page, event_page, statement_page
from talks.views.past import as_of
from talks.views.steps import Step

__all__ = ["show_article", "show_event", "show_statement"]

Page = TypeVar("Page")


def show_event(store: Store, key: str, form: PageFormat, *, day: dt.date | None = None) -> None:
    """Print an event, asked for by the beginning of its id or of a mention's; with a day, as known then."""
    page = event_page(as_of(store, day), store.find("e", key))
    if form is PageFormat.TEXT:
        _draw(draw_event, page, store)
        return
    _print_json(
        {
            "event": event_row(page.event),
            "steps": [_step_row(step) for step in page.steps if step.changed],
            "mentions": [mention_row(report.mention, page.event.id) for report in page.reports],
            "articles": [_without_text(article_row(report.article)) for report in page.reports],
            "statements": [statement_row(statement) for statement in page.said],
            "stage_of": page.related.whole.id if page.related.whole else None,
            "stages": [stage.id for stage in page.related.stages],
            "chains": {r.mention.id: chain_names(r.chain, r.article) for r in page.reports},
            "origins": [asdict(origin) for origin in page.origins],
        }
    )


def show_statement(store: Store, key: str, form: PageFormat) -> None:
    """Print a statement, asked for by the beginning of its id."""
    page = statement_page(store, store.find("s", key))
    if form is PageFormat.TEXT:
        _draw(draw_statement, page, store)
        return
    article = _without_text(article_row(page.article))
    chain = chain_names(page.chain, page.article)
    copies = [statement_row(copy) for copy, _ in page.copies]
    shown = {"statement": statement_row(page.statement), "article": article, "chain": chain, "copies": copies}
    _print_json(shown)


def show_article(store: Store, key: str, form: PageFormat) -> None:
    """Print an article, asked for by the beginning of its id."""
    page = article_page(store, store.find("a", key))
    if form is PageFormat.TEXT:
        _draw(draw_article, page, store)
        return
    more = {"superseded_by": page.superseded_by, "dossier": page.dossier}
    _print_json(
        {
            "article": article_row(page.article) | more,
            "mentions": [mention_row(mention, page.event_of.get(mention.id)) for mention in page.mentions],
            "statements": [statement_row(statement) for statement in page.statements],
            "copies": [
                {"part": copy.part, "article": _without_text(article_row(copy.article))}
                for copy in page.copies
            ],
        }
    )


def _draw(draw: Callable[[Page, Sequence[Frame], Paper], Iterable[Row]], page: Page, store: Store) -> None:
    paper = output_paper()
    write_lines(paper.write_all(draw(page, load_frames(store), paper)))


def _step_row(step: Step) -> dict[str, Any]:
    """Turn a status that an event came to into a row."""
    return {"status": step.status.value, "mention": step.mention}


def _without_text(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != "text"}


def _print_json(value: dict[str, Any]) -> None:
    write_lines([json_text(value, indent=2)])
