"""A list of articles, a line each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from talks.codebook.languages import READ, name_of
from talks.render.dates import date_cell
from talks.render.lines import Paper, Row, Word, styled
from talks.render.records import Row as Record
from talks.render.sentences import counted
from talks.rows import WHEN, when_row
from talks.store.shelf import Shelved

__all__ = ["ARTICLE_BRIEF", "ARTICLE_COLUMNS", "draw_articles", "shelf_row"]

DATE: Final = 13  # columns
ID: Final = 7
ARTICLE_COLUMNS: Final = (
    "record", "id", *WHEN, "outlet", "title", "language", "read", "dossier", "mentions", "statements", "path",
)  # fmt: skip
ARTICLE_BRIEF: Final = ("date", "outlet", "title", "language", "dossier", "mentions", "statements", "id")


def shelf_row(article: Shelved) -> Record:
    """Turn an article into its flat row."""
    return {
        "record": "article",
        "id": article.id,
        **when_row(article.published),
        "outlet": article.outlet,
        "title": article.title,
        "language": article.language,
        "read": article.language == READ,
        "dossier": article.dossier,
        "mentions": article.mentions,
        "statements": article.statements,
        "path": article.path,
    }


def draw_articles(articles: Iterable[Shelved], paper: Paper) -> Iterator[Row]:
    """Yield a row for each article: when, what, from whom, and what was read from it."""
    for article in articles:
        title = Word(article.title or article.path, "" if article.title else "dim")
        outlet = Word(f"  {article.outlet}" if article.outlet else "", "dim")
        body = (title, outlet, *_yield(article))
        yield Row(
            (date_cell(article.published, paper, DATE, unknown="undated"),),
            body,
            styled(article.id[:ID], "dim"),
        )


def _yield(article: Shelved) -> Iterator[Word]:
    """Say what was read from an article, or why nothing was."""
    if article.language != READ:
        yield Word(f"  not read yet: {name_of(article.language)}", "warn")
        return
    found = f"{counted(article.mentions, 'mention')}, {counted(article.statements, 'statement')}"
    yield Word(f"  {found}", "dim")
