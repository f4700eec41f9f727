"""Pages of one record: an event, a statement, an article, an actor."""

from __future__ import annotations

from talks.asking.actors import known_actor
from talks.asking.pages import actor_fields, article_fields, event_fields, statement_fields
from talks.errors import UnknownRecordError, UsageError
from talks.render.evidence import name_of
from talks.render.sentences import headline
from talks.render.words import speaker_of
from talks.serving.answers import Answer, Asked
from talks.store import Store
from talks.views.actors import actor_page
from talks.views.frames import load_frames, offices_of
from talks.views.pages import article_page, event_page, statement_page
from talks.views.past import as_of

__all__ = ["actor", "article", "event", "statement"]


def event(asked: Asked) -> Answer:
    """Answer with an event, asked for by the beginning of its id or of that of a mention."""
    store = asked.store
    page = event_page(as_of(store, asked.query.day()), store.find("e", asked.key))
    sides = [frame.sides for frame in load_frames(store)]
    title = headline(page.event, rule=page.rule, sides=sides, overdue=page.overdue)
    return Answer(title, lambda: {"page": page}, lambda: event_fields(page))


def statement(asked: Asked) -> Answer:
    """Answer with a statement, asked for by the beginning of its id."""
    page = statement_page(asked.store, asked.store.find("s", asked.key))
    speaker = speaker_of(page.statement, offices_of(load_frames(asked.store)))
    return Answer(speaker, lambda: {"page": page}, lambda: statement_fields(page))


def article(asked: Asked) -> Answer:
    """Answer with an article, asked for by the beginning of its id."""
    page = article_page(asked.store, asked.store.find("a", asked.key))
    title = page.article.title or name_of(page.article)
    return Answer(title, lambda: {"page": page}, lambda: article_fields(page))


def actor(asked: Asked) -> Answer:
    """Answer with an actor, asked for by a name, an alias or a part."""
    page = actor_page(asked.store, _meant(asked.store, asked.key))
    return Answer(page.actor.name, lambda: {"page": page}, lambda: actor_fields(page))


def _meant(store: Store, name: str) -> str:
    try:
        return known_actor(store, name)
    except UsageError as error:
        raise UnknownRecordError(error.where, error.what, error.remedy) from error
