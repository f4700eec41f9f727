"""How an ingest grows with its input: ratios within one run (DESIGN.md §10).

    .venv/bin/python benchmarks/growth.py [ARTICLES]

Two folders are ingested, one with twice the articles of the other, each in a process of its own; what an
empty folder costs is taken off.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

ARTICLES = 200
TOWNS = ("Castrel", "Harvik", "Belmora", "Tresk", "Dravo")
ARTICLE = """\
{town}, {day} March 20{year} - Norland and Sudria held a round of talks in {town} on {day} March 20{year}.

"We want a truce," Foreign Minister Ingra Sollbakk said. The two countries agreed to exchange {n} prisoners
each, and the chief negotiator, Gunnvor Ask, demanded that Sudria hand over a list of the missing by Friday.
"""
LONGER = 2.6  # twice the articles may take so many times the time, or the ingest is not linear
MEMORY = 200  # MB


class Cost(NamedTuple):
    """Processor time in seconds, and the most memory in MB."""

    seconds: float
    memory: float


def main() -> int:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES
    with tempfile.TemporaryDirectory() as folder:
        start, once, twice = (ingest(Path(folder) / str(n), n) for n in (0, number, 2 * number))
    ratio = (twice.seconds - start.seconds) / (once.seconds - start.seconds)
    print(f"start            {start.seconds * 1000:6.0f} ms")
    print(f"ingest {number:9} {once.seconds * 1000:6.0f} ms")
    print(f"ingest {2 * number:9} {twice.seconds * 1000:6.0f} ms, {ratio:.2f} ×; the budget is {LONGER} ×")
    print(f"memory           {twice.memory:6.0f} MB; the budget is {MEMORY} MB")
    return int(ratio > LONGER or twice.memory > MEMORY)


def ingest(folder: Path, number: int) -> Cost:
    """Ingest so many different articles into a new database, and return what that costs."""
    (folder / "in").mkdir(parents=True)
    for n in range(number):
        text = ARTICLE.format(town=TOWNS[n % 5], day=n % 28 + 1, year=10 + n // 28 % 15, n=n + 100)
        (folder / "in" / f"{n:06}.txt").write_text(text)
    command = [
        sys.executable,
        "-m",
        "talks",
        "--db",
        str(folder / "x.db"),
        "--quiet",
        "ingest",
        str(folder / "in"),
    ]
    process = subprocess.Popen(command)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} failed")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


if __name__ == "__main__":
    sys.exit(main())
