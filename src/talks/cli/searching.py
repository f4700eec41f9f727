"""Print what a search finds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from talks.asking.searches import check_words, find_hits
from talks.cli.options import Format
from talks.cli.terminal import output_paper, say, write_lines
from talks.render.hits import HIT_COLUMNS, hit_row, hit_rows
from talks.render.records import WRITERS
from talks.store import SearchFilters, Store

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
    check_words(phrases, "search")
    found = list(find_hits(store, phrases, records, filters, limit))
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


def _phrase(argument: str) -> str:
    """Take what the shell passed on as one argument for a phrase."""
    return f'"{argument}"' if " " in argument and '"' not in argument else argument
