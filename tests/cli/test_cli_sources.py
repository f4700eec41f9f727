"""`talks sources`: what is followed is chosen, listed and passed on."""

import csv
import json
import sys
from collections.abc import Callable

import pytest
from pytest_httpserver import HTTPServer

from talks.cli.run import run

Call = Callable[..., tuple[int, str, str]]
FEED = "<rss version='2.0'><channel><title>Harbour Post</title><item><link>/1</link></item></channel></rss>"
OPML = """<opml version="2.0"><body><outline text="Papers"><outline text="Coast">
<outline text="Harbour Post" title="Harbour Post" type="rss" xmlUrl="https://harbour.example/feed"/>
</outline></outline>
<outline text="Polder" type="link" url="https://polder.example/live"/></body></opml>"""
COLUMNS = (
    "record,id,url,kind,title,site,categories,added,checked,result,reason,failures,"
    "kept,passed_over,waiting,failed"
)


@pytest.fixture
def call(talks, monkeypatch: pytest.MonkeyPatch) -> Call:
    """Run a command on a database of this test; return its exit code, data and messages."""
    monkeypatch.setenv("TALKS_DB", "t.db")

    def work(*arguments: str, **options) -> tuple[int, str, str]:
        found = talks(*arguments, **options)
        return found.code, found.out, found.err

    return work


@pytest.fixture
def listed(call: Call, tmp_path) -> Call:
    (tmp_path / "list.opml").write_text(OPML)
    assert call("sources", "import", "list.opml") == (0, "", "2 sources added, 0 already followed\n")
    return call


@pytest.fixture
def site(httpserver: HTTPServer) -> str:
    head = "<link rel=alternate type=application/rss+xml href=/{0} title={0}>"
    page = f"<html><head>{head.format('feed')}{head.format('sport')}</head></html>"
    httpserver.expect_request("/").respond_with_data(page, content_type="text/html")
    for path in ("/feed", "/sport"):
        httpserver.expect_request(path).respond_with_data(FEED, content_type="application/rss+xml")
    httpserver.expect_request("/bare").respond_with_data("<html></html>", content_type="text/html")
    return httpserver.url_for("/")


def rows(call: Call) -> list[dict]:
    return [json.loads(line) for line in call("sources", "list", "--format", "jsonl")[1].splitlines()]


def test_a_site_is_followed_by_the_feed_that_it_names(call: Call, site: str):
    code, _, told = call("sources", "add", site, "--allow-private", "--category", "Papers/Coast")
    assert code == 0
    assert told.splitlines() == [
        f"also offered: sport ({site}sport)",
        f"following Harbour Post (feed {site}feed)",
    ]
    [row] = rows(call)
    assert (row["title"], row["categories"], row["result"]) == ("Harbour Post", ["Papers/Coast"], None)
    assert "already followed: Harbour Post" in call("sources", "add", f"{site}feed", "--allow-private")[2]


def test_a_page_without_a_feed_is_followed_if_that_is_meant(call: Call, site: str):
    code, _, told = call("sources", "add", f"{site}bare", "--allow-private")
    assert code == 3
    assert told.endswith("has no feed that can be found; add --page to follow the page itself\n")
    assert call("sources", "add", f"{site}bare", "--page", "--title", "Live")[0] == 0
    assert [(row["kind"], row["title"]) for row in rows(call)] == [("page", "Live")]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["add", "harbour"], "harbour: is no web address; write it as https://…"),
        (["add", "http://127.0.0.1:9/"], "which is no address of the public internet"),
        (
            ["import", "missing.opml"],
            "missing.opml: can't be read: No such file or directory; check the path",
        ),
        (["add"], "Missing argument 'URL'"),
        (["lost"], "No such command 'lost'"),
    ],
)
def test_what_is_wrong_is_told_in_one_line(call: Call, arguments: list[str], words: str):
    code, out, told = call("sources", *arguments)
    assert code in (1, 2, 3)
    assert (out, told.count("\n")) == ("", 1)
    assert words in told


