"""`talks captures` and `talks diff`, the way a person asks."""

import csv
import io
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from invented_articles import write_articles
from invented_edits import LAST, NOTHING_URL, URL, fetched, take
from processes import on_terminal
from talks.ingest import engine_id, reader_id
from talks.store import open_store

SCREENS = (("captures", ("captures", URL)), ("unread", ("captures", NOTHING_URL)), ("diff", ("diff", URL)))
LISTINGS = (("captures", URL), ("captures", NOTHING_URL), ("diff", URL))


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize(("name", "arguments"), SCREENS, ids=[name for name, _ in SCREENS])
def test_the_screens_are_as_they_were(edits_path, golden, name, arguments, width):
    code, screen = on_terminal(["--db", str(edits_path), *arguments], width, NO_COLOR="1")
    assert code == 0
    assert max(map(len, screen.splitlines())) <= width
    golden(f"{name}-{width}.txt", screen)


def test_edits_are_in_colour_where_there_is_one(edits_path):
    screen = on_terminal(["--db", str(edits_path), "diff", URL], 120)[1]
    assert "[-" not in screen
    assert "\x1b[31m120\x1b[0m" in screen
    assert "\x1b[32m150\x1b[0m" in screen


@pytest.mark.parametrize("arguments", LISTINGS, ids=" ".join)
def test_every_format_holds_the_same(talks, edits_path, arguments):
    found = {
        form: talks("--db", edits_path, *arguments, "--format", form).out
        for form in ("json", "jsonl", "csv", "md")
    }
    rows = json.loads(found["json"])
    assert rows == [json.loads(line) for line in found["jsonl"].splitlines()]
    table = list(csv.DictReader(io.StringIO(found["csv"], newline="")))
    assert 0 < len(rows) == len(table) == len(found["md"].splitlines()) - 2
    for row, cells in zip(rows, table, strict=True):
        assert all(cells[name] == str(row[name]) for name in ("record", "text", "article") if row.get(name))


@pytest.mark.parametrize(
    "name", [URL, URL[8:], URL[:40], f"{URL}?utm_source=mail", f"{URL}#top", URL.replace("https", "HTTPS")]
)
def test_a_page_is_found_by_its_address_or_how_that_begins(talks, edits_path, name):
    rows = json.loads(talks("--db", edits_path, "captures", name, "--format", "json").out)
    assert {row["locator"] for row in rows} == {URL}
    assert [row["first_seen"][11:16] for row in rows] == ["09:30", "14:30"]
    assert [row["last_seen"][11:16] for row in rows] == ["11:30", "16:30"]
    assert [row["superseded_by"] for row in rows] == [rows[1]["article"], None]
    assert all(row["bytes"] > 700 and len(row["bytes_sha256"]) == 64 for row in rows)


def test_a_file_is_found_from_wherever_one_stands(talks, tmp_path, monkeypatch):
    folder = write_articles(tmp_path / "in")
    talks("--db", tmp_path / "t.db", "ingest", folder)
    for where, name in ((tmp_path, "in/swap.md"), (folder, "swap.md"), (tmp_path, folder / "swap.md")):
        monkeypatch.chdir(where)
        [row] = json.loads(talks("--db", tmp_path / "t.db", "captures", name, "--format", "json").out)
        assert (row["locator"], row["bytes"]) == ("in/swap.md", None)


def test_the_ids_can_be_followed(talks, edits_path):
    for arguments in LISTINGS[::2]:
        for row in json.loads(talks("--db", edits_path, *arguments, "--format", "json").out):
            lost = row["record"] == "mention" and row["change"] == "lost"
            keys = [row["article"], None if lost else row.get("id")]
            assert all(talks("--db", edits_path, "show", key).code == 0 for key in keys if key)


