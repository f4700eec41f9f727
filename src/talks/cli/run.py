"""Run one command, and turn what goes wrong into one line and an exit code.

Exit codes: 0 done; 1 failed; 2 the command line is wrong; 3 done in part, something was set aside; 4 another
run is at the same work; 130 interrupted; 141 whoever read the output stopped reading, as in
`talks timeline | head`.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from typing import Final

import typer

from talks.cli.app import build_app, hoist
from talks.cli.terminal import complain
from talks.errors import TalksError

__all__ = ["DEBUG", "main", "run"]

DEBUG: Final = "TALKS_DEBUG"
PREFIX: Final = "Value error, "  # with which pydantic begins what a choice says of itself
UNWRITABLE: Final = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF}
FAILED, MISUSED, INTERRUPTED, CLOSED = 1, 2, 130, 141


def main() -> None:
    """Run the command line of this process, and leave with its exit code."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run a command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # what the terminal's encoding lacks is shown as "?"
            stream.reconfigure(errors="replace")
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        _discard_output()
        return CLOSED
    except OSError as error:
        if os.environ.get(DEBUG):
            raise
        _discard_output()
        complain(f"standard output: it can't be written ({error.strerror or error}); write elsewhere")
        return FAILED
    return code


def _discard_output() -> None:
    """Let go of what could not be written, or Python complains as it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _of_output(error: Exception) -> bool:
    """Tell whether an error is that standard output takes nothing more; one of a file names the file."""
    return isinstance(error, OSError) and error.filename is None and error.errno in UNWRITABLE


def _run(arguments: Sequence[str]) -> int:
    try:
        _invoke(arguments)
    except typer.Exit as leave:
        return leave.exit_code
    except (KeyboardInterrupt, typer.Abort):
        complain("interrupted")
        return INTERRUPTED
    except TalksError as error:
        complain(str(error))
        return error.exit_code
    except typer.TyperException as error:
        return _misused(error)
    except BrokenPipeError:
        raise
    except Exception as error:  # a fault of ours: one line, and how to learn more
        if os.environ.get(DEBUG) or _of_output(error):
            raise
        what = f"talks failed ({type(error).__name__}: {error})"
        complain(f"{what}; please report this with what {DEBUG}=1 shows")
        return FAILED
    return 0


def _invoke(arguments: Sequence[str]) -> None:
    app = build_app()
    if "_TALKS_COMPLETE" in os.environ:  # a shell asks for completions
        app.main(prog_name="talks")
    with app.make_context("talks", hoist(arguments)) as context:
        app.invoke(context)


def _misused(error: typer.TyperException) -> int:
    """Say what is wrong with the command line, and where help is."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "talks"
    what = error.format_message().replace(PREFIX, "").rstrip(".")
    complain(f"{what}; see `{path} --help`")
    return error.exit_code
