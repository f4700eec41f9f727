"""The same story many times: texts taken from each other, among those that tell of the same events."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from talks.likeness import Forest
from talks.link.sketches import copies, shared
from talks.models import Article
from talks.store import Store

__all__ = ["Copy", "group_of"]


@dataclass(frozen=True, slots=True)
class Copy:
    """Another article that is of one text with the one asked for.

    `part` is how much of the runs of words of the shorter one both have; None where they are of one text by
    way of a third, and too few can be compared.
    """

    article: Article
    part: float | None


def group_of(store: Store, key: str) -> tuple[Copy, ...]:
    """Return the copies of an article, by date of publication."""
    sketches = _sketches(store, key)
    forest = Forest()
    for one, two, _ in copies(sketches):
        forest.join(one, two)
    group = {other for other in sketches if other != key and forest.root(other) == forest.root(key)}
    found = [
        Copy(article, shared(sketches[key], sketches[article.id]))
        for article in (store.articles(ids=group) if group else ())
    ]
    return tuple(sorted(found, key=lambda copy: (_published(copy.article), copy.article.id)))


def _sketches(store: Store, key: str) -> dict[str, bytes]:
    """Return the sketches of an article and of those that tell of an event with it."""
    own = [mention.id for mention in store.mentions(article=key)]
    near = store.mentions_of(store.events_of(own)) if own else []
    article_of = {mention.id: mention.article for mention in store.mentions(ids=near)} if near else {}
    return {article_of[row.mention]: row.sketch for row in store.linkable(near) if row.mention in article_of}


def _published(article: Article) -> dt.date:
    return article.published.earliest or dt.date.max
