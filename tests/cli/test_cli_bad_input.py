"""What is wrong is said in one line: where, what, what to do; and the exit code tells."""

import shutil
import sqlite3

import pytest

from invented_articles import ROUND, write_many
from talks.store import open_store

ISO = "write it as 2025-06-02, 2025-06 or 2025"


def one_line(found, code: int, *words: str) -> None:
    assert found.code == code
    assert found.err.startswith("talks: ")
    assert found.err.count("\n") == 1
    assert "Traceback" not in found.err
    for word in words:
        assert word in found.err


@pytest.mark.parametrize(
    "date", ["05/06/25", "2025-13", "2025-02-30", "0000", "yesterday", "2025-6-2", "２０２５", ""]
)
@pytest.mark.parametrize("option", ["--since", "--until"])
def test_dates_that_are_no_iso_dates_are_refused_with_the_forms(talks, told_path, option, date):
    one_line(talks("--db", told_path, "timeline", option, date), 2, option, ISO)


def test_a_range_that_ends_before_it_begins(talks, told_path):
    found = talks("--db", told_path, "timeline", "--since", "2024-06", "--until", "2024-05")
    one_line(found, 2, "--since 2024-06 --until 2024-05", "it ends before it begins")
    assert talks("--db", told_path, "timeline", "--since", "2024-03-12", "--until", "2024-03-12").code == 0


def test_a_date_of_publication_is_checked_before_anything_is_read(talks, tmp_path):
    one_line(talks("--db", "x.db", "ingest", "nowhere", "--published", "12.3.24"), 2, "--published", ISO)
    assert not (tmp_path / "x.db").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["timeline", "--kind", "prisoner"], ["no such kind", "did you mean prisoner_swap?"]),
        (["timeline", "--kind", "qqqqqq"], ["no such kind", "choose from"]),
        (["timeline", "--status", "plannd"], ["no such status", "did you mean planned"]),
        (["timeline", "--party", "Norlnad"], ["no such party", "did you mean Norland"]),
        (["timeline", "--party", "Harvik"], ["no such party", "did you mean Norland?"]),
        (["timeline", "--place", "Castrell"], ["no such place", "did you mean Castrel"]),
        (["statements", "--topic", "prisoner"], ["no such topic", "did you mean prisoners"]),
        (["statements", "--topic", "qqqqqq"], ["no such topic", "choose from", "ceasefire"]),
        (["statements", "--stance", "demand"], ["no such stance", "did you mean demands"]),
        (["statements", "--speaker", "Solbakk"], ["no such speaker", "did you mean Ingra Sollbakk"]),
        (["export", "--format", "exel"], ["no such export format", "jsonl"]),
        (["timeline", "--format", "xml"], ["--format': 'xml' is not one of", "talks timeline --help"]),
        (["timeline", "--party", "Norwland"], ["no such party; did you mean Norland?"]),
        (["timeline", "--party", "Turky"], ["no such party; did you mean Türkiye?"]),
        (["timeline", "--nonsense"], ["No such option", "talks timeline --help"]),
        (["timelin"], ["No such command", "timeline"]),
        (["show", "event"], ["Missing argument", "ID"]),
        (["explain"], ["Missing argument", "FILE"]),
        (["--db"], ["--db"]),
    ],
)
def test_what_is_not_known_is_refused_with_what_is_near(talks, told_path, arguments, words):
    one_line(talks("--db", told_path, *arguments) if arguments != ["--db"] else talks("--db"), 2, *words)


@pytest.mark.parametrize(
    ("key", "words"),
    [
        (["show", "zz"], ["it is no id", "begins with"]),
        (["show", "e0000"], ["no event has this id"]),
        (["show", "event", "s1"], ["no event has this id"]),
        (["show", "statement", "s0000"], ["no statement has this id"]),
        (["show", "e"], ["several events begin so", "give more of the id"]),
        (["show", "event", "e"], ["several events begin so"]),
    ],
)
def test_unknown_and_ambiguous_ids(talks, told_path, key, words):
    one_line(talks("--db", told_path, *key), 2, *words)


