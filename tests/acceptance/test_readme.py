"""What the README and the other pages promise is so: commands run, names of files and targets exist."""

import csv
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from talks.errors import UnknownRecordError
from talks.store import Store, open_store, verify

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
PAGES = [README, ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
COMMAND = re.compile(r"^    ((?:talks|sqlite3) [^\n]*)", re.MULTILINE)
SHOWN = re.compile(r"(?<=\n    talks show )(event|article|statement) (\w+)")
SCREEN = re.compile(r"<!-- screen.*?<!-- /screen -->", re.DOTALL)
ID = 8  # signs of an id in the tour

Check = Callable[[str], object]


def text() -> str:
    return SCREEN.sub("", README.read_text(encoding="utf-8"))


def commands() -> list[str]:
    """List what the README says to run; tests/web/test_following_page.py runs what asks the web, and
    tests/serving/ what serves pages until it is stopped.
    """
    here = re.sub(r"^## Let the news come.*?(?=^## )", "", text(), flags=re.DOTALL | re.MULTILINE)
    lines = [re.split(r" +#", line)[0].strip() for line in COMMAND.findall(here)]
    return [line for line in lines if line != "talks serve"]


def rows(out: str) -> list[dict[str, str]]:
    return list(csv.DictReader(out.splitlines()))


# What each command of the tour is said to show, by its beginning.
PROMISED: dict[str, Check] = {
    "talks ingest seeds/": lambda out: re.search(r"nothing new: \d+ articles known", out),
    "talks timeline --since 2025-05": lambda out: out.startswith("May 2025") and " “ " in out,
    "talks timeline --kind prisoner_swap": lambda out: (
        {row["kind"] for row in rows(out)} == {"prisoner_swap"}
    ),
    "talks show event": lambda out: re.search(r"^\S? ?\w+ .* e\w{12}$", out, re.MULTILINE) and "⟦" in out,
    "talks show article": lambda out: re.search(r"^found at +seeds/", out, re.MULTILINE) and "⟦" in out,
    "talks show statement": lambda out: "⟦" in out,
    "talks statements --speaker Umerov": lambda out: "Umerov: " in out,
    "talks search": lambda out: "⟦second round⟧ of direct talks" in out,
    "talks swaps --since 2025-05": lambda out: re.search(r"390 +390 .* stage", out),
    "talks promises --as-of 2025-07-01": lambda out: "to each side: 1,000 of 1,000 people" in out,
    "talks positions --topic talks": lambda out: "Russia on talks" in out and "reported by" in out,
    "talks agenda --as-of 2025-06-20": lambda out: "No date set, say the reports" in out,
    "talks conflicts": lambda out: "1,245 bodies   Russia: 1,248 bodies" in out,
    "talks timeline --as-of 2025-05-20": lambda out: (
        "1,000 prisoners each" in out and "303 prisoners" not in out
    ),
    "talks changes --since 2025-06": lambda out: "New events" in out,
    "talks actors": lambda out: "Dmitry Peskov" in out,
    "talks explain seeds/": lambda out: "\n  mention " in out or "\n  statement " in out,
    "talks export --format jsonl > all.jsonl": lambda out: out == "",
    "talks timeline --strip": lambda out: re.search(r"2025 held +\. +\d", out),
    "talks articles": lambda out: re.search(r"^16 May 2025 +a\w+ ", out, re.MULTILINE),
    "talks report report.html": lambda out: "report.html" in out,
    "talks export --format csv --out tables/": lambda out: out == "",
    "talks verify": lambda out: "every quote stands in its text" in out,
    "talks check": lambda out: "every pattern finds its examples" in out,
    "talks dossiers": lambda out: "Russia" in out and "Ukraine" in out,
    "talks config --show-origin": lambda out: re.search(r"data/talks\.db\t\S+talks\.toml", out),
    'sqlite3 data/talks.db "select * from': lambda out: "v_swaps|One row per figure" in out,
    'sqlite3 data/talks.db "select date': lambda out: re.search(
        r"2025-0\d-\d\d.*\|held\|\d+\|prisoners", out
    ),
}


@pytest.fixture(scope="session")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as it is after `make demo`, with the command on the path."""
    folder = tmp_path_factory.mktemp("checkout")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    shutil.copy(ROOT / "talks.toml", folder)
    (folder / "bin").mkdir()
    script = folder / "bin" / "talks"
    script.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m talks "$@"\n')
    script.chmod(0o755)
    assert run(folder, "talks ingest seeds/").returncode == 0
    return folder


def run(folder: Path, line: str) -> subprocess.CompletedProcess[str]:
    paths = os.pathsep.join((str(folder / "bin"), os.environ["PATH"]))
    environment = {name: value for name, value in os.environ.items() if name != "TALKS_DB"} | {"PATH": paths}
    return subprocess.run(  # noqa: S602 - a line of our own page
        line, shell=True, capture_output=True, text=True, check=False, cwd=folder, env=environment
    )


def tour_ids(store: Store) -> dict[str, str]:
    """Choose an event that most articles report, with one of them and something said in it."""
    event = max(store.events(), key=lambda event: (len(event.mentions), event.id))
    articles = sorted(m.article for m in store.mentions(event=event.id))
    statement = next(s for key in articles for s in store.statements(article=key, order="article"))
    return {"event": event.id, "article": statement.article, "statement": statement.id}


def resolves(store: Store, record: str, key: str) -> bool:
    try:
        return bool(store.find(record[0], key))  # type: ignore[arg-type]
    except UnknownRecordError:
        return False


def test_the_ids_of_the_tour_are_there(checkout):
    with open_store(checkout / "data" / "talks.db", mode="read") as store:
        gone = [key for record, key in SHOWN.findall(text()) if not resolves(store, record, key)]
        if gone and os.environ.get("GOLDEN") == "write":
            chosen, whole = tour_ids(store), README.read_text(encoding="utf-8")
            whole = SHOWN.sub(lambda found: f"{found[1]} {chosen[found[1]][:ID]}", whole)
            README.write_text(whole, encoding="utf-8")
            return
    assert gone == [], "these are no records any more; run `make golden`"


@pytest.mark.parametrize("line", commands())
def test_a_command_of_the_readme_does_what_it_promises(checkout, line):
    (fits,) = (check for beginning, check in PROMISED.items() if line.startswith(beginning))
    if line.startswith("sqlite3") and not shutil.which("sqlite3"):
        pytest.skip("sqlite3 is not installed here")
    done = run(checkout, line)
    assert done.returncode == 0, done.stderr
    assert fits(done.stdout or done.stderr), done.stdout + done.stderr


def test_every_promise_is_of_a_command_of_the_readme():
    assert [key for key in PROMISED if not any(line.startswith(key) for line in commands())] == []


def test_the_exported_file_is_whole(checkout):
    assert run(checkout, "talks export --format jsonl > all.jsonl").returncode == 0
    records = {line.partition(",")[0] for line in (checkout / "all.jsonl").read_text().splitlines()}
    assert records == {f'{{"record":"{name}"' for name in ("article", "mention", "event", "statement")}
    with open_store(checkout / "data" / "talks.db", mode="read") as store:
        assert list(verify(store)) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_what_a_page_names_is_there(page):
    words = page.read_text(encoding="utf-8")
    linked = [page.parent / path for path in re.findall(r"\]\((?!http)([^)#]+)", words)]
    named = [ROOT / path for path in re.findall(r"(?<!/)\b(?:docs|src|tests|seeds)/[\w./-]*\w", words)]
    absent = [str(path) for path in (*linked, *named) if not path.exists() and path.stem != "NAME"]
    assert absent == []


def test_every_target_that_is_named_has_a_rule():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    rules = set(re.findall(r"^([\w-]+):", makefile, re.MULTILINE))
    (phony,) = re.findall(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    named = {name for page in PAGES for name in re.findall(r"(?:`|^    )make (\w+)", page.read_text(), re.M)}
    assert set(phony.split()) - rules == set()
    assert named - rules == set()
