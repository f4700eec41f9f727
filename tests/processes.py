"""How the command line is started as a process, and on a terminal."""

import os
import pty
import signal
import sys


def command(*arguments: object) -> list[str]:
    """Return the arguments of a process that runs it."""
    return [sys.executable, "-m", "talks", *map(str, arguments)]


def heed_interrupts() -> None:
    """Let a process that is being started heed SIGINT: what runs in the background has it ignored."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def on_terminal(arguments: list[str], width: int, **environment: str) -> tuple[int, str]:
    """Run a command on a terminal of its own, and return its exit code and what it wrote there."""
    child, terminal = pty.fork()
    if child == 0:  # pragma: no cover - this is the other process
        os.environ.update({"TERM": "xterm-256color", "COLUMNS": str(width), "PAGER": ""} | environment)
        os.execv(sys.executable, command(*arguments))  # noqa: S606 - it is our own command
    written = b""
    while True:
        try:
            data = os.read(terminal, 65536)
        except OSError:  # the other end is closed
            break
        if not data:
            break
        written += data
    os.close(terminal)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return code, written.decode().replace("\r\n", "\n")