READERS = ["timeline", "statements", "show e1", "export", "verify"]


@pytest.mark.parametrize("command", READERS)
@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("missing.db", ["there is no database", "talks ingest"]),
        ("folder", ["it is a directory"]),
        ("empty.db", ["the database is empty"]),
        ("text.db", ["it is not a SQLite database"]),
        ("foreign.db", ["belongs to another program"]),
        ("newer.db", ["upgrade talks"]),
    ],
)
def test_a_database_that_is_none_of_ours(talks, tmp_path, told_path, command, name, words):
    (tmp_path / "folder").mkdir()
    (tmp_path / "empty.db").touch()
    (tmp_path / "text.db").write_text(ROUND * 3)
    with sqlite3.connect(tmp_path / "foreign.db") as foreign:
        foreign.execute("CREATE TABLE recipes (id)")
    shutil.copy(told_path, tmp_path / "newer.db")
    with sqlite3.connect(tmp_path / "newer.db") as newer:
        newer.execute("PRAGMA user_version = 99")
    one_line(talks("--db", tmp_path / name, *command.split()), 1, name, *words)


@pytest.mark.parametrize("name", ["folder", "text.db", "foreign.db"])
def test_ingest_writes_into_no_file_of_somebody_else(talks, tmp_path, articles, name):
    (tmp_path / "folder").mkdir()
    (tmp_path / "text.db").write_text(ROUND * 3)
    with sqlite3.connect(tmp_path / "foreign.db") as foreign:
        foreign.execute("CREATE TABLE recipes (id)")
    before = (tmp_path / name).read_bytes() if name != "folder" else b""
    one_line(talks("--db", name, "ingest", articles), 1, name)
    assert before == ((tmp_path / name).read_bytes() if name != "folder" else b"")


def test_a_damaged_database(talks, tmp_path, read_path):
    data = bytearray(read_path.read_bytes())
    data[4096:-4096] = b"\xff" * (len(data) - 8192)
    (tmp_path / "damaged.db").write_bytes(data)
    one_line(talks("--db", "damaged.db", "timeline"), 1, "damaged", "restore a copy")


@pytest.mark.parametrize("at", [0.3, 0.5, 0.7])
def test_damage_is_one_line_of_a_verification_with_the_file_and_the_remedy(talks, tmp_path, read_path, at):
    data = bytearray(read_path.read_bytes())
    start = int(len(data) * at)
    data[start : start + 20_000] = b"\xff" * 20_000
    (tmp_path / "damaged.db").write_bytes(data)
    found = talks("--db", "damaged.db", "verify")
    (line,) = (found.out + found.err.removeprefix("talks: ")).splitlines()  # it may not even be opened
    assert found.code == 1
    assert line.startswith("damaged.db: the database is damaged")
    assert line.endswith("; restore a copy or ingest the articles into a new file")


