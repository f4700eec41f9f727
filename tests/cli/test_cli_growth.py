"""What comes later is an added file: a kind, a reader, a command; and the pages of the docs are in step."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import talks
from invented_articles import ROUND
from talks.cli.document import main, pages

PACKAGE = Path(talks.__file__).parent
KIND = """\
description = "A party leaves a session before its planned end."
label = "walkout"
examples = ["The Norlandic team walked out after an hour."]
counterexamples = ["She walked out of the cinema."]

[headlines]
what = ["walkout[ by {party}][ in {place}]"]

[verbs]
team_walked_out = "(team|delegation|negotiators) walked out"
"""
READER = '''\
"""Telegrams: one in a file, ended by STOP."""

from talks.piece import Piece
from talks.readers.sources import Source

SUFFIXES = (".telegram",)


def read(source: Source) -> list[Piece]:
    """Read the telegram."""
    return [Piece(source.locator, source.data.decode().removesuffix("STOP"))]
'''
COMMAND = '''\
"""`talks hello`."""

PANEL = "Read"


def hello() -> None:
    """Greet."""
    print("hello")
'''


@pytest.fixture
def copied(tmp_path):
    """The package in a folder of its own, to which files can be added; and a way to run it."""
    shutil.copytree(PACKAGE, tmp_path / "src" / "talks", ignore=shutil.ignore_patterns("__pycache__"))

    def call(*arguments: object) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "talks", "--db", "x.db", *map(str, arguments)],
            capture_output=True,
            text=True,
            check=False,
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(tmp_path / "src")},
        )

    call.package = tmp_path / "src" / "talks"
    call.folder = tmp_path
    return call


def test_a_kind_is_added_by_adding_one_file(copied):
    kinds = len(list((copied.package / "codebook" / "kinds").glob("*.toml")))
    assert f"sound: {kinds} kinds" in copied("check").stdout
    (copied.package / "codebook" / "kinds" / "walkout.toml").write_text(KIND)
    text = ROUND + "\nThe Norlandic delegation walked out on Tuesday evening.\n"
    (copied.folder / "a.txt").write_text(text)
    checked = copied("check")
    assert (checked.returncode, checked.stderr) == (0, "")
    assert f"sound: {kinds + 1} kinds" in checked.stdout
    assert copied("ingest", "a.txt").returncode == 0
    found = copied("timeline", "--kind", "walkout")
    assert found.returncode == 0, found.stderr
    assert "● walkout" in found.stdout
    assert "Walkout" in found.stdout
    assert "walkout" in copied("timeline", "--kind", "walkot").stderr
    assert copied("verify").returncode == 0


def test_a_reader_is_added_by_adding_one_module(copied):
    (copied.package / "readers" / "telegram.py").write_text(READER)
    (copied.folder / "a.telegram").write_text(ROUND + "STOP")
    assert "1 new" in copied("ingest", "a.telegram").stderr
    assert "Second round" in copied("timeline").stdout


def test_a_command_is_added_by_adding_one_module(copied):
    (copied.package / "cli" / "commands" / "hello.py").write_text(COMMAND)
    assert copied("hello").stdout == "hello\n"
    assert "hello" in copied("--help").stdout


def test_a_record_that_can_be_shown_is_added_by_adding_one_module(copied):
    module = COMMAND.replace("hello", "actor").replace('PANEL = "Read"', 'PANEL = "Records"\nLETTERS = ""')
    (copied.package / "cli" / "commands" / "show" / "actor.py").write_text(module)
    assert copied("show", "actor").stdout == "actor\n"


@pytest.mark.parametrize("name", pages())
def test_the_pages_of_the_docs_are_in_step(name):
    page = PACKAGE.parents[1] / "docs" / name
    assert page.read_text(encoding="utf-8") == pages()[name], f"{page} is out of step; run `make docs`"


def test_the_pages_are_written_and_checked(tmp_path, capsys):
    assert main(["--check"], tmp_path) == 1
    assert "run `make docs`" in capsys.readouterr().err
    assert main([], tmp_path) == 0
    assert main(["--check"], tmp_path) == 0
    assert (tmp_path / "cli.md").read_text(encoding="utf-8").startswith("# Command line")


def test_every_command_is_documented():
    page = pages()["cli.md"]
    commands = (PACKAGE / "cli" / "commands").glob("*.py")
    for module in commands:
        if module.stem != "__init__":
            assert f"\n## talks {module.stem}\n" in page
