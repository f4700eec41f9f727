"""Which database is used, and who says so."""

from pathlib import Path

import pytest

from talks.cli.app import hoist
from talks.cli.settings import find_database
from talks.errors import UsageError

NOTHING: dict[str, str] = {}


def test_the_option_comes_first(tmp_path):
    (tmp_path / "talks.toml").write_text('db = "c.db"')
    found = find_database(Path("a.db"), {"TALKS_DB": "b.db"}, tmp_path)
    assert (found.value, found.origin) == (Path("a.db"), "--db")


def test_then_the_environment(tmp_path):
    (tmp_path / "talks.toml").write_text('db = "c.db"')
    found = find_database(None, {"TALKS_DB": "b.db"}, tmp_path)
    assert (found.value, found.origin) == (Path("b.db"), "TALKS_DB")


def test_then_the_nearest_file_upward_from_which_its_path_counts(tmp_path):
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "talks.toml").write_text('db = "data/talks.db"')
    found = find_database(None, NOTHING, inner)
    assert (found.value, found.origin) == (tmp_path / "data/talks.db", str(tmp_path / "talks.toml"))
    (inner / "talks.toml").write_text("# no db here")
    assert find_database(None, NOTHING, inner).value == tmp_path / "data/talks.db"


def test_then_the_data_folder_of_the_user(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    found = find_database(None, NOTHING, tmp_path)
    assert found.value.name == "talks.db"
    assert found.origin == "the user's data folder"


@pytest.mark.parametrize("text", ["db = 3", "db = ''", "database = 'x.db'", "db = ", "\xff"])
def test_a_wrong_file_is_refused_with_its_name(tmp_path, text):
    (tmp_path / "talks.toml").write_bytes(text.encode("latin-1"))
    with pytest.raises(UsageError, match=r"talks\.toml"):
        find_database(None, NOTHING, tmp_path)


def test_config_tells_where_a_setting_comes_from(talks, tmp_path, monkeypatch):
    (tmp_path / "talks.toml").write_text('db = "here.db"')
    assert talks("config").out == f"db = {tmp_path / 'here.db'}\n"
    shown = talks("config", "--show-origin").out
    assert shown == f"db = {tmp_path / 'here.db'}\t{tmp_path / 'talks.toml'}\n"
    monkeypatch.setenv("TALKS_DB", "other.db")
    assert talks("config", "--show-origin").out == "db = other.db\tTALKS_DB\n"


@pytest.mark.parametrize("by_option", [True, False])
def test_a_slip_in_the_path_of_a_database_makes_no_folders(talks, tmp_path, articles, monkeypatch, by_option):
    if not by_option:
        monkeypatch.setenv("TALKS_DB", "dtaa/talks.db")
    found = talks(*(["--db", "dtaa/talks.db"] if by_option else []), "ingest", articles)
    assert found.code == 1
    assert found.err == (
        "talks: dtaa/talks.db: its folder does not exist; make the folder or correct the path\n"
    )
    assert list(tmp_path.iterdir()) == []


def test_the_folder_of_a_standing_setting_is_made(talks, tmp_path, articles, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    assert talks("ingest", articles).code == 0
    assert list((tmp_path / "share").rglob("talks.db"))
    (tmp_path / "talks.toml").write_text('db = "data/talks.db"')
    assert talks("ingest", articles).code == 0
    assert (tmp_path / "data" / "talks.db").exists()


def test_a_folder_that_can_not_be_made_is_one_line(talks, tmp_path, articles):
    (tmp_path / "data").touch()
    (tmp_path / "talks.toml").write_text('db = "data/deep/talks.db"')
    found = talks("ingest", articles)
    assert (found.code, found.err.count("\n")) == (1, 1)
    assert "its folder can't be made (Not a directory)" in found.err


def test_a_wrong_talks_toml_is_one_line(talks, tmp_path):
    (tmp_path / "talks.toml").write_text("nonsense = 1")
    found = talks("timeline")
    assert found.code == 2
    assert found.err.count("\n") == 1
    assert "there is no setting 'nonsense'; choose from db" in found.err


@pytest.mark.parametrize(
    ("given", "hoisted"),
    [
        (["timeline"], ["timeline"]),
        (["timeline", "--db", "x"], ["--db", "x", "timeline"]),
        (
            ["timeline", "--db=x", "--quiet", "--since", "2024"],
            ["--db=x", "--quiet", "timeline", "--since", "2024"],
        ),
        (["ingest", "--", "--db"], ["ingest", "--", "--db"]),
        (["timeline", "--db"], ["--db", "timeline"]),
    ],
)
def test_global_options_are_moved_before_the_command(given, hoisted):
    assert hoist(given) == hoisted
