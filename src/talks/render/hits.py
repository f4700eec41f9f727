"""What a search finds: excerpts, with the words that were looked for marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from talks.models import Article
from talks.render.dates import in_full
from talks.render.evidence import marked, name_of
from talks.render.lines import Cell, Paper, Row, Text, Word, plain, styled
from talks.render.records import Row as Fields
from talks.store import Hit

__all__ = ["HIT_COLUMNS", "Passage", "excerpt", "hit_row", "hit_rows", "passages"]

HIT_COLUMNS: Final = ("record", "id", "article", "text")
RECORD, ID = 9, 8  # columns


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that were found, as a hit has them, and the ids of other records that were read from the same."""

    hit: Hit
    others: tuple[str, ...]


def passages(hits: Iterable[Hit]) -> list[Passage]:
    """Gather the hits of one kind of record that have the same words, in the order of the first of each."""
    found: dict[tuple[str, str, str], list[Hit]] = {}
    for hit in hits:
        found.setdefault((hit.record, hit.article, hit.excerpt), []).append(hit)
    return [Passage(first, tuple(hit.id for hit in rest)) for first, *rest in found.values()]


def hit_rows(hits: Iterable[Hit], articles: Mapping[str, Article], paper: Paper) -> Iterator[Row]:
    """Yield a row for each passage: what it is, the excerpt, where that is from, and the ids."""
    for passage in passages(hits):
        hit, article = passage.hit, articles[passage.hit.article]
        when = f", {in_full(article.published)}" if article.published.known else ""
        also = f"; also {', '.join(key[:ID] for key in passage.others)}" if passage.others else ""
        where = Word(f"  ({name_of(article)}{when}{also})", "dim")
        body = (*excerpt(hit, paper), where)
        yield Row((Cell(styled(hit.record, "dim"), RECORD),), body, plain(hit.id[:ID]))


def hit_row(hit: Hit) -> Fields:
    """Turn a hit into its row."""
    return {"record": hit.record, "id": hit.id, "article": hit.article, "text": hit.excerpt}


def excerpt(hit: Hit, paper: Paper) -> Text:
    """Return an excerpt with the found words marked."""
    text = hit.excerpt.replace("\n", " ")
    parts: list[Word] = []
    at = 0
    for mark in hit.marks:
        parts += [Word(text[at : mark.start]), *marked(mark.of(text), paper)]
        at = mark.end
    return (*parts, Word(text[at:]))
