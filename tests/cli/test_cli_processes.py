"""The command line as a process: what it imports, pipes, terminals, interrupts, hostile text."""

import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from invented import ROUND as ROUND_EVENT
from invented_articles import ROUND, write_many
from processes import command, heed_interrupts, on_terminal

ANSI = re.compile(r"\x1b\[[0-9;]*m")
HEAVY = ("trafilatura", "sqlite_utils", "jinja2", "httpx", "dateparser")
NOT_NEEDED = (
    *HEAVY,
    "rich",
    "lxml",
    "htmldate",
    "rapidfuzz",
    "platformdirs",
    "talks.codebook",
    "talks.readers",
    "talks.extraction",
)
PROBE = """\
import sys
from talks.cli.run import run
code = run(sys.argv[1:])
sys.stderr.write("MODULES " + " ".join(sys.modules))
sys.exit(code)
"""


def imported(*arguments: object) -> set[str]:
    found = subprocess.run(
        [sys.executable, "-c", PROBE, *map(str, arguments)], capture_output=True, text=True, check=True
    )
    return set(found.stderr.rpartition("MODULES ")[2].split())


@pytest.mark.parametrize("arguments", [["--help"], ["timeline", "--help"], ["--version"]])
def test_help_imports_nothing_heavy(arguments):
    loaded = imported(*arguments)
    assert not loaded & {*NOT_NEEDED, "talks.store", "talks.models"}


@pytest.mark.parametrize("arguments", [["timeline"], ["timeline", "--format", "json"], ["statements"]])
def test_reading_imports_nothing_heavy(arguments, told_path):
    loaded = imported("--db", told_path, *arguments)
    assert not loaded & set(NOT_NEEDED)


@pytest.mark.parametrize("width", [80, 160])
def test_on_a_terminal_lines_fit_and_marks_are_explained(told_path, width):
    code, screen = on_terminal(["--db", str(told_path), "timeline"], width)
    assert code == 0
    lines = ANSI.sub("", screen).splitlines()
    assert max(map(len, lines)) <= width
    assert "≠ reports disagree".replace(" ", "\xa0") in lines[-1]
    assert "\x1b[" in screen


def test_a_terminal_without_colours_gets_none(told_path):
    for environment in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
        assert "\x1b" not in on_terminal(["--db", str(told_path), "timeline"], 100, **environment)[1]


def test_progress_is_shown_on_a_terminal_only(tmp_path, articles):
    database = str(tmp_path / "x.db")
    code, screen = on_terminal(["--db", database, "ingest", str(articles)], 100)
    assert code == 0
    assert "3 articles: 3 new" in screen
    piped = subprocess.run(
        command("--db", database, "ingest", articles), capture_output=True, text=True, check=True
    )
    assert piped.stderr == "nothing new: 3 articles known\n"


@pytest.mark.parametrize(
    "arguments", [["timeline"], ["export"], ["show", ROUND_EVENT.id], ["--help"], ["schema"]]
)
def test_a_closed_pipe_is_quiet(told_path, arguments):
    reader, writer = os.pipe()
    os.close(reader)
    found = subprocess.run(
        command("--db", told_path, *arguments), stdout=writer, stderr=subprocess.PIPE, text=True, check=False
    )
    os.close(writer)
    assert found.stderr == ""
    assert found.returncode == 141


def test_head_takes_what_it_wants(told_path):
    line = " ".join(command("--db", told_path, "export"))
    found = subprocess.run(f"{line} | head -n 1", shell=True, capture_output=True, text=True, check=True)  # noqa: S602
    assert json.loads(found.stdout)["record"] == "article"
    assert found.stderr == ""


def count(database: Path) -> int:
    try:
        with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
            return connection.execute("SELECT count(*) FROM articles").fetchone()[0]
    except sqlite3.OperationalError:  # it is not there yet
        return 0


