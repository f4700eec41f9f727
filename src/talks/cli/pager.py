"""Show what is longer than a screen in the reader's pager."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TextIO, cast

from talks.cli.terminal import is_terminal, write_lines

if TYPE_CHECKING:
    from subprocess import Popen

__all__ = ["find_pager", "show"]

PAGER: Final = "PAGER"
USUAL: Final = "less"
# As git has it: leave at once what fits on the screen (F), keep colours (R) and the screen (X).
LESS: Final = "FRX"
COLOURS: Final = "-R"  # without which less shows colours as signs, whatever LESS says


def show(lines: Iterable[str], *, paged: bool) -> None:
    """Write lines to standard output, through a pager if one is wanted and a person reads on a terminal."""
    command = find_pager(os.environ) if paged and is_terminal(sys.stdout) else []
    if not (command and _page(lines, command)):
        write_lines(lines)


def find_pager(environment: Mapping[str, str]) -> list[str]:
    """Return the command of the pager; nothing if PAGER is empty or `cat`, or the terminal can't move."""
    import shlex
    from shutil import which

    try:
        command = shlex.split(environment.get(PAGER, USUAL))
    except ValueError:  # a quotation mark is missing
        return []
    if not command or command == ["cat"] or environment.get("TERM") == "dumb" or not which(command[0]):
        return []
    return [*command, COLOURS] if Path(command[0]).name == USUAL else command


def _page(lines: Iterable[str], command: list[str]) -> bool:
    """Pass lines to a pager and wait until it is left; tell whether it could be started."""
    import subprocess

    sys.stdout.flush()
    options: dict[str, Any] = {"encoding": sys.stdout.encoding, "errors": "replace"}
    try:
        pager = subprocess.Popen(command, stdin=subprocess.PIPE, env={"LESS": LESS} | os.environ, **options)  # noqa: S603 - it is the user's own
    except OSError:
        return False
    try:
        with cast(TextIO, pager.stdin) as pipe:
            pipe.writelines(f"{line}\n" for line in lines)
    except (BrokenPipeError, KeyboardInterrupt):
        pass  # the reader has seen enough
    finally:
        _await(pager)
    return True


def _await(pager: Popen[str]) -> None:
    """Wait until the reader leaves the pager; Ctrl-C is for the pager, which goes on."""
    while pager.returncode is None:
        with suppress(KeyboardInterrupt):
            pager.wait()
