"""docs/exports.md names every format, and what it shows is so."""

import doctest
import re
import shlex
from pathlib import Path

import pytest

from talks.cli.run import run
from talks.exporters import discover

PAGE = Path(__file__).parents[2] / "docs" / "exports.md"
COMMAND = re.compile(r"^    talks (export .*)", re.MULTILINE)
FORMAT = re.compile(r"^\| `([\w-]+)` \|", re.MULTILINE)


def test_every_format_is_in_the_table():
    table = PAGE.read_text(encoding="utf-8").partition("\n\nAll hold")[0]
    assert sorted(FORMAT.findall(table)) == list(discover())


def test_the_examples_run(told_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    page = PAGE.read_text(encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for command in COMMAND.findall(page):
        line, _, into = command.partition(" > ")
        out = ["--out", into] if into else []
        assert run(["--db", str(told_path), "--quiet", *shlex.split(line), *out]) == 0, command
    session = doctest.DocTestParser().get_doctest(page, {}, PAGE.name, str(PAGE), 0)
    said: list[str] = []
    tried = doctest.DocTestRunner(verbose=False, optionflags=doctest.ELLIPSIS).run(session, out=said.append)
    assert tried.attempted > 10
    assert "".join(said) == ""
