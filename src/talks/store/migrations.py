"""One small named function per schema change, applied in order and once; sqlite-utils keeps the record.

Imported only when a database is created or upgraded: sqlite-utils takes longer to import than a
timeline takes to print.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlite_utils import Database, Migrations

from talks.store import polling, schema, sqlviews

__all__ = ["migrations"]

migrations = Migrations("talks")


def _run(db: Database, statements: Iterable[str]) -> None:
    for statement in statements:
        db.execute(statement)


def _document(db: Database, *tables: str) -> None:
    """Say in the file what tables hold that were added to it."""
    rows = ({"name": name, "documentation": schema.DOCUMENTATION[name]} for name in tables)
    db.table("documentation").upsert_all(rows, pk="name")


@migrations()
def create_articles(db: Database) -> None:
    """Store each text once."""
    _run(db, schema.ARTICLES)


@migrations()
def create_captures(db: Database) -> None:
    """Record where texts were found, and what could not be read."""
    _run(db, schema.CAPTURES)


@migrations()
def create_statements(db: Database) -> None:
    """Store who said what."""
    _run(db, schema.STATEMENTS)


@migrations()
def create_mentions(db: Database) -> None:
    """Store happenings as articles report them, with the evidence of both kinds of record."""
    _run(db, schema.MENTIONS)
    _run(db, schema.EVIDENCE)


@migrations()
def create_events(db: Database) -> None:
    """Store the happenings themselves."""
    _run(db, schema.EVENTS)


@migrations()
def index_words(db: Database) -> None:
    """Index texts and quotes for search, kept in step by triggers."""
    _run(db, sqlviews.SEARCH)


@migrations()
def create_views(db: Database) -> None:
    """Offer documented views to other programs."""
    _run(db, sqlviews.VIEWS)


@migrations()
def document_tables(db: Database) -> None:
    """Say in the file what each table and view holds."""
    db.table("documentation").create({"name": str, "documentation": str}, pk="name", strict=True)
    docs = schema.DOCUMENTATION | sqlviews.VIEW_DOCUMENTATION
    db.table("documentation").insert_all({"name": k, "documentation": v} for k, v in docs.items())


@migrations()
def create_links(db: Database) -> None:
    """Keep by what mentions are looked up, so that linking an article reads only its neighbourhood."""
    _run(db, schema.LINKS)
    _document(db, "link_keys", "link_origins")


@migrations()
def keep_provenance(db: Database) -> None:
    """Keep where an export says that a text was found."""
    _run(db, schema.PROVENANCE)


@migrations()
def keep_sketches(db: Database) -> None:
    """Keep by what copies of a text are told."""
    _run(db, schema.SKETCHES)
    _document(db, "link_texts")


@migrations()
def keep_fetches(db: Database) -> None:
    """Keep what was fetched, so that records can be derived from it again."""
    _run(db, schema.FETCHES)
    _document(db, "bodies", "fetches")


@migrations()
def keep_rederived(db: Database) -> None:
    """Keep what an upgrade changed of the records."""
    _run(db, schema.REDERIVED)
    _document(db, "rederived")


@migrations()
def create_sources(db: Database) -> None:
    """Keep what is followed, and what came of asking for it."""
    _run(db, polling.POLLING)
    _document(db, "sources", "pages", "source_pages", "hosts")


@migrations()
def index_publication(db: Database) -> None:
    """Find the day up to which reports tell without reading every article."""
    _run(db, schema.PUBLICATION)
