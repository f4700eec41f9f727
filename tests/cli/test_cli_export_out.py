"""`talks export --out`: what is written where, and that nothing else is touched."""

import os
import subprocess
import threading
from pathlib import Path

import pytest

from processes import command


@pytest.fixture
def printed(talks, told_path) -> str:
    return talks("--db", told_path, "export").out


@pytest.fixture
def write(talks, told_path):
    return lambda out: talks("--db", told_path, "export", "--out", out)


def files(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_a_file_is_the_export(write, printed, tmp_path):
    assert write("all.jsonl").out == ""
    assert (tmp_path / "all.jsonl").read_text(encoding="utf-8") == printed
    assert files(tmp_path) == ["all.jsonl"]


def test_what_stands_beside_it_is_left_alone(write, printed, tmp_path):
    (tmp_path / "all.jsonl.part").write_text("mine")
    (tmp_path / "more.jsonl.part").mkdir()
    for name in ("all.jsonl", "more.jsonl"):
        assert write(name).code == 0
        assert (tmp_path / name).read_text(encoding="utf-8") == printed
    assert (tmp_path / "all.jsonl.part").read_text() == "mine"
    assert files(tmp_path) == ["all.jsonl", "all.jsonl.part", "more.jsonl", "more.jsonl.part"]


@pytest.mark.parametrize("exists", [True, False])
def test_a_link_is_followed(write, printed, tmp_path, exists):
    (tmp_path / "real").mkdir()
    if exists:
        (tmp_path / "real" / "all.jsonl").write_text("old")
    (tmp_path / "link.jsonl").symlink_to("real/all.jsonl")
    assert write("link.jsonl").code == 0
    assert (tmp_path / "link.jsonl").is_symlink()
    assert (tmp_path / "real" / "all.jsonl").read_text(encoding="utf-8") == printed
    assert files(tmp_path / "real") == ["all.jsonl"]


def test_an_old_file_keeps_its_permissions(write, tmp_path):
    (tmp_path / "all.jsonl").touch(mode=0o640)
    assert write("all.jsonl").code == 0
    assert (tmp_path / "all.jsonl").stat().st_mode & 0o777 == 0o640


def test_a_failed_export_leaves_the_old_file(write, tmp_path, monkeypatch):
    (tmp_path / "all.jsonl").write_text("old")

    def fail(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("talks.cli.exporting.export", fail)
    found = write("all.jsonl")
    assert (found.code, "No space left" in found.err) == (1, True)
    assert (tmp_path / "all.jsonl").read_text() == "old"
    assert files(tmp_path) == ["all.jsonl"]


def test_a_pipe_is_written_into(write, printed, tmp_path):
    os.mkfifo(tmp_path / "pipe")
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append((tmp_path / "pipe").read_text(encoding="utf-8")))
    reader.start()
    assert write("pipe").code == 0
    reader.join(timeout=30)
    assert read == [printed]
    assert (tmp_path / "pipe").is_fifo()


def test_standard_output_by_its_path_stays_what_it_is(told_path, printed, tmp_path):
    line = command("--db", told_path, "export", "--out", "/proc/self/fd/1")  # what /dev/stdout leads to
    piped = subprocess.run(line, capture_output=True, text=True, check=True)
    assert piped.stdout == printed
    with (tmp_path / "all.jsonl").open("w") as file:
        before = os.fstat(file.fileno()).st_ino
        subprocess.run(line, stdout=file, check=True)
    assert (tmp_path / "all.jsonl").stat().st_ino == before
    assert (tmp_path / "all.jsonl").read_text(encoding="utf-8") == printed


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
@pytest.mark.parametrize(
    "arguments", [["export"], ["timeline"], ["statements", "--format", "csv"], ["--help"]]
)
def test_a_full_disk_behind_standard_output_is_one_line(told_path, arguments):
    with Path("/dev/full").open("w") as full:
        line = command("--db", told_path, *arguments)
        found = subprocess.run(line, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    told = "talks: standard output: it can't be written (No space left on device); write elsewhere\n"
    assert (found.returncode, found.stderr) == (1, told)
