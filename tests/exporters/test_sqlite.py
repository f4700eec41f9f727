"""The copy of a database is one: sound, complete and by itself."""

import datetime as dt
import sqlite3
from pathlib import Path

import pytest
from exports import exported, exported_text

from talks.errors import StoreError
from talks.store import Fetched, Store, copy_store, fetches, open_store, save_fetch, verify
from talks.store.hosts import Host, load_hosts, note_hosts
from talks.store.pages import Listed, list_pages
from talks.store.sources import Followed, add_source, list_sources


@pytest.fixture
def copy(told: Store, tmp_path: Path) -> Path:
    path = tmp_path / "copy.db"
    path.write_bytes(exported(told, "sqlite")[".db"])
    return path


def test_it_tells_the_same(told: Store, copy: Path):
    with open_store(copy, mode="read") as store:
        assert exported_text(store, "jsonl") == exported_text(told, "jsonl")
        assert list(store.captures()) == list(told.captures())
        assert list(verify(store)) == []


def test_what_is_of_this_machine_only_is_left_out(tmp_path: Path):
    at = dt.datetime(2024, 5, 2, 12, tzinfo=dt.UTC)
    url = "https://example.org/talks"
    with open_store(tmp_path / "mine.db", mode="create") as store:
        store.set_aside("private/letter.txt", "it is no article", at)
        save_fetch(store, Fetched(url, url, 200, b"a page that was fetched", at), url)
        add_source(store, Followed("https://feeds.example.org/?key=abc"), at)
        list_pages(store, "https://feeds.example.org/?key=abc", [Listed(url, url, "stamp")], at)
        note_hosts(store, [Host("https://example.org")])
        copied = exported(store, "sqlite")[".db"]
    (tmp_path / "copy.db").write_bytes(copied)
    with open_store(tmp_path / "copy.db", mode="read") as copy:
        assert (list_sources(copy), load_hosts(copy)) == ([], {})
        assert (list(copy.set_asides()), list(fetches(copy)), list(verify(copy))) == ([], [], [])
    assert b"letter" not in copied
    assert b"example.org" not in copied


def test_one_can_go_on_from_it(copy: Path):
    with open_store(copy, mode="write") as store:
        store.remember("a note", "kept")
        assert store.recall("a note") == "kept"


def test_it_is_read_by_sql(copy: Path):
    connection = sqlite3.connect(copy)
    ((journal,),) = connection.execute("PRAGMA journal_mode")
    ((free,),) = connection.execute("PRAGMA freelist_count")
    assert (journal, free) == ("delete", 0)  # no log that must be passed on with it, and nothing deleted left
    rows = connection.execute("SELECT date FROM v_timeline WHERE kind = 'prisoner_swap'").fetchall()
    connection.close()
    assert rows == [("2024-03-13/2024-03-31",)]


def test_a_file_that_is_there_is_left(told: Store, tmp_path: Path):
    (tmp_path / "mine.db").write_text("mine")
    with pytest.raises(StoreError):
        copy_store(told, tmp_path / "mine.db")
    assert (tmp_path / "mine.db").read_text() == "mine"
