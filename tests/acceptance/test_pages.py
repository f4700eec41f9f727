"""The screens of docs/positions.md and docs/sources.md are what the program shows."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from invented_copies import write_copies
from invented_positions import tell_positions
from processes import on_terminal
from talks.store import Store, open_store

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "docs" / "positions.md", ROOT / "docs" / "sources.md"]
SCREEN = re.compile(
    r"(<!-- screen (?P<told>\w+): (?P<command>.*?)(?: \((?P<cut>until|from) (?P<at>[\w ]+)\))? -->\n)"
    r".*?(?=<!-- /screen -->)",
    re.DOTALL,
)
COLUMNS = 80
ID = 8  # signs of an id in a command


@pytest.fixture(scope="module")
def told(tmp_path_factory) -> dict[str, Path]:
    """The databases of the pages."""
    folder = tmp_path_factory.mktemp("pages")
    invented, copies = folder / "invented.db", folder / "copies.db"
    with open_store(invented, mode="create") as store:
        tell_positions(store)
    code, _ = on_terminal(["--db", str(copies), "ingest", str(write_copies(folder / "in"))], COLUMNS)
    assert code == 0
    return {"invented": invented, "copies": copies}


def with_id(command: str, database: Path) -> str:
    """Put an id in place of `{kind}`, that of the event of that kind that most reports tell of.

    `{dispatch}` is the article of the agency.
    """

    def found(match: re.Match[str]) -> str:
        with open_store(database, mode="read") as store:
            if match[1] == "dispatch":
                return next(store.articles(outlet="Lakeside Agency")).id[:ID]
            return most_told(store, match[1])[:ID]

    return re.sub(r"\{(\w+)\}", found, command)


def most_told(store: Store, kind: str) -> str:
    return max(
        store.events(kind=kind), key=lambda event: (event.sources > 1, len(event.mentions), event.id)
    ).id


def screen_of(told: dict[str, Path]) -> Callable[[re.Match[str]], str]:
    def shown(match: re.Match[str]) -> str:
        database = told[match["told"]]
        command = with_id(match["command"], database)
        code, screen = on_terminal(["--db", str(database), *command.split()], COLUMNS, NO_COLOR="1")
        assert code == 0, screen
        lines = screen.splitlines()
        if match["cut"]:
            at = next(n for n, line in enumerate(lines) if line.startswith(match["at"]))
            lines = lines[:at] if match["cut"] == "until" else lines[at:]
        indented = "\n".join(f"    {line}".rstrip() for line in [f"$ talks {command}", "", *lines]).rstrip()
        return f"{match[1]}\n{indented}\n\n"

    return shown


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_screens_of_a_page_are_what_the_program_shows(page, told):
    text = page.read_text(encoding="utf-8")
    written = SCREEN.sub(screen_of(told), text)
    if os.environ.get("GOLDEN") == "write":
        page.write_text(written, encoding="utf-8")
        return
    assert SCREEN.search(text)
    assert text == written, "a screen differs; if that is meant, run `make golden`"
