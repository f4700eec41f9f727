"""All that was recognised in an article, by rule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from talks.articles import dating_clues
from talks.codebook import Codebook
from talks.dates import DateContext, DatePhrase, resolve
from talks.dating.weighing import Clue
from talks.extraction import extract, read
from talks.models import Article, Extraction, Mention, Span, Statement, When
from talks.names import Name
from talks.numbers import Number
from talks.reading import Reading

__all__ = ["Annotation", "Explanation", "explain"]

Record = Literal["clue", "date", "name", "count", "cue", "quote", "mention", "statement"]


@dataclass(frozen=True, slots=True)
class Annotation:
    """Words of an article, what they were taken for, and by which rule."""

    record: Record
    start: int
    end: int
    text: str
    value: Any = None
    precision: str | None = None
    basis: str | None = None
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """An article, the dossier it was read by, its annotations in order, and the spans that were read."""

    article: Article
    dossier: str | None
    annotations: tuple[Annotation, ...]
    body: tuple[Span, ...]  # paragraphs; the rest is page chrome


def explain(article: Article, codebook: Codebook) -> Explanation:
    """Read an article, and keep what every finder found."""
    reading, extraction = read(article, codebook), extract(article, codebook)
    clues = (_clue(clue, article) for clue in dating_clues(article, codebook))
    found = sorted([*clues, *_annotations(reading, extraction)], key=lambda a: (a.start, -a.end, a.record))
    body = tuple(Span(start=line.start, end=line.end) for line in reading.paragraphs)
    return Explanation(article, extraction.dossier, tuple(found), body)


def _annotations(reading: Reading, extraction: Extraction) -> Iterator[Annotation]:
    yield from (_date(reading, phrase) for phrase in reading.dates)
    yield from (_name(reading, name) for name in reading.names)
    yield from (_count(reading, number) for number in reading.numbers)
    for quote in reading.quotations:
        words = reading.text[quote.start : quote.end]
        yield Annotation("quote", quote.start, quote.end, words, rule="text.quotations")
    for mention in extraction.mentions:
        yield from _mention(mention)
    for statement in extraction.statements:
        yield from _statement(statement, reading.text)


def _clue(clue: Clue, article: Article) -> Annotation:
    """Show what tells when an article was published, with the days that it leaves."""
    when, span = article.published, clue.words
    days = clue.shown(when.earliest, when.latest) if when.earliest and when.latest else None
    return Annotation("clue", span.start, span.end, span.of(article.text), days, rule=clue.rule)


def _date(reading: Reading, phrase: DatePhrase) -> Annotation:
    when = resolve(phrase, DateContext(published=reading.article.published, reference=reading.dated))
    words = reading.text[phrase.start : phrase.end]
    return _dated(Annotation("date", phrase.start, phrase.end, words, when.edtf, rule=phrase.rule), when)


def _dated(annotation: Annotation, when: When) -> Annotation:
    return Annotation(
        annotation.record,
        annotation.start,
        annotation.end,
        annotation.text,
        annotation.value,
        when.precision.value,
        when.basis.value,
        annotation.rule,
    )


def _name(reading: Reading, name: Name) -> Annotation:
    start, end = reading.chars(name.start, name.end)
    value = name.entry.name if name.entry else None
    return Annotation("name", start, end, reading.text[start:end], value, rule=f"names.{name.kind}")


def _count(reading: Reading, number: Number) -> Annotation:
    start, end = reading.chars(number.start, number.end)
    words, rule = reading.text[start:end], f"numbers.{number.bound.value}"
    return Annotation("count", start, end, words, number.value, rule=rule)


def _mention(mention: Mention) -> Iterator[Annotation]:
    value = {
        "id": mention.id,
        "kind": mention.kind,
        "status": mention.status.value,
        "edtf": mention.when.edtf,
        "place": mention.place,
        "parties": list(mention.parties),
        "round": mention.round,
        "counts": [count.model_dump(mode="json") for count in mention.counts],
    }
    for evidence in mention.evidence:
        span = evidence.span
        found = Annotation("mention", span.start, span.end, evidence.quote, value, rule=evidence.rule)
        yield _dated(found, mention.when)


def _statement(statement: Statement, text: str) -> Iterator[Annotation]:
    evidence = statement.evidence
    value = {
        "id": statement.id,
        "speaker": statement.speaker,
        "party": statement.party,
        "manner": statement.manner.value,
        "stance": statement.stance.value,
        "topics": list(statement.topics),
    }
    span = evidence.span
    yield Annotation("statement", span.start, span.end, evidence.quote, value, rule=evidence.rule)
    if cue := statement.cue:
        yield Annotation("cue", cue.start, cue.end, cue.of(text), statement.verb, rule=evidence.rule)