def test_what_is_listed_elsewhere_is_taken_over_and_given_back(listed: Call, tmp_path):
    first = listed("sources", "export")[1]
    (tmp_path / "back.opml").write_text(first)
    assert run(["--db", "u.db", "sources", "import", "back.opml"]) == 0
    assert run(["--db", "t.db", "sources", "import", "back.opml"]) == 0
    assert listed("sources", "export")[1] == first
    assert '<outline text="Papers">' in first


def test_an_import_may_come_through_a_pipe(call: Call):
    assert call("sources", "import", "-", stdin=OPML.encode())[0] == 0


def test_what_can_not_be_followed_is_named_and_the_rest_taken(call: Call, tmp_path):
    (tmp_path / "list.opml").write_text(OPML.replace("https://harbour.example/feed", "gopher://harbour"))
    code, _, told = call("sources", "import", "list.opml")
    assert code == 3
    assert "1 source added" in told
    assert "set aside: list.opml: Harbour Post: has no address to follow" in told


def test_the_list_is_written_in_each_format(listed: Call):
    found = {form: listed("sources", "list", "--format", form)[1] for form in ("json", "jsonl", "csv", "md")}
    assert json.loads(found["json"]) == [json.loads(line) for line in found["jsonl"].splitlines()]
    assert [row["kind"] for row in csv.DictReader(found["csv"].splitlines())] == ["feed", "page"]
    assert found["csv"].splitlines()[0] == COLUMNS
    assert found["md"].count("\n") == 4


@pytest.mark.parametrize("words", ["harbour post", "https://harbour.example/feed", "ID"])
def test_a_source_is_removed_by_any_of_its_names(listed: Call, words: str):
    found = rows(listed)[0]["id"][:6] if words == "ID" else words
    assert listed("sources", "remove", found)[0] == 0
    assert [row["title"] for row in rows(listed)] == ["Polder"]


def test_a_slip_is_told_with_what_may_be_meant(listed: Call):
    code, _, told = listed("sources", "remove", "Harbor Post")
    assert code == 2
    assert "there is no such source; did you mean Harbour Post" in told


def test_nothing_followed_and_nothing_passed_over_is_told(call: Call, tmp_path):
    (tmp_path / "empty.opml").write_text("<opml><body/></opml>")
    call("sources", "import", "empty.opml")
    assert "nothing is followed; add a source" in call("sources", "list")[2]
    assert "nothing was passed over" in call("sources", "passed-over")[2]
    code, _, told = call("update")
    assert (code, told) == (
        1,
        "talks: update: nothing is followed; add a source with `talks sources add URL`\n",
    )


@pytest.mark.parametrize("command", [["sources", "add", "https://harbour.example/"], ["update"]])
def test_without_the_extra_it_is_said_how_to_install_it(listed: Call, command: list[str], monkeypatch):
    for library in ("httpx", "protego"):
        monkeypatch.setitem(sys.modules, library, None)
    code, _, told = listed(*command)
    assert code == 3
    assert told.endswith('install the extra: pip install "talks[web]"\n')
    assert listed("sources", "list")[0] == 0


def test_a_page_with_a_password_in_its_address_is_not_followed(call: Call):
    code, _, told = call("sources", "add", "https://ask:secret@a.example/", "--page")
    assert (code, told) == (3, "talks: https://…@a.example: holds a name or password; leave it out\n")
    assert rows(call) == []


def test_no_name_means_no_source(listed: Call):
    assert listed("sources", "remove", "")[0] == 2
    assert len(rows(listed)) == 2


def test_the_work_of_taking_over_a_list_grows_as_the_list(call: Call, tmp_path):
    outlines = (f'<outline text="{n}" xmlUrl="https://{n}.example/"/>' for n in range(3000))
    (tmp_path / "long.opml").write_text(f"<opml><body>{''.join(outlines)}</body></opml>")
    assert call("sources", "import", "long.opml")[2] == "3,000 sources added, 0 already followed\n"
