"""By whom a report came to its reader: from the official by the agency to the outlet."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from talks.link.credits import Agencies, Credit, credit_of, credit_of_statement
from talks.models import Article, Mention, Statement
from talks.store import Store
from talks.views.past import History
from talks.views.voices import Readings

__all__ = ["UNTOLD", "Chain", "chain_of_statement", "chains_of", "keep_agencies"]

NOTE: Final = "outlets"


@dataclass(frozen=True, slots=True)
class Chain:
    """Who said it, if that is told; which agency or other outlet is credited; which outlet tells it.

    Without an outlet it is known by its file alone. An outlet that credits itself stands there once.
    """

    statement: Statement | None = None
    credit: Credit | None = None
    outlet: str | None = None

    @property
    def source(self) -> str | None:
        """Return who is credited beside the outlet."""
        if self.credit is None or self.credit.name.casefold() == (self.outlet or "").casefold():
            return None
        return self.credit.name


UNTOLD: Final = Chain()  # nobody said it, and nobody is credited


def keep_agencies(store: Store, agencies: Agencies) -> None:
    """Note the outlets that can be credited: screens are drawn without the codebook, which loads slowly."""
    note = json.dumps(agencies.outlets, ensure_ascii=False)
    if store.recall(NOTE) != note:
        store.remember(NOTE, note)


def chains_of(store: History, mentions: Iterable[Mention], readings: Readings) -> dict[str, Chain]:
    """Return by whom each of some mentions came to its reader."""
    agencies, chains = _load_agencies(store), {}
    for mention in mentions:
        article = readings.articles[mention.article]
        said = readings.said.get(article.id, ())
        credit = credit_of(article, mention, said, agencies) or agencies.of_article(article)
        chains[mention.id] = Chain(readings.claims.get(mention.id), credit, article.outlet)
    return chains


def chain_of_statement(store: Store, statement: Statement, article: Article) -> Chain:
    """Return by whom a statement came to its reader."""
    agencies = _load_agencies(store)
    credit = credit_of_statement(article, statement, agencies) or agencies.of_article(article)
    return Chain(statement, credit, article.outlet)


def _load_agencies(store: History) -> Agencies:
    """Read what was noted; no outlet if no article was ever linked."""
    rows = json.loads(store.recall(NOTE) or "[]")
    return Agencies(tuple((name, kind, tuple(ways)) for name, kind, ways in rows))
