"""The store: what can be saved in a database, and what can be asked of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import TypeVar, Unpack

from talks.errors import UnknownRecordError
from talks.models import Article, Event, Extraction, Mention, Statement
from talks.store import capturing, finding, linking, notes, publication, records, saving, searching
from talks.store.captures import Capture, fingerprint
from talks.store.faults import Connection
from talks.store.finding import Letter
from talks.store.joint import list_statements
from talks.store.linking import Linkable
from talks.store.listings import (
    ARTICLE_LISTING,
    EVENT_LISTING,
    MENTION_LISTING,
    ArticleFilters,
    EventFilters,
    MentionFilters,
    SearchFilters,
    StatementFilters,
)
from talks.store.notes import Field, SetAside
from talks.store.queries import listed
from talks.store.searching import Hit, Searched
from talks.store.transactions import Transactions

__all__ = ["Store"]

T = TypeVar("T")


class Store:
    """One open database; leave it by `with` or `close`."""

    def __init__(self, path: Path, connection: Connection) -> None:
        self.path = path
        self.connection = connection  # for the modules of this package
        self._transactions = Transactions(connection)

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the database; what an unfinished transaction wrote is undone."""
        self.connection.close()

    def transaction(self) -> AbstractContextManager[None]:
        """Do all of a block or nothing of it; within another transaction, undo only the block on error."""
        return self._transactions

    def abandon(self) -> None:
        """Undo the transaction that an interrupt left open, if it did."""
        self._transactions.abandon()

    # Saving

    def chosen(self, article: Article, capture: Capture) -> Article:
        """Return an article as it would be known with one more capture of it: extract from this."""
        return capturing.chosen(self.connection, article, capture)

    def capture(self, article: Article, capture: Capture) -> Article:
        """Store a capture, and the text if it is new; return the article as all its captures make it known.

        What was at this locator before, with other text, is superseded once it stands nowhere.
        """
        with self.transaction():
            return capturing.capture(self.connection, article, capture)

    def supersede_absent(self, locator: str, present: Collection[str], at: dt.datetime | None = None) -> None:
        """Supersede what a locator held by a time, in any part, and that is not among the ids present."""
        with self.transaction():
            capturing.supersede_absent(self.connection, locator, present, at)

    def needs_extraction(self, article: Article, engine: str) -> bool:
        """Tell whether the records are missing, or were made from other metadata or by another engine.

        `engine` names all else that extraction depends on: the versions of engine, codebook and dossier.
        """
        return saving.needs_extraction(self.connection, article, engine)

    def unextracted(self, engine: str) -> list[str]:
        """List the ids of all articles that need extraction."""
        return notes.unextracted(self.connection, engine)

    def save(self, extraction: Extraction, capture: Capture | None = None, *, engine: str = "") -> Article:
        """Store what was read from an article, and where it was found, in one transaction.

        Returns the article as all its captures make it known. Records that were read from it as otherwise
        known are not stored, so that the order of arrival never matters: if the returned article then needs
        extraction, extract from that.
        """
        found = extraction.article
        with self.transaction():
            known = capturing.capture(self.connection, found, capture) if capture else self.article(found.id)
            if fingerprint(known) == fingerprint(found):
                saving.save_records(self.connection, extraction, engine)
        return known

    def save_events(self, events: Iterable[Event], *, replacing: Collection[str] | None = None) -> None:
        """Replace the events with these ids, or all, in one transaction.

        To be sure that nothing is saved between reading the mentions and this, do both in a `transaction`.
        """
        with self.transaction():
            saving.save_events(self.connection, events, replacing)

    def save_linkable(self, article: str, rows: Iterable[Linkable]) -> None:
        """Replace what is kept for linking of the mentions of an article."""
        with self.transaction():
            linking.save_linkable(self.connection, article, rows)

    def forget_links(self) -> None:
        """Forget all events, so that everything is linked anew."""
        with self.transaction():
            linking.forget_links(self.connection)

    def set_aside(self, locator: str, reason: str, at: dt.datetime) -> None:
        """Record that an input could not be read; forgotten when it is captured later."""
        with self.transaction():
            notes.set_aside(self.connection, locator, reason, at)

    def remember(self, key: str, value: str) -> None:
        """Keep a note of the program."""
        with self.transaction():
            notes.remember(self.connection, key, value)

    # Listing: in a fixed order, streamed; what superseded articles say is left out unless `superseded` is set

    def articles(self, **filters: Unpack[ArticleFilters]) -> Iterator[Article]:
        """List articles by id."""
        return listed(self.connection, ARTICLE_LISTING, records.load_articles, filters)

    def mentions(self, **filters: Unpack[MentionFilters]) -> Iterator[Mention]:
        """List mentions by date, or by article and place in it (`order="article"`)."""
        return listed(self.connection, MENTION_LISTING, records.load_mentions, filters)

    def linked_mentions(self, **filters: Unpack[MentionFilters]) -> Iterator[tuple[Mention, str | None]]:
        """List mentions, each with the id of its event."""
        return listed(self.connection, MENTION_LISTING, records.load_linked_mentions, filters)

    def statements(self, **filters: Unpack[StatementFilters]) -> Iterator[Statement]:
        """List statements by date, or by article and place in it; of a party, joint ones, too."""
        return list_statements(self.connection, filters)

    def events(self, **filters: Unpack[EventFilters]) -> Iterator[Event]:
        """List events by date."""
        return listed(self.connection, EVENT_LISTING, records.load_events, filters)

    def captures(self, *, locator: str | None = None, article: str | None = None) -> Iterator[Capture]:
        """List captures by locator, part and time."""
        return capturing.list_captures(self.connection, locator, article)

    def set_asides(self) -> Iterator[SetAside]:
        """List what could not be read, by locator."""
        return notes.list_set_aside(self.connection)

    # One record, by its whole id

    def article(self, key: str) -> Article:
        """Return an article, also a superseded one."""
        return _only(key, self.articles(ids=key, superseded=True))

    def statement(self, key: str) -> Statement:
        """Return a statement."""
        return _only(key, self.statements(ids=key, superseded=True))

    def event(self, key: str) -> Event:
        """Return an event."""
        return _only(key, self.events(ids=key))

    def extraction(self, key: str) -> Extraction:
        """Return an article with all that was read from it."""
        return Extraction(
            self.article(key), *saving.records_of(self.connection, key), notes.dossier(self.connection, key)
        )

    def superseded_by(self, key: str) -> str | None:
        """Return the id of the article that took an article's place, if it stands nowhere any more."""
        return notes.superseded_by(self.connection, key)

    # Asking

    def find(self, letter: Letter, prefix: str) -> str:
        """Resolve the beginning of an id of an (a)rticle, (m)ention, (e)vent or (s)tatement.

        An event is also found by the id of any of its mentions. Raises `UnknownRecordError`.
        """
        return finding.find(self.connection, letter, prefix)

    def search(
        self,
        words: str,
        *,
        record: Searched | None = None,
        limit: int = 50,
        **filters: Unpack[SearchFilters],
    ) -> Iterator[Hit]:
        """Find all words, or phrases in double quotes; of each kind of record the best first."""
        return searching.search(self.connection, words, record, limit, filters)

    def recall(self, key: str) -> str | None:
        """Return a note of the program, or None."""
        return notes.recall(self.connection, key)

    def values(self, field: Field) -> list[str]:
        """List the values that events or statements have, e.g. all speakers, in order."""
        return notes.values(self.connection, field)

    def summary(self) -> dict[str, int]:
        """Count what is stored; mentions and statements are those of standing articles."""
        return notes.summary(self.connection)

    def published_by(self, day: dt.date, articles: Collection[str]) -> set[str]:
        """Return those of some articles that had surely been published by the end of a day."""
        return publication.published_by(self.connection, day, articles)

    def reported_by(self, day: dt.date, **filters: Unpack[EventFilters]) -> list[str]:
        """List the events that may be as asked by the reports published by a day, and more; see `Past`."""
        return publication.reported_by(self.connection, day, filters)

    def published_from(self, day: dt.date) -> list[str]:
        """List the standing articles that may have been published on a day or later."""
        return publication.published_from(self.connection, day)

    def last_published(self) -> dt.date | None:
        """Return the last day on which a standing article can first have been published."""
        return publication.last_published(self.connection)

    def undated_reports(self) -> int:
        """Count the standing articles that report something and have no date."""
        return publication.undated(self.connection)

    def arrived_after(self, moment: dt.datetime) -> list[str]:
        """List the standing articles whose text was first found anywhere after a moment."""
        return publication.arrived_after(self.connection, moment)

    def taking_over(self, articles: Collection[str]) -> set[str]:
        """Return those of some articles that took the place of another at its path or address."""
        return publication.taking_over(self.connection, articles)

    def last_arrival(self) -> dt.datetime | None:
        """Return when a text was last found at a place for the first time."""
        return publication.last_arrival(self.connection)

    def sharing(self, keys: Collection[str]) -> list[str]:
        """List the mentions that have any of some keys of linking."""
        return linking.sharing(self.connection, keys)

    def keys_of(self, articles: Collection[str]) -> list[str]:
        """List the keys by which the mentions of some articles were last linked."""
        return linking.keys_of(self.connection, articles)

    def in_order(self, mentions: Collection[str]) -> list[str]:
        """List those of some mentions that can be linked, so that what shares keys is near each other."""
        return linking.in_order(self.connection, mentions)

    def linkable(self, mentions: Collection[str]) -> Iterator[Linkable]:
        """List what is kept for linking of some mentions."""
        return linking.linkable(self.connection, mentions)

    def events_of(self, mentions: Collection[str]) -> list[str]:
        """List the events of some mentions."""
        return linking.events_of(self.connection, mentions)

    def mentions_of(self, events: Collection[str]) -> list[str]:
        """List the ids of the mentions of some events."""
        return linking.mentions_of(self.connection, events)

    @property
    def links_stale(self) -> bool:
        """Whether articles have changed since the events were linked."""
        return bool(self.stale_articles(limit=1) or self.stale_events(limit=1))

    def stale_articles(self, limit: int = -1) -> list[str]:
        """List the articles that are to be linked anew."""
        return notes.stale(self.connection, "articles", limit)

    def stale_events(self, limit: int = -1) -> list[str]:
        """List the events that articles have changed under."""
        return notes.stale(self.connection, "events", limit)


def _only(key: str, found: Iterator[T]) -> T:
    for record in found:
        return record
    raise UnknownRecordError(key, "no record has this id", "look it up with `talks search`")
