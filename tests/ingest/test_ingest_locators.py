"""A file has one name in the store, however it was reached; another file never has the same."""

import os
from pathlib import Path

import pytest
from ingesting import exported, take

from invented_articles import ROUND, SWAP
from talks.store import Store, open_store


def locators(store: Store) -> list[str]:
    return sorted({capture.locator for capture in store.captures()})


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_files_of_one_relative_name_in_two_folders_are_two(store, tmp_path, monkeypatch):
    for folder, text in (("d1", ROUND), ("d2", ROUND.replace("120", "130"))):
        write(tmp_path / folder / "news.txt", text)
        monkeypatch.chdir(tmp_path / folder)
        take(store, "news.txt")
    assert locators(store) == ["d1/news.txt", "d2/news.txt"]
    assert store.summary()["superseded"] == 0


@pytest.mark.parametrize("way", ["nest/../nest/may.txt", "./nest/may.txt", "nest//may.txt", "link/may.txt"])
def test_every_way_to_a_file_is_one_capture(store, tmp_path, monkeypatch, way):
    write(tmp_path / "nest" / "may.txt", ROUND)
    (tmp_path / "link").symlink_to(tmp_path / "nest", target_is_directory=True)
    monkeypatch.chdir(tmp_path)
    for path in ("nest/may.txt", way, str(tmp_path / way)):
        take(store, path)
    assert locators(store) == ["nest/may.txt"]


def test_new_text_supersedes_the_old_whatever_way_leads_to_it(store, tmp_path, monkeypatch):
    take(store, write(tmp_path / "in" / "may.txt", ROUND))
    write(tmp_path / "in" / "may.txt", SWAP)
    monkeypatch.chdir(tmp_path / "in")
    assert take(store, "may.txt").superseded == 1


def test_what_was_set_aside_is_forgotten_whatever_way_leads_to_it(store, tmp_path, monkeypatch):
    take(store, write(tmp_path / "in" / "may.txt", "short"))
    assert [aside.locator for aside in store.set_asides()] == ["in/may.txt"]
    write(tmp_path / "in" / "may.txt", ROUND)
    monkeypatch.chdir(tmp_path / "in")
    take(store, "may.txt")
    assert list(store.set_asides()) == []


def test_a_file_outside_the_workspace_has_an_absolute_locator(tmp_path, monkeypatch):
    outside = write(tmp_path / "out" / "may.txt", ROUND)
    (tmp_path / "work").mkdir()
    with open_store(tmp_path / "work" / "talks.db", mode="create") as store:
        monkeypatch.chdir(tmp_path / "out")
        take(store, "may.txt")
        assert locators(store) == [Path(os.path.realpath(outside)).as_posix()]


def test_a_workspace_reaches_up_to_its_settings_and_may_be_moved(tmp_path):
    exports = []
    for root in (tmp_path / "one", tmp_path / "elsewhere" / "two"):
        write(root / "seeds" / "may.txt", ROUND)
        write(root / "talks.toml", 'db = "data/talks.db"\n')
        (root / "data").mkdir()
        with open_store(root / "data" / "talks.db", mode="create") as store:
            take(store, root / "seeds")
            assert locators(store) == ["seeds/may.txt"]
            exports.append(exported(store))
    assert exports[0] == exports[1]


def test_messages_name_a_file_as_the_user_did(store, tmp_path, monkeypatch):
    write(tmp_path / "in" / "bad.txt", "short")
    monkeypatch.chdir(tmp_path / "in")
    (line,) = take(store, "../in/bad.txt").set_aside
    assert line.startswith("../in/bad.txt: ")


def test_names_that_are_not_text_stay_apart(store, tmp_path):
    for n, byte in enumerate((b"\xfe", b"\xff")):
        path = os.path.join(os.fsencode(tmp_path), b"in" + byte + b".txt")  # noqa: PTH118 - bytes are no Path
        with open(path, "w", encoding="utf-8") as file:  # noqa: PTH123 - the same
            file.write(ROUND.replace("120", f"13{n}"))
        take(store, os.fsdecode(path))
    assert store.summary() | {"articles": 2, "superseded": 0} == store.summary()
