"""Texts of articles for templates: paragraphs of words, some of them marked."""

from __future__ import annotations

from collections.abc import Iterator

from talks.render.evidence import marked_lines
from talks.render.hits import excerpt
from talks.render.html.marks import COLOURED
from talks.render.lines import Row, Text
from talks.render.statement import paragraphs_around
from talks.store import Hit
from talks.views.pages import ArticlePage, StatementPage, evidence_of

__all__ = ["found_words", "text_around", "whole_text"]


def whole_text(page: ArticlePage) -> Iterator[Text]:
    """Yield the paragraphs of an article, with all evidence marked."""
    spans = [evidence.span for evidence in evidence_of(page)]
    return _filled(marked_lines(page.article.text, spans, COLOURED))


def text_around(page: StatementPage) -> Iterator[Text]:
    """Yield the paragraphs in which a statement stands, with what was said marked."""
    text, statement = page.article.text, page.statement
    within = paragraphs_around(text, statement.evidence.span)
    return _filled(marked_lines(text, statement.content, COLOURED, within=within))


def found_words(hit: Hit) -> Text:
    """Return the excerpt of a hit, with the words that were looked for marked."""
    return excerpt(hit, COLOURED)


def _filled(rows: Iterator[Row]) -> Iterator[Text]:
    return (row.body for row in rows if any(word.text for word in row.body))
