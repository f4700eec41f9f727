"""What was fetched is kept once, without secrets, and is what it was."""

import datetime as dt
import hashlib
import sqlite3
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store_world import NOON, SENTENCES, captured, make_extraction, put

from talks.errors import StoreError
from talks.store import (
    Fetched,
    Store,
    fetches,
    last_fetch,
    load_body,
    open_store,
    save_fetch,
    schema,
    unread,
    verify,
)

URL = "https://wire.example/a"
HEADERS = {"content-type": "text/html", "etag": '"one"', "last-modified": "Thu, 02 May 2024 10:00:00 GMT"}
SECRET = "s3cr3t"  # noqa: S105 - of nobody


def answer(data: bytes = b"<p>one</p>", hours: int = 0, **fields) -> Fetched:
    defaults = {"asked": URL, "url": URL, "status": 200, "media": "text/html", "charset": "utf-8"}
    return Fetched(**defaults | {"headers": HEADERS} | fields, data=data, at=NOON + dt.timedelta(hours=hours))


def bodies(store: Store) -> int:
    return store.connection.execute("SELECT count(*) FROM bodies").fetchone()[0]


def test_what_was_fetched_comes_back(store):
    kept = save_fetch(store, answer(), "https://wire.example/a", reader="r1")
    assert kept == last_fetch(store, URL)
    assert [kept] == list(fetches(store)) == list(fetches(store, URL))
    assert load_body(store, kept.sha256) == b"<p>one</p>"
    assert kept.sha256 == hashlib.sha256(b"<p>one</p>").hexdigest()
    assert (kept.status, kept.media, kept.charset, kept.size) == (200, "text/html", "utf-8", 10)
    assert (kept.fetched_at, kept.seen_at, kept.read_by) == (NOON, NOON, "r1")
    assert kept.headers == HEADERS


def test_the_next_request_can_ask_for_what_is_new(store):
    assert last_fetch(store, URL) is None
    save_fetch(store, answer(), URL)
    save_fetch(store, answer(b"<p>two</p>", 1, headers={"etag": '"two"'}), URL)
    assert last_fetch(store, f"{URL}#top").conditions == {"If-None-Match": '"two"'}
    save_fetch(store, answer(hours=2), URL)
    assert last_fetch(store, URL).conditions == {
        "If-None-Match": '"one"',
        "If-Modified-Since": "Thu, 02 May 2024 10:00:00 GMT",
    }


def test_the_same_bytes_are_kept_once_however_often_they_come(store):
    for hours in range(3):
        save_fetch(store, answer(hours=hours), URL)
    save_fetch(store, answer(asked=f"{URL}?from=feed"), URL)
    assert bodies(store) == 1
    assert [(kept.asked, (kept.seen_at - kept.fetched_at).seconds) for kept in fetches(store, URL)] == [
        (URL, 7200),
        (f"{URL}?from=feed", 0),
    ]


def test_an_answer_without_bytes_is_what_the_address_answered_before(store):
    assert save_fetch(store, answer(b"", status=304), URL) is None
    save_fetch(store, answer(), URL, reader="r1")
    kept = save_fetch(store, answer(b"", 5, status=304, headers={"etag": '"new"'}), URL)
    assert (kept.status, kept.read_by, kept.size) == (200, "r1", 10)
    assert kept.seen_at == NOON + dt.timedelta(hours=5)
    assert kept.headers == HEADERS | {"etag": '"new"'}
    assert save_fetch(store, answer(b"", 6, status=304, url=f"{URL}/elsewhere"), URL) is None
    assert len(list(fetches(store))) == 1


def test_no_secret_is_kept(store, path):
    secrets = {"set-cookie": f"id={SECRET}", "authorization": SECRET, "x-api-key": SECRET, "Link": SECRET}
    found = answer(headers={"ETag": '"one"', **secrets})
    assert save_fetch(store, found, URL).headers == {"etag": '"one"'}
    assert SECRET not in repr(found)
    store.close()
    assert SECRET.encode() not in b"".join(file.read_bytes() for file in path.parent.iterdir())


def test_a_time_without_a_zone_is_refused(store):
    with pytest.raises(ValueError, match="needs a zone"):
        save_fetch(store, replace(answer(), at=dt.datetime(2024, 5, 2)), URL)


def test_a_fetch_is_kept_with_what_was_read_from_it_or_not_at_all(store):
    extraction = make_extraction(SENTENCES[0], path=URL)

    def fail() -> None:
        with store.transaction():
            save_fetch(store, answer(), URL)
            store.save(extraction, captured(extraction.article))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert (list(fetches(store)), bodies(store), list(store.captures())) == ([], 0, [])


def test_what_other_readers_read_is_unread(store):
    save_fetch(store, answer(b"read"), URL, reader="old")
    save_fetch(store, answer(b"never read: a feed"), f"{URL}/feed")
    save_fetch(store, answer(b"just read"), URL, reader="new")
    assert [load_body(store, kept.sha256) for kept in unread(store, "new")] == [b"read"]


SEEN = st.lists(st.tuples(st.sampled_from([b"one", b"two"]), st.integers(0, 9)), min_size=1, max_size=4)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(SEEN)
def test_no_order_of_arrival_changes_what_is_kept(fresh, seen):
    found = set()
    for order in permutations(seen):
        with open_store(fresh(), mode="write") as store:
            for data, hours in order:
                save_fetch(store, answer(data, hours, headers={"age": f"{hours}"}), URL)
            found.add(repr(list(fetches(store))))
    assert len(found) == 1


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        ("UPDATE bodies SET packed = x'FFFF'", "can't be unpacked"),
        ("UPDATE bodies SET size = 3", "were altered"),
        ("UPDATE bodies SET sha256 = 'b' || substr(sha256, 2)", "were altered"),
    ],
)
def test_altered_bytes_are_found(path: Path, store: Store, damage, told):
    kept = save_fetch(store, answer(), URL)
    assert list(verify(store)) == []
    with sqlite3.connect(path) as other:
        other.execute(damage)
    problems = [str(problem) for problem in verify(store)]
    assert any(told in problem and "body " in problem for problem in problems)
    with pytest.raises(StoreError):
        load_body(store, kept.sha256)


def test_a_database_from_before_fetches_were_kept_is_upgraded(path: Path):
    from sqlite_utils import Database

    from talks.store.migrations import migrations

    db = Database(path)
    migrations.apply(db, stop_before="keep_fetches")
    db.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    db.execute("PRAGMA user_version = 11")
    db.close()
    with open_store(path, mode="write") as store:
        put(store, make_extraction(SENTENCES[0]))
        assert save_fetch(store, answer(), URL) == last_fetch(store, URL)
        assert list(verify(store)) == []
        [row] = store.connection.execute("SELECT * FROM documentation WHERE name = 'fetches'").fetchall()
        assert "answered" in row[1]
