"""Print what is recognised in a file."""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Iterator

from talks.articles import make_articles
from talks.cli.terminal import output_paper, say, write_lines
from talks.codebook import Codebook, load_codebook
from talks.errors import ReadError
from talks.extraction import check_language
from talks.models import Article, When
from talks.readers import open_sources, read
from talks.render.explanation import explanation_jsonl, explanation_lines
from talks.views.explanation import explain

__all__ = ["explain_file"]


def explain_file(file: str, published: When | None, *, jsonl: bool) -> None:
    """Print every article of a file; what of it can't be read is named."""
    codebook, paper = load_codebook(), output_paper()
    for n, article in enumerate(_articles(file, published, codebook)):
        check_language(article, codebook)
        explanation = explain(article, codebook)
        if jsonl:
            write_lines(explanation_jsonl(explanation))
        else:
            write_lines([""] if n else [])
            write_lines(explanation_lines(explanation, paper))


def _articles(file: str, published: When | None, codebook: Codebook) -> Iterator[Article]:
    for source in open_sources([file], stdin=sys.stdin.buffer):
        if isinstance(source, ReadError):
            raise source
        reading = read(source)
        for error in reading.errors:
            say(f"set aside: {error}")
        for piece in reading.pieces:
            given = dataclasses.replace(piece, published=published) if published else piece
            yield from make_articles(given, codebook)
