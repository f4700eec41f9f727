"""Print what a search finds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from talks.asking.searches import check_words, find_hits
from talks.cli.listing import print_list
from talks.cli.options import Format
from talks.models import Article
from talks.render.hits import HIT_COLUMNS, hit_row, hit_rows
from talks.store import Hit, SearchFilters, Store

__all__ = ["list_hits"]

NONE: Final = "note: nothing is stored that has all these words"


def list_hits(
    store: Store,
    words: Iterable[str],
    records: Sequence[str],
    filters: SearchFilters,
    *,
    limit: int,
    form: Format,
    quiet: bool,
) -> None:
    """Print the records in which words are found, the best of each kind first."""
    phrases = " ".join(map(_phrase, words))
    check_words(phrases, "search")
    found = list(find_hits(store, phrases, records, filters, limit))
    print_list(
        found,
        form,
        row=hit_row,
        columns=HIT_COLUMNS,
        draw=lambda hits, paper: hit_rows(hits, _articles_of(store, hits), paper),
        none=NONE + (" and passes the filters" if any(filters.values()) else ""),
        quiet=quiet,
    )


def _articles_of(store: Store, hits: Iterable[Hit]) -> dict[str, Article]:
    return {article.id: article for article in store.articles(ids={hit.article for hit in hits})}


def _phrase(argument: str) -> str:
    """Take what the shell passed on as one argument for a phrase."""
    return f'"{argument}"' if " " in argument and '"' not in argument else argument
