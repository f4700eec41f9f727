"""The material beside the checkout: the first five documents, and the corpus with its gold records."""

import io
import json
import subprocess
import sys
from pathlib import Path

from talks.exporters import export
from talks.store import Store, verify

LEAST = {"published": 0.90, "event": 0.70, "statement": 0.75, "verbatim": 1.0}
CHROME = ("Getty Images", "Subscribe", "−", "Sources:", "Photo:")


def exported(store: Store, path: Path) -> Path:
    with path.open("w", encoding="utf-8") as out:
        export(store, "jsonl", out)
    return path


def lines(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_the_first_five_documents(shared, fill, tmp_path):
    store = fill(shared / "seeds")
    assert list(verify(store)) == []
    records = lines(exported(store, tmp_path / "all.jsonl"))
    articles = [record for record in records if record["record"] == "article"]
    assert len(articles) == 6  # five files, one of which holds two
    assert "2025-09-12" in {article["published"]["date"] for article in articles}
    rounds = {r["date"] for r in records if r["record"] == "mention" and r["kind"] == "talks"}
    assert {"2022-02-28", "2022-03-03", "2022-03-07"} <= rounds
    files = "".join(file.read_text(encoding="utf-8") for file in (shared / "seeds").glob("*.txt"))
    assert [mark for mark in CHROME if mark not in files] == [], "nothing is shown by what no document holds"
    quotes = [r["evidence"]["text"] for r in records if r["record"] in ("mention", "statement")]
    assert quotes
    assert [quote for quote in quotes if any(mark in quote for mark in CHROME)] == []


def test_the_scores_on_the_corpus(shared, fill, gold, tmp_path):
    store = fill(shared / "corpus" / "articles", shared / "seeds")
    path = exported(store, tmp_path / "all.jsonl")
    command = [sys.executable, str(shared / "score.py"), str(path), str(gold), "--json"]
    found = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    for name, least in LEAST.items():
        value = found[name]["F"] if isinstance(found[name], dict) else found[name]
        assert value >= least, f"{name} has fallen to {value}"


def test_a_second_ingest_changes_no_byte_of_the_export(shared, fill):
    def run() -> str:
        out = io.StringIO()
        export(store, "jsonl", out)
        return out.getvalue()

    store = fill(shared / "seeds")
    first = run()
    fill.again(store, shared / "seeds")
    assert run() == first
