"""The screens of docs/history.md are what the program shows."""

import os
import re
from pathlib import Path

from invented_news import EVENTS
from processes import on_terminal

PAGE = Path(__file__).parents[2] / "docs" / "history.md"
SCREEN = re.compile(r"(<!-- screen: talks (.*?) -->\n).*?(?=<!-- /screen -->)", re.DOTALL)
COLUMNS = 100


def shown(words: str, database: Path) -> str:
    """Return what a command shows on a terminal, as a block of the page; an event is named by what it is."""
    arguments = words.format(**{name: event.id[:7] for name, event in EVENTS.items()})
    code, screen = on_terminal(["--db", str(database), "--quiet", *arguments.split()], COLUMNS, NO_COLOR="1")
    assert code == 0
    lines = [f"    $ talks {arguments}", "", *(f"    {line}".rstrip() for line in screen.splitlines())]
    return "\n" + "\n".join(lines) + "\n\n"


def test_the_screens_of_the_page_are_what_the_program_shows(news_path):
    text = PAGE.read_text(encoding="utf-8")
    assert len(SCREEN.findall(text)) == 6
    fresh = SCREEN.sub(lambda found: found[1] + shown(found[2], news_path), text)
    if os.environ.get("GOLDEN") == "write":
        PAGE.write_text(fresh, encoding="utf-8")
        text = fresh
    assert text == fresh, "a screen differs; if that is meant, run `make golden`"
