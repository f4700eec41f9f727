"""How long the program takes to start: ratios to an empty Typer app, within one run (DESIGN.md §10).

    .venv/bin/python benchmarks/startup.py [ROUNDS]

The commands take turns, so that a busy machine is busy for all; of each the smallest processor time counts.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROUNDS = 15
EMPTY = """\
import typer

app = typer.Typer()


@app.command()
def first() -> None:
    print("done")


@app.command()
def second() -> None:
    print("done")


app()
"""
ARTICLE = """\
HARVIK, 12 March 2024 - Norland and Sudria held a second round of talks in Castrel on Tuesday.

"We want a truce," Foreign Minister Ingra Sollbakk said. The two countries agreed to exchange 120 prisoners
each, and the chief negotiator, Gunnvor Ask, demanded that Sudria hand over a list of the missing by Friday.
"""
BUDGETS = {"talks --help": ("empty --help", 1.3), "talks timeline": ("empty command", 2.0)}


def main() -> int:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    with tempfile.TemporaryDirectory() as folder:
        best = measure(commands(Path(folder)), rounds)
    for name, seconds in best.items():
        print(f"{name:16} {seconds * 1000:6.0f} ms")
    over = False
    for name, (yardstick, budget) in BUDGETS.items():
        ratio = best[name] / best[yardstick]
        over |= ratio > budget
        print(f"{name:16} {ratio:6.2f} × {yardstick}; the budget is {budget} ×")
    return int(over)


def commands(folder: Path) -> dict[str, list[str]]:
    """Return the commands to compare, with an empty app and a small database made for them."""
    app, article, database = folder / "empty.py", folder / "article.txt", folder / "talks.db"
    app.write_text(EMPTY)
    article.write_text(ARTICLE)
    talks = [sys.executable, "-m", "talks", "--db", str(database)]
    subprocess.run([*talks, "--quiet", "ingest", str(article)], check=True)
    return {
        "empty --help": [sys.executable, str(app), "--help"],
        "talks --help": [*talks, "--help"],
        "empty command": [sys.executable, str(app), "first"],
        "talks timeline": [*talks, "timeline"],
    }


def measure(commands: dict[str, list[str]], rounds: int) -> dict[str, float]:
    """Return the smallest processor time of each command, in seconds."""
    best = dict.fromkeys(commands, float("inf"))
    for _ in range(rounds):
        for name, command in commands.items():
            best[name] = min(best[name], processor_time(command))
    return best


def processor_time(command: list[str]) -> float:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} failed")
    return usage.ru_utime + usage.ru_stime


if __name__ == "__main__":
    sys.exit(main())
