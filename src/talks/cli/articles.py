"""Print the list of articles."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from talks.cli.listing import written
from talks.cli.options import Format
from talks.cli.terminal import output_paper, say, write_lines
from talks.render.articles import ARTICLE_BRIEF, ARTICLE_COLUMNS, draw_articles, shelf_row
from talks.store.shelf import Shelved

__all__ = ["list_articles"]

NONE: Final = "note: no article of that is stored"


def list_articles(articles: Iterable[Shelved], *, form: Format, quiet: bool) -> None:
    """Print articles, in the order given."""
    if form is not Format.TABLE:
        write_lines(written(map(shelf_row, articles), form, ARTICLE_BRIEF, ARTICLE_COLUMNS))
        return
    found = list(articles)
    paper = output_paper()
    write_lines(paper.write_all(draw_articles(found, paper)))
    if not found:
        say(NONE, quiet=quiet)