def test_ctrl_c_keeps_and_links_what_was_saved(tmp_path):
    folder = write_many(tmp_path / "in", 400)
    database = tmp_path / "x.db"
    running = subprocess.Popen(
        command("--db", database, "ingest", folder),
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=heed_interrupts,
    )
    deadline = time.monotonic() + 60
    while count(database) < 5 and time.monotonic() < deadline:
        time.sleep(0.02)
    running.send_signal(signal.SIGINT)
    try:
        _, said = running.communicate(timeout=120)
    finally:
        running.kill()
    assert running.returncode == 130
    assert "Traceback" not in said
    assert "interrupted; what was read is saved and linked" in said
    found = count(database)
    assert 5 <= found < 400
    left = int(re.search(r"(\d+) files? not read: run the same command again", said)[1])
    assert abs(left - (400 - found)) <= 1  # one may be in the making
    verified = subprocess.run(
        command("--db", database, "verify"), capture_output=True, text=True, check=False
    )
    assert (verified.returncode, verified.stdout[:6]) == (0, "sound:")
    told = subprocess.run(command("--db", database, "timeline"), capture_output=True, text=True, check=True)
    assert "articles have changed" not in told.stderr


EVIL = "evil\x1b[31m\u202e[bold].txt"
HOSTILE = ROUND.replace(
    "Castrel", "Castrel [bold red]markup[/] \x1b[31mred\x1b]0;title\x07 \u202eleft\u2069 \x9b2J \x00null"
)


SHOWN = [["timeline"], ["statements"], ["show", "a"], ["timeline", "--format", "csv"], ["explain", EVIL]]


@pytest.mark.parametrize(
    ("arguments", "width"),
    [*((s, None) for s in SHOWN), *((s, 100) for s in SHOWN), (["export"], 100), (["export"], None)],
)
def test_hostile_text_steers_no_terminal(process, tmp_path, monkeypatch, arguments, width):
    monkeypatch.chdir(tmp_path)
    (tmp_path / EVIL).write_text(HOSTILE, encoding="utf-8")
    said = process("--db", "x.db", "ingest", EVIL)
    assert said.returncode == 0, said.stderr
    assert "\x1b" not in said.stderr
    if width:
        shown = ANSI.sub("", on_terminal(["--db", str(tmp_path / "x.db"), *arguments], width)[1])
    else:
        shown = process("--db", "x.db", *arguments).stdout
    assert shown
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown.replace("\r", ""))


def test_a_hostile_name_in_the_progress_steers_no_terminal(tmp_path):
    name = "a\x1b]0;title\x07\x9b2J\u202e.txt"
    (tmp_path / name).write_text(ROUND, encoding="utf-8")
    arguments = ["--db", str(tmp_path / "x.db"), "ingest", str(tmp_path / name)]
    code, screen = on_terminal(arguments, 200)
    assert code == 0
    assert "a␛]0;title␇⟨009B⟩2J⟨202E⟩.txt" in screen
    assert not re.search("\x1b]|[\x07\x80-\x9f\u202e]", screen)


def test_hostile_markup_is_shown_as_it_is(process, tmp_path):
    (tmp_path / "x.txt").write_text(HOSTILE, encoding="utf-8")
    process("--db", "x.db", "ingest", "x.txt")
    assert "[bold red]markup[/]" in process("--db", "x.db", "show", "a").stdout


def test_hostile_names_of_files_are_shown_harmlessly(process, tmp_path):
    name = "a\nb\x1b[2J\u202e.txt"
    (tmp_path / name).write_text("short", encoding="utf-8")
    said = process("--db", "x.db", "ingest", name)
    assert said.returncode == 3
    (line,) = (line for line in said.stderr.splitlines() if line.startswith("set aside: "))
    assert "a␊b␛[2J⟨202E⟩.txt" in line


def test_a_terminal_without_unicode_gets_question_marks(process, told_path):
    found = process("--db", told_path, "timeline", PYTHONIOENCODING="ascii")
    assert found.returncode == 0
    assert "Norland?Sudria" in found.stdout


def test_the_package_runs_as_a_module_and_as_a_script(process):
    assert process("--version").stdout.startswith("talks ")
    script = Path(sys.executable).with_name("talks")
    if not script.exists():
        pytest.skip("the package is not installed as a script here")
    assert subprocess.run([script, "--version"], capture_output=True, check=True).stdout.startswith(b"talks ")


@pytest.mark.parametrize(
    ("words", "completed"),
    [
        ("talks ti", {"timeline"}),
        ("talks show e", {"event"}),
        ("talks timeline --st", {"--status", "--statements", "--strip"}),
    ],
)
def test_a_shell_can_ask_for_completions(process, words, completed):
    environment = {
        "COMP_WORDS": words,
        "COMP_CWORD": str(words.count(" ")),
        "_TALKS_COMPLETE": "complete_bash",
    }
    assert set(process(**environment).stdout.split()) == completed
