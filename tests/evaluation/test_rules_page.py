"""The worked example of docs/rules.md, done as it stands there: files, commands, what they print."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "rules.md"
FENCED = re.compile(r"(?:<!-- (file|into): (.+?)(?:, after: (.+?))? -->\n)?```(\w+)\n(.*?)```", re.DOTALL)
COMMAND = re.compile(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
SOMETHING = "…"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout that may be written to."""
    for name in ("src", "seeds", "tests/evaluation"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "bin").mkdir()
    script = tmp_path / "bin" / "talks"
    script.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m talks "$@"\n')
    script.chmod(0o755)
    for line in ("git init --quiet", "git add --all", "git commit --quiet --message before"):
        assert run(tmp_path, line).returncode == 0
    return tmp_path


def run(folder: Path, line: str) -> subprocess.CompletedProcess[str]:
    who = {
        f"GIT_{role}_{field}": "x@example.org"
        for role in ("AUTHOR", "COMMITTER")
        for field in ("NAME", "EMAIL")
    }
    paths = os.pathsep.join((str(folder / "bin"), os.environ["PATH"]))
    ours = {"PATH": paths, "PYTHONPATH": str(folder / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        shlex.split(line),
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
        env={**os.environ, **who, **ours},
    )


def steps() -> Iterator[tuple[str, str, str, str]]:
    example = PAGE.read_text(encoding="utf-8").partition("## From a miss to a commit")[2]
    for do, path, after, language, text in FENCED.findall(example):
        yield do or language, path, after, text


def test_the_worked_example_does_what_it_says(checkout):
    done = [take(checkout, *step) for step in steps()]
    assert done.count("file") == 2
    assert done.count("into") == 3
    assert done.count("console") == 6
    log = run(checkout, "git log --format=%s").stdout.splitlines()
    assert log[0].startswith("Find meetings at which notes are compared")
    assert "meeting.toml" in run(checkout, "git show --stat --format=").stdout


def take(folder: Path, do: str, path: str, after: str, text: str) -> str:
    if do == "file":
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    elif do == "into":
        file = folder / path
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        at = lines.index(after + "\n") + 1
        file.write_text("".join([*lines[:at], text, *lines[at:]]), encoding="utf-8")
    else:
        for line, shown in COMMAND.findall(text):
            fits(run(folder, line), line, shown)
    return do


def fits(done: subprocess.CompletedProcess[str], line: str, shown: str) -> None:
    """Check that the lines shown stand in the output, in this order."""
    output = iter((done.stdout + done.stderr).splitlines())
    for wanted in (part for part in shown.splitlines() if part != SOMETHING):
        start = wanted.partition(SOMETHING)[0]
        assert any(found.startswith(start) for found in output), (
            f"{line}: {wanted!r} not in {done.stdout}{done.stderr}"
        )
    fails = "check" in line and "sound" not in shown
    assert (done.returncode != 0) == fails, done.stderr
