"""What of a search is asked for, and what it finds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import cast, get_args

from talks.asking.names import (
    known_kinds,
    known_outlets,
    known_parties,
    known_places,
    known_speakers,
    known_statuses,
    known_topics,
)
from talks.asking.parsing import choose
from talks.errors import UsageError
from talks.store import Hit, Searched, SearchFilters, Store

__all__ = ["check_words", "find_hits", "read_filters", "read_records", "with_names"]

Names = Sequence[str] | None


def read_records(record: Names) -> tuple[str, ...]:
    """Read among which records is searched; none is all of them."""
    return choose("record", record or (), get_args(Searched))


def read_filters(
    dates: tuple[dt.date | None, dt.date | None], kind: Names, status: Names, topic: Names
) -> SearchFilters:
    """Read what can be checked without a database."""
    first, last = dates
    return {
        "since": first,
        "until": last,
        "kind": known_kinds(kind),
        "status": known_statuses(status),
        "topic": known_topics(topic),
    }


def with_names(
    store: Store, filters: SearchFilters, *, party: Names, place: Names, speaker: Names, outlet: Names
) -> SearchFilters:
    """Add the parties, places, speakers and outlets, by the names that the database has for them."""
    return filters | {
        "party": known_parties(store, party),
        "place": known_places(store, place),
        "speaker": known_speakers(store, speaker),
        "outlet": known_outlets(store, outlet),
    }


def check_words(words: str, where: str) -> None:
    """Refuse words that can't be looked for."""
    if not any(map(str.isalnum, words)):
        raise UsageError(where, "there is no word to look for", "name one, or a phrase in quotation marks")


def find_hits(
    store: Store, words: str, records: Sequence[str], filters: SearchFilters, limit: int
) -> Iterator[Hit]:
    """Yield the records that hold all words, at most so many of each kind, the best of each first."""
    for record in records or (None,):
        yield from store.search(words, record=cast(Searched | None, record), limit=limit, **filters)
