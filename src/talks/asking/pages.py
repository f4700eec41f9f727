"""One record with all that belongs to it, as JSON has it."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from talks.exporters.jsonl import article_row, event_row, mention_row, statement_row
from talks.render.actors import actor_row
from talks.render.chains import chain_names
from talks.views.actors import ActorPage
from talks.views.pages import ArticlePage, EventPage, StatementPage
from talks.views.steps import Step

__all__ = ["actor_fields", "article_fields", "event_fields", "statement_fields"]

Fields = dict[str, Any]


def event_fields(page: EventPage) -> Fields:
    """Return an event with its steps, reports and stages, and what was said that day."""
    return {
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


def statement_fields(page: StatementPage) -> Fields:
    """Return a statement, its article without the text, by whom it came there, and where else it is told."""
    return {
        "statement": statement_row(page.statement),
        "article": _without_text(article_row(page.article)),
        "chain": chain_names(page.chain, page.article),
        "copies": [statement_row(copy) for copy, _ in page.copies],
    }


def article_fields(page: ArticlePage) -> Fields:
    """Return an article with its text and records."""
    more = {"superseded_by": page.superseded_by, "dossier": page.dossier}
    return {
        "article": article_row(page.article) | more,
        "mentions": [mention_row(mention, page.event_of.get(mention.id)) for mention in page.mentions],
        "statements": [statement_row(statement) for statement in page.statements],
    }


def actor_fields(page: ActorPage) -> Fields:
    """Return an actor with what is known of them, the events they belong to, and what they said."""
    known = page.known
    about = {"wikidata": None, "aliases": [], "dossiers": [], "posts": []} if known is None else asdict(known)
    return {
        "actor": about | actor_row(page.actor),
        "took_part": [event_row(event) for event in page.took_part],
        "spoke_then": [event_row(event) for event in page.spoke_then],
        "told_of": [event_row(event) for event in page.claimed],
        "statements": [statement_row(statement) for statement in page.statements],
    }


def _step_row(step: Step) -> Fields:
    """Turn a status that an event came to into a row."""
    return {"status": step.status.value, "mention": step.mention}


def _without_text(row: Fields) -> Fields:
    return {name: value for name, value in row.items() if name != "text"}
