"""The articles in seeds/, read the whole way; and the screen that the README shows of them."""

import io
import json
import os
import random
import re
import subprocess
from pathlib import Path

from processes import command, on_terminal
from talks.exporters import export
from talks.store import Store, verify

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds"
README = ROOT / "README.md"
SCREEN = re.compile(r"(?<=<!-- screen: written by `make golden` -->\n).*?(?=<!-- /screen -->)", re.DOTALL)
COMMAND = ["timeline", "--since", "2025-05-12", "--until", "2025-06-02"]
COLUMNS = 100
CHROME = (
    "Photo:",
    "Getty Images",
    "Subscribe",
    "Unsubscribe",
    "Cookies",
    "use cookies",
    "Share this",
    "Copy link",
    "WhatsApp",
)


def exported(store: Store) -> str:
    out = io.StringIO()
    export(store, "jsonl", out)
    return out.getvalue()


def quotes_of(lines: str) -> list[str]:
    """Return the words of all evidence in an export."""
    records = map(json.loads, lines.splitlines())
    return [record["evidence"]["text"] for record in records if record["record"] in ("mention", "statement")]


def test_the_seeds_are_read_whole_and_sound(fill):
    store = fill(SEEDS)
    summary = store.summary()
    assert summary["articles"] == len(list(SEEDS.iterdir())) + 1  # one file holds two
    assert list(store.set_asides()) == []
    assert list(verify(store)) == []
    shown = {(event.kind, event.status.value) for event in store.events()}
    assert {kind for kind, _ in shown} >= {
        "talks", "prisoner_swap", "ceasefire", "document", "meeting", "summit", "call", "repatriation"
    }  # fmt: skip
    assert {status for _, status in shown} >= {"held", "planned", "proposed", "agreed", "cancelled", "paused"}
    assert any(event.sources >= 3 for event in store.events())
    told = {
        value
        for event in store.events()
        for c in event.conflicts
        if c.field == "figures"
        for value, _ in c.values
    }
    assert told >= {"1,245 bodies", "1,248 bodies", "6,057 bodies", "6,060 bodies"}


def test_any_order_of_files_gives_the_same_events(fill):
    files = sorted(SEEDS.iterdir())
    mixed = random.Random(7).sample(files, len(files))  # noqa: S311 - any order will do
    stores = [fill(*order) for order in (files, files[::-1], mixed)]
    first, *others = [{frozenset(event.mentions) for event in store.events()} for store in stores]
    assert all(other == first for other in others)


def test_the_screen_in_the_readme_is_what_the_program_shows(tmp_path):
    database = str(tmp_path / "talks.db")
    subprocess.run(command("--db", database, "--quiet", "ingest", SEEDS), check=True)
    code, screen = on_terminal(["--db", database, *COMMAND], COLUMNS, NO_COLOR="1")
    assert code == 0
    shown = f"    $ talks {' '.join(COMMAND)}\n\n"
    for line in screen.splitlines():
        shown += f"    {line}".rstrip() + "\n"
    text = README.read_text(encoding="utf-8")
    if os.environ.get("GOLDEN") == "write":
        text = SCREEN.sub(lambda _: f"\n{shown}\n", text)
        README.write_text(text, encoding="utf-8")
    found = SCREEN.search(text)
    assert found
    assert found[0] == f"\n{shown}\n", "the screen differs; if that is meant, run `make golden`"


def test_page_chrome_is_in_no_evidence_of_the_seeds(fill):
    files = "".join(file.read_text(encoding="utf-8") for file in SEEDS.iterdir())
    assert [mark for mark in CHROME if mark not in files] == [], "nothing is shown by what no seed holds"
    quotes = quotes_of(exported(fill(SEEDS)))
    assert len(quotes) > 200
    assert [quote for quote in quotes if any(mark in quote for mark in CHROME)] == []
