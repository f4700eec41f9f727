"""The screens of docs/following.md are what the program shows; the README's commands for the web run."""

import os
import re
import shlex
from pathlib import Path

import pytest
from invented_site import Site
from pytest_httpserver import HTTPServer

from talks.cli.run import run
from talks.models import record_id

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "following.md"
SCREEN = re.compile(r"(<!-- screen: (?P<command>.*?) -->\n).*?(?=<!-- /screen -->)", re.DOTALL)
SHOWN = "https://harbour.example/"
MINUTE, DAY = "2024-03-12 06:30", "2024-03-12"


@pytest.fixture
def site(httpserver: HTTPServer) -> Site:
    found = Site(httpserver)
    for n in range(5):
        found.publish(n, relevant=n != 2)
    found.pages["/"] = (
        '<html><head><link rel="alternate" type="application/rss+xml" title="News" href="feed.xml">'
        '<link rel="alternate" type="application/rss+xml" title="Sport" href="sport.xml"></head></html>'
    )
    return found


def told_of(text: str, base: str) -> str:
    """Put what differs from run to run in the words of the page: address, id and times."""
    ids = [record_id("f", f"{place}feed.xml")[:8] for place in (base, SHOWN)]
    text = text.replace(base, SHOWN).replace(*ids)
    return re.sub(r"\d{4}-\d\d-\d\d( \d\d:\d\d)?", lambda found: MINUTE if found[1] else DAY, text)


def test_the_screens_of_the_page_are_what_the_program_shows(site: Site, tmp_path: Path, capsys):
    base = site.server.url_for("/")

    def screen(found: re.Match[str]) -> str:
        arguments = shlex.split(found["command"].replace(SHOWN, base))
        private = ["--allow-private"] if arguments[-1] == "update" or "add" in arguments else []
        assert run(["--db", str(tmp_path / "t.db"), *arguments, *private]) == 0
        shown = "".join(capsys.readouterr())
        lines = [f"$ talks {found['command']}", "", *told_of(shown, base).splitlines()]
        written = "".join(f"    {line}".rstrip() + "\n" for line in lines)
        return f"{found[1]}\n{written}\n"

    text = PAGE.read_text(encoding="utf-8")
    written = SCREEN.sub(screen, text)
    if os.environ.get("GOLDEN") == "write":
        PAGE.write_text(written, encoding="utf-8")
        text = written
    assert text == written, "a screen differs; if that is meant, run `make golden`"


def test_the_commands_of_the_readme_for_the_web_run_in_their_order(site: Site, tmp_path: Path, capsys):
    section = re.search(
        r"^## Let the news come.*?^## ", (ROOT / "README.md").read_text(), re.DOTALL | re.MULTILINE
    )
    assert section
    lines = [line.split("#")[0] for line in re.findall(r"^    talks (.*)", section[0], re.MULTILINE)]
    assert [line.split()[0] for line in lines] == ["sources", "update", "captures", "diff", "reextract"]
    for line in lines:
        if line.startswith("diff"):  # the paper edits its page, and it is found
            site.publish(1, hours=5)
            assert run(["--db", str(tmp_path / "t.db"), "update", "--recheck", "--allow-private"]) == 0
        arguments = shlex.split(line.replace(SHOWN, site.server.url_for("/")))
        private = ["--allow-private"] if arguments[0] in ("sources", "update") else []
        assert run(["--db", str(tmp_path / "t.db"), *arguments, *private]) == 0, capsys.readouterr().err
        shown = capsys.readouterr()
        if line.startswith("diff"):
            assert "5 hours" in shown.out
