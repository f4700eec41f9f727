"""The file itself is an API: documented, strict, and to be asked with any SQLite program."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from store_world import SENTENCES, as_event, captured, make_article, make_mention, make_statement

from talks.models import Conflict, Count, Extraction
from talks.store import Store, schema


def test_the_file_says_what_it_holds(store: Store):
    query = "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite%'"
    named = {name for (name,) in store.connection.execute(query).fetchall() if "_fts_" not in name}
    documented = {name for (name,) in store.connection.execute("SELECT name FROM documentation").fetchall()}
    assert named - {"_sqlite_migrations"} == documented


def test_tables_are_strict_and_settings_are_on(store: Store):
    tables = store.connection.execute("PRAGMA table_list").fetchall()
    loose = {name for _, name, kind, _, _, strict in tables if kind == "table" and not strict}
    assert loose == {"_sqlite_migrations", "sqlite_schema", "sqlite_temp_schema"}
    settings = {"journal_mode": "wal", "foreign_keys": 1, "application_id": schema.APPLICATION_ID}
    for name, value in settings.items():
        assert store.connection.execute(f"PRAGMA {name}").fetchone() == (value,)


@pytest.fixture
def filled(store: Store, path: Path) -> sqlite3.Connection:
    article = make_article(SENTENCES[1], outlet="Helvaria Wire")
    told = make_mention(
        article,
        kind="prisoner_swap",
        place="Bellmund",
        parties=("Sudria", "Norland"),
        counts=(Count(n=300, of="prisoners", from_party="Norland"), Count(n=20, of="bodies")),
    )
    said = make_statement(article, party="Norland", topics=("prisoners", "bodies"))
    store.save(Extraction(article, (told,), (said,)), captured(article))
    conflict = Conflict(field="place", values=(("Bellmund", (told.id,)), ("Caldor", ())))
    store.save_events([as_event([told]).model_copy(update={"conflicts": (conflict,)})])
    connection = sqlite3.connect(path)
    connection.row_factory = sqlite3.Row
    return connection


VIEWS = [
    (
        "v_timeline",
        {"date": "2024-05-02", "parties": "Sudria, Norland", "counts": "300 prisoners, 20 bodies"},
    ),
    ("v_timeline", {"mentions": 1, "sources": 1, "conflicts": 1, "status": "held"}),
    ("v_mentions", {"quote": SENTENCES[1][:20], "outlet": "Helvaria Wire", "published": "2024-05-02"}),
    ("v_mentions", {"parties": "Sudria, Norland", "rule": "test.mention", "superseded_by": None}),
    ("v_statements", {"speaker": "Ada Holm", "topics": "prisoners, bodies", "quote": SENTENCES[1][:30]}),
    (
        "v_swaps",
        {"n": 300, "of": "prisoners", "from_party": "Norland", "to_party": None, "place": "Bellmund"},
    ),
    ("v_conflicts", {"field": "place", "value": "Bellmund"}),
    ("v_captures", {"locator": "wire/one.txt", "captured_at": "2024-05-02T12:00:00.000000+00:00"}),
]


@pytest.mark.parametrize(("view", "expected"), VIEWS)
def test_each_view_answers(filled: sqlite3.Connection, view: str, expected: dict[str, Any]):
    row = dict(filled.execute(f"SELECT * FROM {view}").fetchone())  # noqa: S608 - a name from above
    assert row == row | expected
    filled.close()


def test_a_mention_in_a_view_leads_to_its_event(filled: sqlite3.Connection):
    query = "SELECT t.kind FROM v_mentions AS m JOIN v_timeline AS t ON t.id = m.event"
    assert [row["kind"] for row in filled.execute(query)] == ["prisoner_swap"]
    filled.close()
