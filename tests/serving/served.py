"""A server of pages as a process of its own."""

import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from processes import command, heed_interrupts

PATIENCE = 30  # seconds


@contextmanager
def serving(path: Path, *options: str) -> Iterator[httpx.Client]:
    """Serve a database on a free port; at the end an interrupt ends it quietly."""
    process = subprocess.Popen(
        command("--db", path, "serve", "--port", "0", *options),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=heed_interrupts,
    )
    try:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        assert address.startswith("http://127.0.0.1:"), process.communicate()
        with httpx.Client(base_url=address.rstrip("/"), timeout=PATIENCE, trust_env=False) as client:
            yield client
        process.send_signal(signal.SIGINT)
        rest, complaints = process.communicate(timeout=PATIENCE)
    finally:
        process.kill()
    assert (process.returncode, rest) == (0, "")
    assert "Traceback" not in complaints
    assert complaints.count("\n") == 1  # that it serves


def first_id(site: httpx.Client, path: str, letter: str) -> str:
    """Return the first id of a kind that a page lists."""
    return next(row["id"] for row in site.get(path).json() if row["id"].startswith(letter))
