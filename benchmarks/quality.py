"""Measure again all that docs/quality.md shows, and write its tables anew: `make quality SETS=sets.toml`.

    .venv/bin/python benchmarks/quality.py SETS.toml [PAGE]

SETS.toml stands outside the project, for it names what is on this machine:

    scorers = "…/bench"             # polnear.py, attrib_score.py, timeml.py, timex_score.py
    data = "…/bench-data"           # PolNeAR and TempEval-3, as the scorers want them
    spacy = "…/bin/python"          # an environment with spaCy and its small model
    [[sets]]                        # the columns of the first table, in this order
    title = "corpus"
    gold = "…/gold"
    articles = ["…/articles"]
    open = true                     # its misses may be looked at, and are counted

What is left out is not measured, and its table stays as it is. A table stands between
`<!-- measured: NAME -->` and `<!-- /measured -->`; a count of misses follows `<!-- count: NAME -->`.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "quality.md"
COUNT = re.compile(r"(<!-- count: ([^>]+) -->)(\d+)")
BLOCK = r"(<!-- measured: {} -->\n).*?(<!-- /measured -->)"
ORDER = ("articles", "published", "event", "event_full", "status", "date", "place", "counts", "statement",
         "speaker", "topics", "stance", "timeline", "verbatim")  # fmt: skip
SCORED = re.compile(
    r"^ *(direct quotes|all with speech cue or direct) .*IoU\.5 P (\S+) R (\S+) F1 (\S+)", re.M
)
SPOKEN = {"direct quotes": "direct quotations", "all with speech cue or direct": "direct and reported speech"}
COLLECTIONS = {"timebank": "TimeBank", "aquaint": "AQUAINT"}

Row = Sequence[object]


def main() -> int:
    sets = tomllib.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    page = Path(sys.argv[2]) if len(sys.argv) > 2 else PAGE
    for name, lines in measured(sets):
        text = page.read_text(encoding="utf-8")
        block = re.compile(BLOCK.format(name), re.DOTALL)
        if not block.search(text):
            raise SystemExit(f"{page}: there is no block {name!r}")
        body = "\n".join(lines) + "\n"
        page.write_text(
            block.sub(lambda found, body=body: found[1] + body + found[2], text), encoding="utf-8"
        )
        print(f"{name}: written")
    counts = miss_counts([one for one in sets.get("sets", ()) if one.get("open")])
    text = page.read_text(encoding="utf-8")
    page.write_text(COUNT.sub(lambda found: found[1] + counted(counts, found), text), encoding="utf-8")
    return 0


def measured(sets: dict[str, Any]) -> Iterator[tuple[str, Iterator[str]]]:
    """Yield the name and the lines of each table."""
    if "sets" in sets:
        yield "articles", article_table(sets["sets"])
    if "scorers" in sets and "data" in sets:
        bench = os.environ | {"BENCH": sets["data"], "PYTHONPATH": f"{ROOT / 'src'}:{sets['scorers']}"}
        yield "attribution", attribution_table(Path(sets["scorers"]), bench)
        yield "dates", date_table(Path(sets["scorers"]), bench)
    yield "speed", speed_lines(sets.get("spacy", sys.executable))


def run(*command: object, **options: Any) -> str:
    done = subprocess.run([str(part) for part in command], text=True, stdout=subprocess.PIPE, **options)
    return done.stdout


def counted(counts: Counter[str], found: re.Match[str]) -> str:
    """Return a count, e.g. of `missed talks+meeting`; without sets to count in, the number that was there."""
    *most, last = found[2].split(" ")
    return str(sum(counts[" ".join((*most, one))] for one in last.split("+"))) if counts else found[3]


def miss_counts(sets: list[dict[str, Any]]) -> Counter[str]:
    """Count what the gold has, and what is missed, wrong or spurious in it."""
    counts: Counter[str] = Counter()
    for found in map(evaluated, sets):
        counts["events"] += found["figures"]["event"]["gold"]
        counts["statements"] += found["figures"]["statement"]["gold"]
        for row in found["shown"]:
            counts[f"{row['sort']} {row['record']}"] += 1
            if row["record"] == "event" and row["sort"] != "wrong":
                counts[f"{row['sort']} {row['told'].split()[0]}"] += 1
            for fault in filter(None, row["but"].split(", ")):
                counts[fault_of(fault.split()[0], row["told"])] += 1
    return counts


def fault_of(field: str, told: str) -> str:
    if field != "date":
        return field
    return "date extra" if told.endswith("undated") else "date missing"


def article_table(sets: list[dict[str, Any]]) -> Iterator[str]:
    found = [evaluated(one)["figures"] for one in sets]
    yield from table(
        ("", *(one["title"] for one in sets)),
        [(name, *(cell(name, one[name]) for one in found)) for name in ORDER],
    )


def evaluated(one: dict[str, Any]) -> dict[str, Any]:
    folders = [part for folder in one.get("articles", ()) for part in ("--articles", folder)]
    out = run(
        sys.executable, "-m", "talks", "eval", one["gold"], *folders, "--format", "json", "--show", "all"
    )
    found: dict[str, Any] = json.loads(out)
    return found


def cell(name: str, value: Any) -> str:
    if isinstance(value, dict):
        return f"{value['P']:.2f} / {value['R']:.2f} / **{value['F']:.2f}**"
    if value is None:
        return "–"
    return str(value) if name == "articles" else f"{value:.2f}"


def table(titles: Row, rows: Sequence[Row]) -> Iterator[str]:
    for row in (titles, ["---"] * len(titles), *rows):
        yield f"| {' | '.join(map(str, row))} |"


def attribution_table(scorers: Path, environment: dict[str, str]) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "found.json"
        run(sys.executable, ROOT / "benchmarks" / "attribution.py", "train", out, env=environment)
        scored = run(sys.executable, "attrib_score.py", out, "--split=train", env=environment, cwd=scorers)
    rows = [(SPOKEN[name], *numbers) for name, *numbers in SCORED.findall(scored)]
    yield from table(("PolNeAR, train", "P", "R", "F"), rows)


def date_table(scorers: Path, environment: dict[str, str]) -> Iterator[str]:
    rows = []
    for name, title in COLLECTIONS.items():
        with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
            file.write(run(sys.executable, ROOT / "benchmarks" / "timex.py", scorers, name, env=environment))
            file.flush()
            command = (sys.executable, "timex_score.py", name, file.name, "--types=DATE,TIME")
            last = run(*command, env=environment, cwd=scorers).splitlines()[-1].split()
        bars = [n for n, word in enumerate(last) if word == "|"]
        rows.append((title, last[bars[0] - 1], last[bars[1] - 1]))
    yield from table(("dates of type DATE and TIME", "value F", "day F"), rows)


def speed_lines(spacy: str) -> Iterator[str]:
    yield "```text"
    for name, *more in (("extraction", spacy), ("startup",), ("growth",)):
        yield run(sys.executable, ROOT / "benchmarks" / f"{name}.py", *more).rstrip()
    yield "```"


if __name__ == "__main__":
    sys.exit(main())
