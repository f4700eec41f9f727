"""The timeline in a pager: on a terminal only, as the reader wants it, and quiet however it is left."""

import os
import pty
import re
import select
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from processes import command, on_terminal
from talks.cli.pager import find_pager

ANSI = re.compile(r"\x1b\[[0-9;]*[mK]")
WIDTH = 100
NEEDS_LESS = pytest.mark.skipif(not shutil.which("less"), reason="less is not installed here")


@pytest.fixture
def timeline(told_path: Path) -> list[str]:
    return ["--db", str(told_path), "timeline", "--undated"]


def program(folder: Path, code: str) -> str:
    """Write a pager of our own, and return the command of it."""
    file = folder / "pager.py"
    file.write_text(code, encoding="utf-8")
    return f"{sys.executable} {file}"


def test_what_the_pager_gets_is_the_whole_screen_with_its_colours(timeline, tmp_path):
    took = tmp_path / "took.txt"
    pager = program(tmp_path, f"import sys; open({str(took)!r}, 'wb').write(sys.stdin.buffer.read())")
    code, screen = on_terminal(timeline, WIDTH, PAGER=pager)
    assert (code, screen) == (0, "")
    straight = on_terminal([*timeline, "--no-pager"], WIDTH, PAGER=pager)[1]
    assert took.read_text(encoding="utf-8") == straight
    assert "\x1b[32m" in straight


def test_off_a_terminal_there_is_no_pager(timeline, tmp_path):
    pager = program(tmp_path, "raise SystemExit('asked')")
    done = subprocess.run(
        command(*timeline), capture_output=True, text=True, check=True, env=os.environ | {"PAGER": pager}
    )
    assert done.stdout
    assert done.stderr == ""


@pytest.mark.parametrize("form", ["json", "csv", "md"])
def test_other_formats_have_no_pager(timeline, tmp_path, form):
    pager = program(tmp_path, "raise SystemExit('asked')")
    code, screen = on_terminal([*timeline, "--format", form], WIDTH, PAGER=pager)
    assert code == 0
    assert "asked" not in screen


def test_a_reader_who_leaves_early_hears_nothing(timeline, tmp_path):
    pager = program(tmp_path, "import sys; print(sys.stdin.readline())")
    code, screen = on_terminal(timeline, WIDTH, PAGER=pager)
    assert code == 0
    assert len(screen.split("\n")) < 4


@pytest.mark.parametrize("pager", ["", "cat", "no-such-program", "'torn"])
def test_without_a_pager_the_screen_is_written(timeline, pager):
    assert on_terminal(timeline, WIDTH, PAGER=pager) == on_terminal([*timeline, "--no-pager"], WIDTH)


def test_a_terminal_that_cannot_move_has_no_pager():
    assert find_pager({"TERM": "dumb", "PAGER": sys.executable}) == []


@NEEDS_LESS
def test_less_is_the_usual_one_and_keeps_colours():
    assert find_pager({}) == ["less", "-R"]
    assert find_pager({"PAGER": "less -i"}) == ["less", "-i", "-R"]
    assert find_pager({"PAGER": f"{sys.executable} -u"}) == [sys.executable, "-u"]


def read_until(terminal: int, found: bytes, seconds: float = 20) -> bytes:
    """Read what is written on a terminal until some words stand there, or it is closed."""
    written, deadline = b"", time.monotonic() + seconds
    while found not in written and time.monotonic() < deadline:
        if not select.select([terminal], [], [], 0.1)[0]:
            continue
        try:
            written += os.read(terminal, 65536)
        except OSError:
            break
    return written


def press(terminal: int, key: bytes, child: int, seconds: float = 20) -> int:
    """Press a key until a process ends, and return its exit code."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        os.write(terminal, key)
        read_until(terminal, b"never", 0.2)
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    raise AssertionError("the pager was not left")


@NEEDS_LESS
@pytest.mark.parametrize("interrupt", [False, True])
def test_less_waits_for_the_reader_and_is_left_by_a_key(timeline, interrupt):
    child, terminal = pty.fork()
    if child == 0:  # pragma: no cover - this is the other process
        signal.signal(signal.SIGINT, signal.default_int_handler)
        for name in ("LESS", "PAGER"):
            os.environ.pop(name, None)
        os.environ.update({"TERM": "xterm-256color", "COLUMNS": str(WIDTH), "LINES": "10"})
        os.execv(sys.executable, command(*timeline))  # noqa: S606 - it is our own command
    first = read_until(terminal, b"\x1b[K")
    assert b"\x1b[32m" in first  # colours, not signs of them
    assert b"ESC[" not in first
    if interrupt:
        os.write(terminal, b"\x03")  # Ctrl-C: less heeds it, and stays
        assert b"talks: interrupted" not in read_until(terminal, b"talks: interrupted", 0.5)
    assert press(terminal, b"q", child) == 0
    os.close(terminal)


@NEEDS_LESS
def test_less_leaves_by_itself_what_fits_on_the_screen(told_path):
    arguments = [
        "--db",
        str(told_path),
        "timeline",
        "--kind",
        "talks",
        "--since",
        "2024-03",
        "--until",
        "2024-03",
    ]
    code, screen = on_terminal(arguments, WIDTH, PAGER="less", LINES="40")
    assert code == 0
    assert "March 2024" in ANSI.sub("", screen)


@pytest.mark.parametrize("width", [80, 120])
def test_the_strip_of_months_fits_the_terminal(told_path, width):
    code, screen = on_terminal(["--db", str(told_path), "timeline", "--strip"], width)
    lines = ANSI.sub("", screen).splitlines()
    assert code == 0
    assert max(map(len, lines)) <= width
    assert "▇4" in screen
    assert "2 events without a date" in lines


def test_a_terminal_without_blocks_gets_numbers(told_path):
    arguments = ["--db", str(told_path), "timeline", "--strip"]
    screen = on_terminal(arguments, 80, PYTHONIOENCODING="latin-1", NO_COLOR="1")[1]
    assert screen.isascii()
    assert "?" not in screen


def test_a_strip_of_nothing_says_so(told_path):
    done = subprocess.run(
        command("--db", told_path, "timeline", "--strip", "--since", "2050"),
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert (done.stdout, done.stderr) == ("", "note: nothing is known of that\n")
