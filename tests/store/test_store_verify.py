"""Whatever is changed behind the program's back is found again."""

import sqlite3
from pathlib import Path

import pytest
from store_world import SENTENCES, make_extraction, put, relink

from talks.store import Problem, open_store, verify


@pytest.fixture
def sound(path: Path) -> Path:
    with open_store(path, mode="create") as store:
        for n, text in enumerate(SENTENCES):
            put(store, make_extraction(text * 3, path=f"{n}.txt", mentions=2, statements=2))
        relink(store)
    return path


def problems(path: Path) -> list[Problem]:
    with open_store(path, mode="read") as store:
        return list(verify(store))


def test_a_sound_database_has_no_problems(sound: Path):
    assert problems(sound) == []


TAMPERING = [
    pytest.param("UPDATE articles SET text = text || '.' WHERE n = 1", "SHA-256", id="text"),
    pytest.param("UPDATE articles SET sha256 = 'x' WHERE n = 1", "SHA-256", id="digest"),
    pytest.param("UPDATE evidence SET quote = 'said' WHERE n = 1", "quote is not what stands", id="quote"),
    pytest.param("UPDATE evidence SET start = 1 WHERE n = 1", "quote is not what stands", id="start"),
    pytest.param("UPDATE evidence SET stop = 99999 WHERE n = 1", "outside the text", id="stop"),
    pytest.param("UPDATE evidence SET start = -1 WHERE n = 1", "outside the text", id="negative"),
    pytest.param("UPDATE evidence SET suffix = 'x' WHERE n = 1", "context", id="suffix"),
    pytest.param("UPDATE evidence SET prefix = 'x' WHERE n = 1", "context", id="prefix"),
    pytest.param(
        "UPDATE evidence SET article = (SELECT max(id) FROM articles WHERE id <> article) WHERE n = 1",
        "another article",
        id="article",
    ),
    pytest.param(
        "UPDATE mentions SET phrase_start = 5, phrase_stop = 99999 WHERE n = 1",
        "words of its date",
        id="phrase",
    ),
    pytest.param("DELETE FROM evidence WHERE mention = 1", "no evidence", id="no evidence"),
    pytest.param(
        "UPDATE evidence SET mention = 99999 WHERE mention = 1", "belongs to nothing", id="no owner"
    ),
    pytest.param("DELETE FROM event_mentions WHERE ordinal = 1", "in no event", id="no event"),
    pytest.param("DELETE FROM event_mentions", "no mention tells of it", id="no mention"),
    pytest.param(
        "UPDATE articles SET superseded_by = (SELECT id FROM articles WHERE n = 2) WHERE n = 1",
        "superseded",
        id="superseded",
    ),
    pytest.param(
        "INSERT INTO articles_fts (articles_fts) VALUES ('delete-all')", "out of step", id="no index"
    ),
    pytest.param(
        "DROP TRIGGER evidence_fts_update; UPDATE evidence SET quote = 'x' WHERE n = 1",
        "out of step",
        id="index",
    ),
]


@pytest.mark.parametrize(("sql", "what"), TAMPERING)
def test_tampering_is_found(sound: Path, sql: str, what: str):
    connection = sqlite3.connect(sound)
    connection.executescript(sql)
    connection.close()
    assert any(what in problem.what for problem in problems(sound)), problems(sound)


def test_a_database_that_waits_to_be_linked_is_not_at_fault(sound: Path):
    with open_store(sound, mode="write") as store:
        put(store, make_extraction("New.", path="new.txt"))
    assert problems(sound) == []


def test_verifying_changes_nothing(sound: Path):
    before = sound.read_bytes()
    problems(sound)
    assert sound.read_bytes() == before


def test_a_read_only_database_is_verified(unprivileged: Path):
    path = unprivileged / "talks.db"
    with open_store(path, mode="create") as store:
        put(store, make_extraction(SENTENCES[0]))
    unprivileged.chmod(0o555)
    path.chmod(0o444)
    assert problems(path) == []
