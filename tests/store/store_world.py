"""The invented world of the store's tests: Norland and Sudria negotiate, Helvaria mediates."""

import datetime as dt
import hashlib
from pathlib import Path

from talks.models import (
    Article,
    Basis,
    Event,
    Evidence,
    Extraction,
    HistoryStep,
    Manner,
    Mention,
    Span,
    Statement,
    Status,
    When,
    record_id,
)
from talks.store import Capture, Store

NOON = dt.datetime(2024, 5, 2, 12, tzinfo=dt.UTC)
KINDS = ("talks", "summit", "prisoner_swap", "ceasefire")
PLACES = ("Bellmund", "Ostrava Bay", None)
PARTIES = ("Norland", "Sudria", "Helvaria", "Caldor")
SPEAKERS = ("Ada Holm", "Ivo Brandt", None)
TOPICS = ("prisoners", "ceasefire", "territory")
SENTENCES = (
    "Norland and Sudria held a second round of talks in Bellmund on 2 May.",
    "They agreed to exchange 300 prisoners for 300.",
    "“We want a truce,” said Ada Holm of Norland – “and soon”.",
    "Helvaria’s envoy Ivo Brandt offered to host a summit.",
)


def make_article(text: str, **fields: object) -> Article:
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    defaults = {
        "path": "wire/one.txt",
        "title": "A title",
        "published": When.day(dt.date(2024, 5, 2), Basis.STATED),
    }
    return Article.model_validate(
        {"id": record_id("a", sha256), "sha256": sha256, "text": text} | defaults | fields
    )


def make_mention(article: Article, n: int = 0, **fields: object) -> Mention:
    evidence = Evidence.at(article, Span(start=0, end=min(20, len(article.text))), "test.mention")
    defaults = {
        "id": record_id("m", article.id, n),
        "article": article.id,
        "kind": "talks",
        "status": Status.HELD,
        "when": When.day(dt.date(2024, 5, 2), Basis.STATED),
        "evidence": (evidence,),
    }
    return Mention.model_validate(defaults | fields)


def make_statement(article: Article, n: int = 0, **fields: object) -> Statement:
    evidence = Evidence.at(article, Span(start=0, end=min(30, len(article.text))), "test.statement")
    defaults = {
        "id": record_id("s", article.id, n),
        "article": article.id,
        "speaker": "Ada Holm",
        "manner": Manner.DIRECT,
        "evidence": evidence,
    }
    return Statement.model_validate(defaults | fields)


def make_extraction(text: str, mentions: int = 1, statements: int = 1, **fields: object) -> Extraction:
    article = make_article(text, **fields)
    return Extraction(
        article,
        tuple(make_mention(article, n) for n in range(mentions)),
        tuple(make_statement(article, n) for n in range(statements)),
    )


def captured(article: Article, at: dt.datetime = NOON) -> Capture:
    return Capture.of(article, at, encoding="utf-8")


def put(store: Store, extraction: Extraction, at: dt.datetime = NOON, engine: str = "1") -> Article:
    """Ingest as the program does: choose, extract, save; then extract again whatever that changed."""
    article = extraction.article
    capture = captured(article, at)
    chosen = store.chosen(article, capture)
    if store.needs_extraction(chosen, engine):
        return store.save(extracted_from(chosen, extraction), capture, engine=engine)
    return store.capture(article, capture)


def extracted_from(article: Article, extraction: Extraction) -> Extraction:
    """Stand in for extraction: the records depend on the date of publication, as relative dates do."""
    when = article.published.model_copy(update={"basis": Basis.RELATIVE, "phrase": None})
    mentions = tuple(mention.model_copy(update={"when": when}) for mention in extraction.mentions)
    return Extraction(article, mentions, extraction.statements, extraction.dossier)


def link(mentions: list[Mention]) -> list[Event]:
    """Stand in for the linker: one event for each kind, status and place."""
    blocks: dict[tuple[str, str, str], list[Mention]] = {}
    for mention in sorted(mentions, key=lambda m: m.id):
        blocks.setdefault((mention.kind, mention.status, mention.place or ""), []).append(mention)
    return [as_event(block) for _, block in sorted(blocks.items())]


def as_event(block: list[Mention]) -> Event:
    first, ids = block[0], tuple(mention.id for mention in block)
    shared = first.model_dump(exclude={"id", "article", "according_to", "evidence"})
    history = tuple(HistoryStep(reported="2024-05-02", status=m.status, mention=m.id) for m in block)
    return Event.model_validate(shared | {"id": record_id("e", *ids), "mentions": ids, "history": history})


def relink(store: Store) -> None:
    with store.transaction():
        store.save_events(link(list(store.mentions())))


def dump(path: Path) -> str:
    """Export a database as text."""
    import io

    from talks.exporters import export
    from talks.store import open_store

    out = io.StringIO()
    with open_store(path, mode="read") as store:
        export(store, "jsonl", out)
    return out.getvalue()
