"""`talks export --format`: what goes where, what is refused, and that nothing is left half-written."""

import csv
import json
import subprocess
import zipfile
from pathlib import Path

import pytest

from processes import command, on_terminal
from talks.exporters import Shape, discover, load_format
from talks.store import open_store, verify

TABLES = [
    *("articles.csv", "counts.csv", "datapackage.json", "events.csv", "history.csv", "mentions.csv"),
    "statements.csv",
]
FILES = [name for name in discover() if load_format(name).shape is Shape.FILES]
STREAMS = [name for name in discover() if load_format(name).shape is not Shape.FILES]


@pytest.fixture
def export(talks, told_path):
    return lambda *arguments, **more: talks("--db", told_path, "export", *arguments, **more)


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_the_formats_are_named_with_what_they_are_for(talks):
    found = talks("export", "--list")
    assert found.code == 0
    assert [line.split()[0] for line in found.out.splitlines()] == list(discover())
    assert all(len(line.split()) > 3 for line in found.out.splitlines())


@pytest.mark.parametrize("name", STREAMS)
def test_a_file_is_what_standard_output_would_get(process, told_path, tmp_path, name):
    assert process("--db", told_path, "export", "--format", name, "--out", "all.x").returncode == 0
    with (tmp_path / "piped.x").open("wb") as file:
        subprocess.run(command("--db", told_path, "export", "--format", name), stdout=file, check=True)
    assert (tmp_path / "all.x").read_bytes() == (tmp_path / "piped.x").read_bytes()


def test_tables_go_into_a_folder_and_leave_what_is_there(export, tmp_path):
    for _ in range(2):
        assert export("--format", "csv", "--out", "tables").code == 0
        assert names(tmp_path / "tables") == TABLES
    (tmp_path / "tables" / "mine.txt").write_text("mine")
    (tmp_path / "tables" / "events.csv").write_text("old")
    assert export("--format", "csv", "--out", "tables", "--excel").code == 0
    assert names(tmp_path / "tables") == sorted([*TABLES, "mine.txt"])
    with (tmp_path / "tables" / "events.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file))) == 13
    assert names(tmp_path) == ["tables"]


def test_tables_go_into_a_zip_the_same_each_time(export, tmp_path):
    for name in ("one.zip", "two.ZIP"):
        assert export("--format", "csv", "--out", name).code == 0
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.ZIP").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        assert archive.namelist() == TABLES
        assert json.loads(archive.read("datapackage.json"))["name"] == "talks"


def test_a_copy_is_a_database(export, tmp_path):
    assert export("--format", "sqlite", "--out", "copy.db").code == 0
    with open_store(tmp_path / "copy.db", mode="read") as store:
        assert list(verify(store)) == []


@pytest.mark.parametrize("name", FILES)
def test_several_files_want_a_place(export, tmp_path, name):
    found = export("--format", name)
    assert (found.code, found.out) == (2, "")
    assert (
        found.err
        == f"talks: standard output: {name} is several files; name a folder or a .zip file with --out\n"
    )
    (tmp_path / "a.txt").write_text("mine")
    found = export("--format", name, "--out", "a.txt")
    assert (found.code, found.err.count("\n")) == (2, 1)
    assert (tmp_path / "a.txt").read_text() == "mine"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--format", "xlsx"), "talks: xlsx: there is no such export format; choose from "),
        (
            ("--since", "2024"),
            "talks: jsonl: this format takes no choice of dates, kinds, statuses, parties or places; ",
        ),
        (("--format", "md", "--excel"), "talks: md: this format takes no --excel; those that do: csv\n"),
        (("--format", "md", "--since", "soon"), "talks: --since soon: this is no ISO 8601 date; "),
        (("--format", "csv", "--out", "no/where"), "talks: no/where: it can't be written ("),
        (("--format", "csv", "--out", "no/where.zip"), "talks: no/where.zip: it can't be written ("),
        (("--format", "sqlite", "--out", "no/where"), "talks: no/where: it can't be written ("),
        (("--format", "ics", "--out", "."), "talks: .: it can't be written ("),
    ],
)
def test_what_can_not_be_is_one_line(export, tmp_path, arguments, told):
    found = export(*arguments)
    assert found.code in (1, 2)
    assert found.err.startswith(told)
    assert (found.out, found.err.count("\n"), names(tmp_path)) == ("", 1, [])


@pytest.mark.parametrize("name", ["csv", "sqlite", "ics"])
def test_a_failure_leaves_what_was_there(export, tmp_path, monkeypatch, name):
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "events.csv").write_text("old")
    out = "old" if name == "csv" else "old/events.csv"

    def fail(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("talks.cli.exporting.export", fail)
    found = export("--format", name, "--out", out)
    assert (found.code, "No space left" in found.err) == (1, True)
    assert names(tmp_path) == ["old"]
    assert (tmp_path / "old" / "events.csv").read_text() == "old"


def test_choices_are_those_of_the_timeline(export):
    found = export("--format", "md", "--kind", "swap", "--party", "norland", "--no-statements")
    assert found.code == 0
    assert found.out.count("\n- ") == 1
    assert "swap 120 prisoners each" in found.out


def test_what_a_format_can_not_tell_is_said_beside_it(export):
    found = export("--format", "ics")
    assert found.err == "note: 8 events left out: a calendar needs the days of what it shows\n"
    assert export("--quiet", "--format", "ics").err == ""


def test_bytes_are_not_for_a_terminal(told_path):
    code, shown = on_terminal(["--db", told_path, "export", "--format", "sqlite"], 80)
    told = "talks: standard output: sqlite is nothing to read on a terminal; name a file with --out\n"
    assert (code, shown) == (2, told)


@pytest.mark.parametrize("name", [n for n in STREAMS if load_format(n).shape is Shape.TEXT])
def test_text_on_a_terminal_is_the_same_in_plain_lines(talks, told_path, name):
    arguments = ["--db", str(told_path), "--quiet", "export", "--format", name]
    code, shown = on_terminal(arguments, 80)
    assert (code, shown) == (0, talks(*arguments).out.replace("\r\n", "\n"))
