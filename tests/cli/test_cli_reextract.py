"""`talks reextract`: what an upgrade changed, and that it goes on after it was killed."""

import csv
import io
import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import time
from pathlib import Path

import pytest

from invented_articles import write_many
from invented_edits import age
from processes import command, heed_interrupts, on_terminal

NOTHING = "nothing waits: all records were derived by this version\n"


@pytest.fixture
def old(edits_path: Path, tmp_path: Path) -> Path:
    return age(Path(shutil.copy(edits_path, tmp_path / "old.db")))


def test_when_nothing_waits_it_says_so(talks, edits_path, tmp_path):
    path = Path(shutil.copy(edits_path, tmp_path / "own.db"))
    assert talks("--db", path, "reextract").err == NOTHING
    assert talks("--db", path, "reextract", "--show").out == ""
    assert talks("--db", path, "--quiet", "reextract").err == ""
    assert talks("--db", path, "reextract", "--format", "json").out == "[]\n"


def test_what_an_upgrade_changed_is_told_and_can_be_listed_later(talks, old):
    found = talks("--db", old, "reextract")
    assert (found.code, found.err) == (0, "")
    assert found.out.startswith("Derived 2 articles again, 2 of them with other records\n")
    assert re.search(r"mentions +2 gained +0 lost +2 changed\n", found.out)
    assert re.search(r"statements +0 gained +0 lost +1 changed\n", found.out)
    assert re.search(r"events +1 gained +0 lost +1 changed\n", found.out)
    again = talks("--db", old, "reextract", "--show")
    assert again.err == NOTHING
    assert again.out.startswith(found.out)
    assert "status held → agreed" in again.out
    assert "stance denies → demands" in again.out
    assert talks("--db", old, "verify").code == 0


@pytest.mark.parametrize("width", [80, 120])
def test_the_screen_is_as_it_was(old, golden, width):
    code, screen = on_terminal(["--db", str(old), "reextract", "--show"], width, NO_COLOR="1")
    screen = screen[screen.rindex("Derived") :]  # after the progress
    assert code == 0
    assert max(map(len, screen.splitlines())) <= width
    golden(f"reextract-{width}.txt", screen)


def test_every_format_holds_the_same(talks, old):
    found = {
        form: talks("--db", old, "reextract", "--format", form).out for form in ("json", "jsonl", "csv", "md")
    }
    rows = json.loads(found["json"])
    assert rows == [json.loads(line) for line in found["jsonl"].splitlines()]
    table = list(csv.DictReader(io.StringIO(found["csv"], newline="")))
    assert len(rows) == len(table) == len(found["md"].splitlines()) - 2 == 7
    changed = [row for row in rows if row["record"] == "mention" and row["change"] == "changed"]
    assert [(row["fields"], row["before"], row["after"]) for row in changed] == [
        (["status"], ["held"], ["agreed"])
    ] * 2
    for row in rows:
        assert talks("--db", old, "show", row["article"] or row["id"]).code == 0


def test_ingesting_does_the_same_and_says_where_to_look(talks, old):
    found = talks("--db", old, "ingest")
    assert "`talks reextract --show` lists what the upgrade changed\n" in found.err
    assert "2 gained" in talks("--db", old, "reextract", "--show").out


def test_without_a_database_it_is_told_what_to_do(talks, tmp_path):
    found = talks("--db", tmp_path / "none.db", "reextract")
    assert (found.code, found.out) == (1, "")
    assert "run `talks ingest PATH` or `talks sources add URL` first" in found.err
    assert list(tmp_path.iterdir()) == []


def waiting(path: Path) -> int:
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as connection:
        return connection.execute("SELECT count(*) FROM articles WHERE engine LIKE '%older'").fetchone()[0]


def start(path: Path, left: int) -> subprocess.Popen[str]:
    """Start to derive again, and wait until only so many articles are left."""
    running = subprocess.Popen(
        command("--db", path, "reextract"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=heed_interrupts,
    )
    deadline = time.monotonic() + 60
    while waiting(path) > left and time.monotonic() < deadline:
        time.sleep(0.01)
    return running


@pytest.fixture(scope="module")
def many_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("many")
    files, path = write_many(folder / "in", 60), folder / "many.db"
    subprocess.run(command("--db", path, "--quiet", "ingest", files), check=True)
    return age(path)


@pytest.fixture
def many(many_path: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(many_path, tmp_path / "many.db"))


def finished(path: Path) -> tuple[str, str]:
    """Go on to the end; return what is told, and the export."""
    told = subprocess.run(command("--db", path, "reextract"), capture_output=True, text=True, check=True)
    sound = subprocess.run(command("--db", path, "verify"), capture_output=True, text=True, check=True)
    assert sound.stdout.startswith("sound: 60 articles")
    exported = subprocess.run(command("--db", path, "export"), capture_output=True, text=True, check=True)
    return told.stdout, exported.stdout


@pytest.mark.parametrize("left", [58, 30, 3])
def test_killed_at_any_point_it_goes_on_and_tells_all_of_it(many, many_path, tmp_path, left):
    running = start(many, left)
    os.kill(running.pid, signal.SIGKILL)
    running.communicate()
    assert 0 < waiting(many) < 60
    whole = Path(shutil.copy(many_path, tmp_path / "whole.db"))
    told, exported = finished(many)
    assert (told, exported) == finished(whole)
    assert told.startswith("Derived 60 articles again, 60 of them with other records\n")


def test_ctrl_c_says_how_much_is_left(many):
    running = start(many, 40)
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=60)
    assert running.returncode == 130
    assert "Traceback" not in said
    left = re.search(r"interrupted; what was derived is saved and linked; (\d+) texts left: run the", said)
    assert left
    assert int(left[1]) == waiting(many)
    assert finished(many)[0].startswith("Derived 60 articles again, 60 of them with other records\n")
