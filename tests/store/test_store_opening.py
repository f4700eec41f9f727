"""Each way in which a database can be unfit is one line: where, what, what to do."""

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from store_world import SENTENCES, captured, make_extraction, put, relink

from talks.errors import StoreError
from talks.store import Store, open_store, schema, verify

MODES = ("read", "write", "create")


def refusal(path: Path, mode: str, busy_timeout: float = 0) -> StoreError:
    with pytest.raises(StoreError) as caught:
        open_store(path, mode=mode, busy_timeout=busy_timeout)
    assert "\n" not in str(caught.value)
    assert caught.value.where == str(path)
    assert caught.value.remedy
    return caught.value


@pytest.mark.parametrize("mode", MODES)
def test_a_directory_is_refused(tmp_path: Path, mode: str):
    assert "directory" in refusal(tmp_path, mode).what


@pytest.mark.parametrize("mode", ["read", "write"])
def test_a_missing_database_is_to_be_made_by_ingesting(path: Path, mode: str):
    assert refusal(path, mode).remedy == "run `talks ingest PATH` or `talks sources add URL` first"
    assert not path.exists()


def test_creating_makes_no_folders(tmp_path: Path):
    refused = refusal(tmp_path / "new" / "folder" / "talks.db", "create")
    assert refused.what == "its folder does not exist"
    assert list(tmp_path.iterdir()) == []


def test_a_path_may_hold_any_characters(tmp_path: Path):
    path = tmp_path / "what? 100% #1 дані.db"
    open_store(path, mode="create").close()
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_an_empty_file_can_be_written_to_but_not_read(path: Path):
    path.touch()
    assert "empty" in refusal(path, "read").what
    open_store(path, mode="write").close()
    open_store(path, mode="read").close()


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n" * 100, b"id,date\n1,2024-05-02\n", b"\x00"])
def test_a_file_that_is_no_database_is_refused_and_left_alone(path: Path, content: bytes, mode: str):
    path.write_bytes(content)
    assert "not a SQLite database" in refusal(path, mode).what
    assert path.read_bytes() == content


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("pragma", ["application_id = 0", "application_id = 12345", "journal_mode = wal"])
def test_a_database_of_another_program_is_refused_and_left_alone(path: Path, pragma: str, mode: str):
    other = sqlite3.connect(path)
    other.execute(f"PRAGMA {pragma}")
    other.executescript("CREATE TABLE articles (id TEXT); INSERT INTO articles VALUES ('a');")
    other.close()
    before = path.read_bytes()
    assert "another program" in refusal(path, mode).what
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("mode", MODES)
def test_a_newer_schema_is_refused(path: Path, mode: str):
    open_store(path, mode="create").close()
    alter(path, f"PRAGMA user_version = {schema.SCHEMA_VERSION + 1}")
    refused = refusal(path, mode)
    assert "schema is version" in refused.what
    assert refused.remedy == "upgrade talks"


def alter(path: Path, sql: str) -> None:
    connection = sqlite3.connect(path)
    connection.executescript(sql)
    connection.close()


def older(path: Path) -> None:
    """Make a database as it was before its last two migrations."""
    from sqlite_utils import Database

    from talks.store.migrations import migrations

    db = Database(path)
    migrations.apply(db, stop_before="create_views")
    db.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    db.execute("PRAGMA user_version = 6")
    db.close()


def test_an_older_schema_is_upgraded_on_writing_and_told_on_reading(path: Path):
    older(path)
    assert "ingest" in refusal(path, "read").remedy
    with open_store(path, mode="write") as store:
        put(store, make_extraction(SENTENCES[0]))
        assert store.connection.execute("SELECT count(*) FROM v_mentions").fetchone() == (1,)
    open_store(path, mode="read").close()


def test_a_failed_upgrade_leaves_the_database_as_it_was(path: Path):
    older(path)
    alter(path, "CREATE TABLE v_mentions (id TEXT)")
    with pytest.raises(sqlite3.OperationalError, match="already exists"):
        open_store(path, mode="write")
    assert "version 6" in refusal(path, "read").what


def test_the_version_of_the_schema_counts_its_migrations():
    from talks.store.migrations import migrations

    assert len(migrations._migrations) == schema.SCHEMA_VERSION


@pytest.mark.parametrize("mode", MODES)
def test_a_header_with_rubbish_after_it_is_told_as_damaged(path: Path, mode: str):
    open_store(path, mode="create").close()
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * (size - 100))
    refused = refusal(path, mode)
    assert "damaged" in refused.what
    assert "copy" in refused.remedy


