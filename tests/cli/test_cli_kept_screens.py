"""The screens of the pages that tell of history and of captures are what the program shows."""

import os
import re
import shutil
from pathlib import Path

import pytest

from invented_edits import URL, age
from invented_news import EVENTS
from processes import on_terminal

DOCS = Path(__file__).parents[2] / "docs"
SCREEN = re.compile(r"(<!-- screen: talks (.*?) -->\n).*?(?=<!-- /screen -->)", re.DOTALL)
COLUMNS = 100
NAMES = {name: event.id[:7] for name, event in EVENTS.items()} | {"url": URL}


@pytest.fixture
def aged_path(edits_path: Path, tmp_path: Path) -> Path:
    return age(Path(shutil.copy(edits_path, tmp_path / "talks.db")))


def shown(words: str, database: Path) -> str:
    """Return what a command shows on a terminal, as a block of the page; an event is named by what it is."""
    arguments = words.format(**NAMES)
    code, screen = on_terminal(["--db", str(database), "--quiet", *arguments.split()], COLUMNS, NO_COLOR="1")
    assert code == 0
    lines = [f"    $ talks {arguments}", "", *(f"    {line}".rstrip() for line in screen.splitlines())]
    return "\n" + "\n".join(lines) + "\n\n"


@pytest.mark.parametrize(
    ("page", "database", "number"), [("history.md", "news_path", 6), ("captures.md", "aged_path", 3)]
)
def test_the_screens_of_a_page_are_what_the_program_shows(request, page, database, number):
    file, path = DOCS / page, request.getfixturevalue(database)
    text = file.read_text(encoding="utf-8")
    assert len(SCREEN.findall(text)) == number
    fresh = SCREEN.sub(lambda found: found[1] + shown(found[2], path), text)
    if os.environ.get("GOLDEN") == "write":
        file.write_text(fresh, encoding="utf-8")
        text = fresh
    assert text == fresh, "a screen differs; if that is meant, run `make golden`"
