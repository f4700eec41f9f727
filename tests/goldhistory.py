"""A store that holds what careful people read from articles: what screens make of faultless records."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from talks.codebook import Codebook
from talks.edtf import read_edtf
from talks.evaluation.exported import Export, ExportedArticle
from talks.evaluation.gold import GoldEvent, GoldPart, GoldStatement, load_gold
from talks.evaluation.records import Dated
from talks.ingest.linking import relink
from talks.models import (
    Article,
    Basis,
    Count,
    Evidence,
    Extraction,
    Manner,
    Mention,
    Precision,
    Span,
    Stance,
    Statement,
    When,
    record_id,
)
from talks.store import Capture, Store
from talks.views.cast import keep_cast
from talks.views.frames import keep_frames
from talks.views.record import load_rule

NOON = dt.datetime(2026, 5, 2, 12, tzinfo=dt.UTC)
SLACK = {Precision.WEEK: 6, Precision.APPROX: 3, Precision.SEASON: 91}


def when_of(written: Dated, basis: Basis) -> When:
    """Return the date that the gold writes."""
    if written.date is None:
        return When.unknown()
    precision = Precision(written.fineness)
    first = read_edtf(written.date)
    last = read_edtf(written.end) if written.end else first
    assert first.earliest
    assert last.latest
    stop = max(last.latest, first.earliest + dt.timedelta(days=SLACK.get(precision, 0)))
    return When(earliest=first.earliest, latest=stop, precision=precision, basis=basis)


def evidence(article: Article, words: str, rule: str) -> Evidence:
    """Find the words of the gold in the article; they may differ in how they are set."""
    at = article.text.find(words)
    span = (
        Span(start=at, end=at + len(words))
        if at >= 0
        else Span(start=0, end=len(article.text.split("\n")[0]))
    )
    return Evidence.at(article, span, rule)


def mention(article: Article, n: int, event: GoldEvent) -> Mention:
    """Turn an event of the gold into a mention; `canon` stands in its rule, for tests to look at."""
    return Mention(
        id=record_id("m", article.id, n),
        article=article.id,
        kind=event.kind,
        status=event.status,
        when=when_of(event, Basis.STATED),
        place=event.place,
        parties=event.parties,
        round=event.round,
        counts=tuple(
            Count(n=c.n, of=c.of, from_party=c.from_party, to_party=c.to_party, each=c.each)
            for c in event.counts
        ),
        evidence=(evidence(article, event.evidence, f"gold.{event.canon}"),),
    )


def statement(article: Article, n: int, said: GoldStatement) -> Statement:
    """Turn a statement of the gold into a statement of the article's day."""
    found = evidence(article, said.evidence, "gold.statement")
    return Statement(
        id=record_id("s", article.id, n),
        article=article.id,
        speaker=said.speaker,
        party=said.party,
        manner=said.manner or Manner.INDIRECT,
        topics=said.topics,
        stance=said.stance or Stance.REPORTS,
        via=said.via,
        when=article.published.model_copy(update={"basis": Basis.PUBLISHED, "phrase": None}),
        evidence=found,
        content=(found.span,),
    )


def golden_extractions(folder: Path, read: Store) -> Iterator[Extraction]:
    """Yield what the gold of a folder says of the articles that a store has read."""
    known = {article.id: article for article in read.articles()}
    export = Export(
        articles=[ExportedArticle(id=a.id, path=a.path, part=a.part, text=a.text) for a in known.values()]
    )
    for gold in load_gold(folder):
        for part, articles in zip(gold.articles, export.articles_of(gold), strict=True):
            for article in articles[:1]:
                yield extraction(known[article.id], part, read.extraction(article.id).dossier)


def extraction(article: Article, part: GoldPart, dossier: str | None) -> Extraction:
    """Return the records of the gold of one article."""
    published = when_of(part.published, Basis.STATED) if part.published else When.unknown()
    article = article.model_copy(update={"published": published})
    return Extraction(
        article=article,
        mentions=tuple(mention(article, n, event) for n, event in enumerate(part.events)),
        statements=tuple(statement(article, n, said) for n, said in enumerate(part.statements)),
        dossier=dossier,
    )


def tell_gold(store: Store, folder: Path, read: Store, codebook: Codebook) -> Store:
    """Fill a store with the gold of a folder, and link it."""
    dossiers = [world.dossier for world in codebook.worlds if world.dossier]
    keep_frames(store, dossiers, posts=load_rule().posts)
    keep_cast(store, dossiers)
    for found in golden_extractions(folder, read):
        store.save(found, Capture.of(found.article, NOON))
    relink(store, codebook)
    return store