def test_a_locked_database(talks, tmp_path, articles, monkeypatch):
    import talks.cli.intake as intake

    talks("--db", "x.db", "ingest", articles / "round.txt")
    monkeypatch.setattr(
        intake, "open_store", lambda path, *, mode: open_store(path, mode=mode, busy_timeout=0.05)
    )
    with sqlite3.connect("x.db", isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        one_line(talks("--db", "x.db", "ingest", articles), 1, "another program is writing to it")
        assert talks("--db", "x.db", "timeline").code == 0  # who only reads does not wait
        other.execute("ROLLBACK")


def test_a_read_only_database(talks, unprivileged):
    (unprivileged / "round.txt").write_text(ROUND)
    talks("--db", "x.db", "ingest", "round.txt")
    (unprivileged / "x.db").chmod(0o400)
    one_line(
        talks("--db", "x.db", "ingest", "round.txt"), 1, "x.db: the file is read-only", "make it writable"
    )
    assert talks("--db", "x.db", "timeline").code == 0


def test_a_folder_into_which_nothing_may_be_written(talks, unprivileged):
    (unprivileged / "round.txt").write_text(ROUND)
    unprivileged.chmod(0o500)
    one_line(talks("--db", "x.db", "ingest", "round.txt"), 1, "x.db")


def test_a_file_that_may_not_be_read(talks, unprivileged):
    (unprivileged / "round.txt").write_text(ROUND)
    (unprivileged / "secret.txt").write_text(ROUND)
    (unprivileged / "secret.txt").chmod(0)
    found = talks("--db", "x.db", "ingest", ".")
    assert found.code == 3
    assert "secret.txt: can't be opened: Permission denied" in found.err
    assert "1 new" in found.err


def test_a_name_that_can_not_be_a_file(talks, articles):
    found = talks("--db", "x.db", "ingest", articles, "x" * 5000 + ".txt", "round.txt/inner.txt")
    assert found.code == 3
    assert found.err.count("set aside: ") == 2
    assert "3 new" in found.err


def test_a_full_disk_is_one_line_and_what_was_saved_is_safe(talks, tmp_path, monkeypatch):
    import talks.cli.intake as intake

    def cramped(path, *, mode):
        store = open_store(path, mode=mode)
        (pages,) = store.connection.execute("PRAGMA page_count").fetchone()
        store.connection.execute(f"PRAGMA max_page_count = {pages + 10}")
        return store

    write_many(tmp_path / "in", 20)
    monkeypatch.setattr(intake, "open_store", cramped)
    one_line(talks("--db", "x.db", "ingest", "in"), 1, "the disk is full", "what was saved is safe")
    monkeypatch.undo()
    monkeypatch.chdir(tmp_path)
    assert talks("--db", "x.db", "verify").code == 0
    assert "20 articles" in talks("--db", "x.db", "ingest", "in").err


def test_an_export_that_can_not_be_written(talks, told_path, tmp_path):
    one_line(talks("--db", told_path, "export", "--out", tmp_path / "no" / "x.jsonl"), 1, "can't be written")
    (tmp_path / "folder").mkdir()
    one_line(talks("--db", told_path, "export", "--out", tmp_path / "folder"), 1, "can't be written")


@pytest.mark.parametrize(
    ("data", "reason"),
    [(b"", "is empty"), (b"Norland.", "1 word and no sentence"), (b"\x89PNG\r\n\x1a\n" + bytes(99), "PNG")],
)
def test_explain_of_what_can_not_be_read(talks, tmp_path, data, reason):
    (tmp_path / "x.txt").write_bytes(data)
    one_line(talks("explain", "x.txt"), 3, "x.txt", reason)


def test_a_fault_of_the_program_is_one_line_and_how_to_learn_more(talks, told_path, monkeypatch):
    def fail(*_args: object, **_options: object) -> None:
        raise RuntimeError("two\nlines")

    monkeypatch.setattr("talks.cli.listing.list_timeline", fail)
    one_line(talks("--db", told_path, "timeline"), 1, "RuntimeError: two lines", "TALKS_DEBUG=1")
    monkeypatch.setenv("TALKS_DEBUG", "1")
    with pytest.raises(RuntimeError):
        talks("--db", told_path, "timeline")


def test_stale_links_are_told_by_the_next_command(talks, tmp_path, articles, monkeypatch):
    def interrupted(_reports: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("talks.ingest.linking.Linker", interrupted)
    found = talks("--db", "x.db", "ingest", articles)
    assert found.code == 130
    monkeypatch.undo()
    monkeypatch.chdir(tmp_path)
    assert "run `talks ingest` to link them" in talks("--db", "x.db", "timeline").err
    assert talks("--db", "x.db", "--quiet", "timeline").err == ""
    assert talks("--db", "x.db", "ingest").code == 0
    assert talks("--db", "x.db", "timeline").err == ""