def test_the_edit_is_told(talks, edits_path):
    rows = json.loads(talks("--db", edits_path, "diff", URL, "--format", "json").out)
    told = {(row["record"], row["change"], str(row["before"]), str(row["after"])) for row in rows}
    assert ("mention", "changed", "['120 prisoners each']", "['150 prisoners each']") in told
    assert ("mention", "changed", "['2024-04-20']", "['2024-04-27']") in told
    assert ("figure", "lost", "120", "None") in told
    assert ("date", "gained", "None", "2024-04-27") in told
    [lost] = [row for row in rows if row["record"] == "statement" and row["change"] == "lost"]
    assert lost["text"] == "that Norland withdraw its army from the border"
    sentences = [row for row in rows if row["record"] == "sentence"]
    assert [row["change"] for row in sentences] == ["changed", "changed", "lost"]


def test_any_two_texts_can_be_compared(talks, edits_path, tmp_path):
    path = Path(shutil.copy(edits_path, tmp_path / "own.db"))
    with open_store(path, mode="write") as store:
        take(store, fetched(LAST, 30), engine=engine_id(), reader=reader_id())
    rows = json.loads(talks("--db", path, "captures", URL, "--format", "json").out)
    first, second, third = (row["article"] for row in rows)

    def sentences(*options: str) -> list[str]:
        found = json.loads(talks("--db", path, "diff", URL, *options, "--format", "json").out)
        return [row["change"] for row in found if row["record"] == "sentence"]

    assert sentences() == sentences("--from", second) == sentences("--to", third[:6]) == ["gained"]
    assert sentences("--to", second) == ["changed", "changed", "lost"]
    assert sentences("--from", first, "--to", third) == ["changed", "changed", "lost", "gained"]
    assert sentences("--from", third, "--to", first) == ["changed", "changed", "lost", "gained"]
    assert sentences("--from", third) == []


def test_one_text_alone_has_nothing_to_be_compared_with(talks, edits_path, tmp_path):
    with open_store(tmp_path / "own.db", mode="create") as store:
        take(store, fetched(LAST, 0), engine=engine_id(), reader=reader_id())
    found = talks("--db", tmp_path / "own.db", "diff", URL)
    assert (found.code, found.out) == (0, "")
    assert found.err == f"note: {URL} has had but one text, so there is nothing to compare\n"
    assert talks("--db", tmp_path / "own.db", "diff", URL, "--format", "json").out == "[]\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["captures", "nowhere.txt"], "nowhere.txt: nothing was found there; name a path or an address as"),
        (["captures", "https://other.example/"], "https://other.example/: nothing was found there; name"),
        (
            ["captures", "https://ostwind"],
            f"several locators begin so: {URL}, {NOTHING_URL}; name more of it",
        ),
        (
            ["diff", URL, "--from", "a0ffff"],
            f"a0ffff: at {URL} no article has an id that begins so; look them",
        ),
        (
            ["diff", URL, "--to", "a"],
            f"a: at {URL} several articles have ids that begin so; look them up with",
        ),
        (["diff", "nowhere.txt"], "nowhere.txt: nothing was found there"),
        (["diff"], "Missing argument 'LOCATOR'"),
    ],
)
def test_bad_input_is_refused_in_one_line(talks, edits_path, arguments, told):
    found = talks("--db", edits_path, *arguments)
    assert (found.code, found.out) == (2, "")
    assert told in found.err
    assert found.err.count("\n") == 1


@pytest.mark.parametrize("command", ["captures", "diff"])
def test_without_a_database_it_is_told_what_to_do(talks, command):
    found = talks("--db", "none.db", command, "x")
    assert (found.code, found.out) == (1, "")
    assert "talks ingest" in found.err


def test_a_list_of_captures_needs_no_engine(edits_path):
    code = (
        "import sys; from talks.cli.run import run; run(sys.argv[1:]);"
        "print(sorted({'talks.extraction', 'talks.codebook', 'trafilatura', 'httpx'} & set(sys.modules)))"
    )
    arguments = ["--db", str(edits_path), "captures", "in/round.txt"]
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"
