"""The library: read a text, or ask a database, from a program of one's own.

`from talks import extract, open_store` is what is meant to be used; see docs/library.md. Dates are given as
`datetime.date`, or as the command line takes them: "2025-06-02", "2025-06", "2025".
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import AbstractContextManager
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypedDict, Unpack

from talks.asking.names import known_kinds, known_parties, known_statuses, known_topics
from talks.edtf import read_edtf
from talks.errors import UsageError
from talks.models import Article, Basis, Event, Extraction, Mention, Statement, When
from talks.piece import Piece
from talks.store import Hit, SearchFilters, Store
from talks.store import open_store as open_file
from talks.store.listings import ArticleFilters, EventFilters, MentionFilters, StatementFilters
from talks.views import positions, promises, swaps, timeline
from talks.views.conflicts import Dispute, list_disputes
from talks.views.past import History, as_of

if TYPE_CHECKING:
    from talks.views.positions import Line
    from talks.views.promises import Promise
    from talks.views.swaps import Book

__all__ = ["Archive", "Asked", "Day", "extract", "open_store"]

Day = dt.date | str
Words = tuple[str, ...] | list[str]


class Asked(TypedDict, total=False):
    """What of a view is wanted: a range, both ends inclusive, and parties by their names; unset wants all.

    `as_of`: as known at the end of that day, by the reports published until then.
    """

    since: Day
    until: Day
    parties: Words
    as_of: Day


def extract(
    text: str,
    *,
    published: Day | None = None,
    title: str | None = None,
    outlet: str | None = None,
    byline: str | None = None,
    url: str | None = None,
) -> Extraction:
    """Read one article; the result has its `.statements` and `.mentions`, and the `.article` they quote.

    The text is normalised first: spans point into `.article.text`, and `quote == text[start:end]` there.
    Without `published` the date is what the text says of itself, or unknown. Nothing is fetched or kept; the
    same arguments give the same records. The first call loads the codebook, which takes a second or so.
    Raises `TalksError` for what can't be read, such as a text that is not English.
    """
    from talks.articles import make_article  # slow to import, and a database is read without
    from talks.codebook import load_codebook
    from talks.extraction import check_language
    from talks.extraction import extract as extract_article

    given = _read(published).model_copy(update={"basis": Basis.GIVEN}) if published else None
    piece = Piece("text", text, title, outlet, byline, url, published=given)
    codebook = load_codebook()
    article = make_article(piece, codebook)
    check_language(article, codebook)
    return extract_article(article.model_copy(update={"path": None}), codebook)


def open_store(path: str | Path) -> Archive:
    """Open a database that `talks ingest` made, to read it; it is not written to.

    Raises `TalksError` if there is none, if it is none of talks, or if its schema is of another version.
    """
    return Archive(open_file(path, mode="read"))


class Archive(AbstractContextManager["Archive"]):
    """A database, open for reading at one moment of it; leave it by `with` or `close`.

    Listings are iterators in a fixed order. Every record is frozen, and carries its evidence. The views take
    kinds, statuses, topics and parties by any of the names that the commands take, and raise `TalksError` for
    one that is not known.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def __exit__(self, *_error: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the database."""
        self._store.close()

    # Records

    def articles(self, **filters: Unpack[ArticleFilters]) -> Iterator[Article]:
        """List articles by id, e.g. those with `outlet="Polder Post"`."""
        return self._store.articles(**filters)

    def events(self, **filters: Unpack[EventFilters]) -> Iterator[Event]:
        """List events by date, the undated last, e.g. those with `kind="prisoner_swap", status="held"`."""
        return self._store.events(**filters)

    def mentions(self, **filters: Unpack[MentionFilters]) -> Iterator[Mention]:
        """List happenings as single articles report them, e.g. those with `event=` an event's whole id."""
        return self._store.mentions(**filters)

    def statements(self, **filters: Unpack[StatementFilters]) -> Iterator[Statement]:
        """List who said what, by date, e.g. those with `party="Norland", topic="talks"`."""
        return self._store.statements(**filters)

    def article(self, key: str) -> Article:
        """Return an article by its id, or by its beginning; `TalksError` if there is none or several."""
        return self._store.article(self._store.find("a", key))

    def event(self, key: str) -> Event:
        """Return an event by its id or that of any of its mentions, or by its beginning."""
        return self._store.event(self._store.find("e", key))

    def statement(self, key: str) -> Statement:
        """Return a statement by its id, or by its beginning."""
        return self._store.statement(self._store.find("s", key))

    def search(self, words: str, *, limit: int = 50, **filters: Unpack[SearchFilters]) -> Iterator[Hit]:
        """Find all of some words, or phrases in double quotes, in what was said, happened and was printed."""
        return self._store.search(words, limit=limit, **filters)

    # Views

    def timeline(
        self, *, kinds: Words = (), statuses: Words = (), **asked: Unpack[Asked]
    ) -> Iterator[Event | Statement]:
        """List events and statements of record by date, as `talks timeline` does; the undated come last."""
        history, chosen = self._known_on(asked)
        wanted = timeline.Asked(kinds=known_kinds(kinds), statuses=known_statuses(statuses), **chosen)
        dated = (entry for month in timeline.list_months(history, wanted) for entry in month.entries)
        for entry in chain(dated, timeline.list_undated(history, wanted)):
            yield entry.event if isinstance(entry, timeline.Told) else entry

    def conflicts(self, *, kinds: Words = (), **asked: Unpack[Asked]) -> Iterator[Dispute]:
        """List on what reports of one event disagree, with who says what: `.told.event` and its `.points`."""
        history, chosen = self._known_on(asked)
        return list_disputes(history, timeline.Asked(kinds=known_kinds(kinds), **chosen))

    def swaps(self, **asked: Unpack[Asked]) -> list[Book]:
        """Add up exchanges by the sides between which they were: `.held` line by line, and their `.total`."""
        return swaps.find_books(self._store, swaps.Asked(**self._chosen(asked)))

    def promises(self, *, parties: Words = (), as_of: Day | None = None) -> list[Promise]:
        """List what was agreed, with the `.state` it is in and the `.deliveries` that came of it."""
        asked = promises.Asked(as_of=_last(as_of), parties=known_parties(self._store, parties))
        return promises.find_promises(self._store, asked)

    def positions(self, *, topics: Words = (), **asked: Unpack[Asked]) -> Iterator[Line]:
        """List what each party said on each topic: its `.sayings` by date, and the `.turns` among them."""
        return positions.lines(
            self._store, positions.Asked(topics=known_topics(topics), **self._chosen(asked))
        )

    def _known_on(self, asked: Asked) -> tuple[History, dict[str, Any]]:
        """Return what is to be asked, and what of it is wanted."""
        chosen = self._chosen(asked)
        return as_of(self._store, chosen.pop("as_of")), chosen

    def _chosen(self, asked: Asked) -> dict[str, Any]:
        """Return what the views are asked for, with the parties by the names that records have."""
        return {
            "since": _read(asked.get("since")).earliest,
            "until": _last(asked.get("until")),
            "parties": known_parties(self._store, asked.get("parties", ())),
            "as_of": _last(asked.get("as_of")),
        }


def _last(day: Day | None) -> dt.date | None:
    return _read(day).latest


def _read(day: Day | None) -> When:
    """Read a day, a month or a year; of what is not given nothing is known."""
    if day is None:
        return When.unknown()
    try:
        return read_edtf(day if isinstance(day, str) else f"{day:%Y-%m-%d}")
    except ValueError as error:
        raise UsageError(
            day, f"this is no date ({error})", "write it as 2025-06-02, 2025-06 or 2025"
        ) from error
