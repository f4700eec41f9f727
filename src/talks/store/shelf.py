"""The stored articles without their texts: what is known of each, and how much was read from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, Unpack

from talks.models import When
from talks.store.listings import ARTICLE_LISTING, ArticleFilters
from talks.store.queries import kept
from talks.store.records import load_claims
from talks.store.store import Store
from talks.store.tables import CLAIMS, Row, Table

__all__ = ["Shelved", "list_shelf"]

KNOWN: Final = Table("articles", ("id", "path", "dossier", *CLAIMS))
COUNTS: Final = """, (SELECT count(*) FROM mentions WHERE article = r.id),
(SELECT count(*) FROM statements WHERE article = r.id)"""
SELECT: Final = " ".join(("SELECT", KNOWN.selected, COUNTS, "FROM articles AS r WHERE"))
ORDER: Final = "ORDER BY r.published_earliest IS NULL, r.published_earliest, r.id"
PAGE: Final = 500


@dataclass(frozen=True, slots=True)
class Shelved:
    """An article that stands, without its text; `path` is where it was found."""

    id: str
    published: When
    outlet: str | None
    title: str | None
    language: str
    dossier: str | None
    path: str
    mentions: int
    statements: int


def list_shelf(store: Store, **filters: Unpack[ArticleFilters]) -> Iterator[Shelved]:
    """List standing articles by date of publication, the undated last."""
    where, parameters = kept(ARTICLE_LISTING, filters) or ("FALSE", ())
    cursor = store.connection.execute(" ".join((SELECT, where, ORDER)), parameters)
    while rows := cursor.fetchmany(PAGE):
        yield from map(_load, rows)


def _load(row: Row) -> Shelved:
    key, path, dossier, *claims, mentions, statements = row
    known: dict[str, Any] = load_claims(claims)
    return Shelved(
        id=key,
        published=When.model_validate(known["published"]),
        outlet=known["outlet"],
        title=known["title"],
        language=known["language"],
        dossier=dossier,
        path=path,
        mentions=mentions,
        statements=statements,
    )
