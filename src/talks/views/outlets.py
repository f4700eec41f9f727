"""What some outlets tell of: their articles, and the events in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from talks.store import Store
from talks.views.timeline import Entry, Told

__all__ = ["Shelf", "read_shelf"]


@dataclass(frozen=True, slots=True)
class Shelf:
    """The articles of some outlets, and the events that they tell of, by their ids."""

    articles: frozenset[str]
    events: frozenset[str]

    def has(self, entry: Entry) -> bool:
        """Tell whether an entry of a timeline rests on one of the articles."""
        return entry.event.id in self.events if isinstance(entry, Told) else entry.article in self.articles


def read_shelf(store: Store, outlets: Sequence[str]) -> Shelf:
    """Look up what outlets tell of."""
    articles = frozenset(article.id for article in store.articles(outlet=outlets))
    linked = store.linked_mentions(article=articles) if articles else iter(())
    return Shelf(articles, frozenset(event for _, event in linked if event))
