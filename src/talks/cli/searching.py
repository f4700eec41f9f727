"""Print what a search finds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import cast

from talks.cli.options import Format
from talks.cli.terminal import output_paper, say, write_lines
from talks.errors import UsageError
from talks.render.hits import HIT_COLUMNS, hit_row, hit_rows
from talks.render.records import WRITERS
from talks.store import Hit, Searched, SearchFilters, Store

__all__ = ["list_hits"]


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
    if not any(map(str.isalnum, phrases)):
        raise UsageError("search", "there is no word to look for", "name one, or a phrase in quotation marks")
    found = [hit for record in records or (None,) for hit in _search(store, phrases, record, filters, limit)]
    if form is not Format.TABLE:
        write_lines(WRITERS[form.value](map(hit_row, found), HIT_COLUMNS))
        return
    articles = {article.id: article for article in store.articles(ids={hit.article for hit in found})}
    paper = output_paper()
    write_lines(paper.write_all(hit_rows(found, articles, paper)))
    if not found:
        say(
            "note: nothing is stored that has all these words"
            + (" and passes the filters" if any(filters.values()) else ""),
            quiet=quiet,
        )


def _search(
    store: Store, words: str, record: str | None, filters: SearchFilters, limit: int
) -> Iterator[Hit]:
    return store.search(words, record=cast(Searched | None, record), limit=limit, **filters)


def _phrase(argument: str) -> str:
    """Take what the shell passed on as one argument for a phrase."""
    return f'"{argument}"' if " " in argument and '"' not in argument else argument