def test_a_page_of_rubbish_is_told_when_it_is_read(path: Path):
    with open_store(path, mode="create") as store:
        for n in range(50):
            put(store, make_extraction(f"{SENTENCES[0]} {n}", path=f"{n}.txt"))
        root = "SELECT rootpage FROM sqlite_schema WHERE name = 'articles'"
        (page,) = store.connection.execute(root).fetchone()
    with path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xff" * 64)
    with open_store(path, mode="read") as store:
        assert list(verify(store))
        with pytest.raises(StoreError, match="damaged"):
            list(store.articles())


def test_a_locked_database_is_told(path: Path):
    open_store(path, mode="create").close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with (
        open_store(path, mode="write", busy_timeout=0.05) as store,
        pytest.raises(StoreError, match="writing to it"),
    ):
        put(store, make_extraction(SENTENCES[0]))
    other.close()


def test_a_full_disk_is_told_and_what_was_saved_is_safe(path: Path, store: Store):
    put(store, make_extraction(SENTENCES[0], path="a.txt"))
    (pages,) = store.connection.execute("PRAGMA page_count").fetchone()
    store.connection.execute(f"PRAGMA max_page_count = {pages + 2}").fetchone()
    with pytest.raises(StoreError, match="disk is full"):
        put(store, make_extraction(SENTENCES[1] * 2000, path="b.txt"))
    assert not store.connection.in_transaction
    store.connection.execute("PRAGMA max_page_count = 100000").fetchone()
    put(store, make_extraction(SENTENCES[2], path="c.txt"))
    relink(store)
    assert [capture.locator for capture in store.captures()] == ["a.txt", "c.txt"]
    assert list(verify(store)) == []


def test_a_figure_that_no_column_holds_is_told(store: Store):
    extraction = make_extraction(SENTENCES[0])
    (mention,) = extraction.mentions
    too_many = mention.model_copy(update={"round": 10**30})
    with pytest.raises(StoreError, match="can't be stored"):
        store.save(type(extraction)(extraction.article, (too_many,), ()), captured(extraction.article))
    assert store.summary()["articles"] == 0


def test_writing_to_a_store_that_was_opened_to_read_is_refused(path: Path):
    open_store(path, mode="create").close()
    with open_store(path, mode="read") as store, pytest.raises(StoreError, match="written"):
        put(store, make_extraction(SENTENCES[0]))


@pytest.mark.parametrize("mode", ["write", "create"])
def test_a_read_only_file_is_refused_for_writing_and_readable(unprivileged: Path, mode: str):
    path = unprivileged / "talks.db"
    open_store(path, mode="create").close()
    path.chmod(0o444)
    assert "read-only" in refusal(path, mode).what
    open_store(path, mode="read").close()


@pytest.mark.parametrize("mode", ["write", "create"])
def test_a_read_only_folder_is_refused_for_writing_and_readable(unprivileged: Path, mode: str):
    path = unprivileged / "talks.db"
    with open_store(path, mode="create") as store:
        put(store, make_extraction(SENTENCES[0]))
    unprivileged.chmod(0o555)
    assert "read-only" in refusal(path, mode).what
    with open_store(path, mode="read") as store:
        assert store.summary()["articles"] == 1
        assert list(store.search("Norland"))


def test_creating_in_a_read_only_folder_is_refused(unprivileged: Path):
    unprivileged.chmod(0o555)
    assert "read-only" in refusal(unprivileged / "talks.db", "create").what


@pytest.mark.parametrize("mode", MODES)
def test_a_file_that_may_not_be_read_is_refused(unprivileged: Path, mode: str):
    path = unprivileged / "talks.db"
    open_store(path, mode="create").close()
    path.chmod(0)
    assert "Permission denied" in refusal(path, mode).what


@pytest.mark.parametrize("mode", MODES)
def test_a_device_is_refused(mode: str):
    assert "regular file" in refusal(Path("/dev/null"), mode).what


def test_a_copy_that_left_its_log_behind_is_sound(path: Path, tmp_path: Path, store: Store):
    put(store, make_extraction(SENTENCES[0]))
    copy = Path(shutil.copy(path, tmp_path / "copy.db"))
    with open_store(copy, mode="read") as stored:
        assert stored.summary()["articles"] == 0
        assert list(verify(stored)) == []


def test_reading_imports_nothing_heavy(path: Path):
    open_store(path, mode="create").close()
    code = (
        "import sys; from talks.store import open_store\n"
        f"store = open_store({str(path)!r}, mode='read'); list(store.events(limit=40)); store.close()\n"
        f"open_store({str(path)!r}, mode='write').close()\n"
        "print(sorted({'sqlite_utils', 'trafilatura', 'rich', 'typer', 'click', 'httpx'} & set(sys.modules)))"
    )
    environment = os.environ | {"PYTHONPATH": "src"}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment
    )
    assert done.stdout.strip() == "[]"
