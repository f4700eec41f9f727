"""What is exported and ingested elsewhere is the same history."""

import json
import sqlite3
from pathlib import Path

import ingesting
import pytest

from invented_articles import ROUND, write_articles
from talks.store import open_store, verify

MAIL = """\
From: The Sheet <s@example.org>
Date: Fri, 12 Apr 2024 06:30:00 +0100
Subject: A call at last

President Halvard Stenmoe of Norland and President Marisela Quent of Sudria spoke by phone
on Thursday, the Citadel said.
"""
ROWS = [
    {"title": "One", "byline": "Ina Voss", "text": "Norland and Sudria held a third round.", "url": "https://x.example"},
    {"title": "Two", "outlet": "Polder Post", "text": "Norland rejected a truce.", "published": "2024-05-14"},
]  # fmt: skip


def exported(path: Path) -> str:
    with open_store(path, mode="read") as store:
        assert list(verify(store)) == []
        return ingesting.exported(store)


def ingest(database: Path, path: Path) -> None:
    with open_store(database, mode="create") as store:
        assert ingesting.take(store, path).set_aside == []


@pytest.fixture
def first(tmp_path) -> str:
    folder = write_articles(tmp_path / "in")
    (folder / "call.eml").write_text(MAIL)
    (folder / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in ROWS))
    ingest(tmp_path / "first.db", folder)
    return exported(tmp_path / "first.db")


def test_an_export_that_is_ingested_is_exported_the_same(first, tmp_path):
    (tmp_path / "mine.jsonl").write_text(first)
    ingest(tmp_path / "second.db", tmp_path / "mine.jsonl")
    assert exported(tmp_path / "second.db") == first
    ingest(tmp_path / "first.db", tmp_path / "mine.jsonl")
    assert exported(tmp_path / "first.db") == first


def test_an_export_supersedes_no_file_of_the_same_name(first, tmp_path):
    (tmp_path / "mine.jsonl").write_text(first)
    other = write_articles(tmp_path / "other" / "in")
    (other / "round.txt").write_text(ROUND.replace("Castrel", "Belmora"))
    for paths in (("mine.jsonl", "other"), ("other", "mine.jsonl")):
        database = tmp_path / f"{paths[0]}.db"
        for path in paths:
            ingest(database, tmp_path / path)
        with open_store(database, mode="read") as store:
            assert store.summary()["superseded"] == 0
            assert len(list(store.articles())) == 7


def test_an_older_database_learns_where_exports_come_from(first, tmp_path):
    database = tmp_path / "first.db"
    with sqlite3.connect(database) as older:
        older.execute("ALTER TABLE captures DROP COLUMN told_path")
        older.execute("ALTER TABLE captures DROP COLUMN told_part")
        older.execute("DELETE FROM _sqlite_migrations WHERE name = 'keep_provenance'")
        older.execute("PRAGMA user_version = 9")
    (tmp_path / "mine.jsonl").write_text(first)
    ingest(database, tmp_path / "mine.jsonl")
    assert exported(database) == first
