"""Print the list of articles."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from talks.cli.listing import print_list
from talks.cli.options import Format
from talks.render.articles import ARTICLE_BRIEF, ARTICLE_COLUMNS, draw_articles, shelf_row
from talks.store.shelf import Shelved

__all__ = ["list_articles"]

NONE: Final = "note: no article of that is stored"


def list_articles(articles: Iterable[Shelved], *, form: Format, quiet: bool) -> None:
    """Print articles, in the order given."""
    print_list(
        articles,
        form,
        row=shelf_row,
        columns=ARTICLE_COLUMNS,
        brief=ARTICLE_BRIEF,
        draw=draw_articles,
        none=NONE,
        quiet=quiet,
    )
