"""What a listing costs, and that it sees one moment."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from store_world import SENTENCES, make_extraction, put

from talks.store import Store, open_store


def test_a_listing_holds_only_a_page(store: Store):
    with store.transaction():
        for n in range(300):
            put(store, make_extraction(f"{n}", path=f"{n}.txt"))
    before = statements_run(store)
    listing = store.mentions()
    next(listing)
    first = statements_run(store) - before
    assert len(list(listing)) == 299
    assert first <= 6
    assert statements_run(store) - before <= 12


def statements_run(store: Store) -> int:
    """Count the queries so far."""
    if not hasattr(statements_run, "seen"):
        statements_run.seen = 0  # type: ignore[attr-defined]

        def seen(_: str) -> None:
            statements_run.seen += 1  # type: ignore[attr-defined]

        store.connection.set_trace_callback(seen)
    return int(statements_run.seen)  # type: ignore[attr-defined]


def test_a_store_that_was_opened_to_read_sees_one_moment(path: Path, store: Store):
    put(store, make_extraction(SENTENCES[0], path="a.txt"))
    with open_store(path, mode="read") as reader:
        assert reader.summary()["articles"] == 1
        put(store, make_extraction(SENTENCES[1], path="b.txt"))
        assert reader.summary()["articles"] == len(list(reader.articles())) == 1
    with open_store(path, mode="read") as reader:
        assert reader.summary()["articles"] == 2


PLANS = [
    ("events", {}),
    ("events", {"kind": "talks"}),
    ("events", {"status": "held"}),
    ("events", {"place": "Bellmund"}),
    ("events", {"party": "Norland"}),
    ("events", {"person": "Ada Holm"}),
    ("events", {"since": dt.date(2024, 5, 1), "kind": "talks"}),
    ("statements", {}),
    ("statements", {"speaker": "Ada Holm"}),
    ("statements", {"party": "Norland"}),
    ("statements", {"topic": "prisoners", "since": dt.date(2024, 5, 1)}),
    ("mentions", {"order": "article"}),
]


@pytest.mark.parametrize(("listing", "asked"), PLANS)
def test_each_listing_walks_an_index(store: Store, listing: str, asked: dict[str, Any]):
    queries: list[str] = []
    store.connection.set_trace_callback(queries.append)
    list(getattr(store, listing)(**asked))
    store.connection.set_trace_callback(None)
    listed = [query for query in queries if "LIMIT" in query]
    assert listed
    for query in listed:
        plan = [row[3] for row in store.connection.execute(f"EXPLAIN QUERY PLAN {query}").fetchall()]
        assert not [step for step in plan if step.startswith("SCAN r") and "INDEX" not in step], plan
        whole = "USE TEMP B-TREE FOR ORDER BY"
        assert whole not in plan or "json_each" in query, plan
