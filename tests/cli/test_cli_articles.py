"""`talks articles`: what is stored, and what of it is not read yet."""

import csv
import io
import json

import pytest

from invented_articles import write_articles
from processes import on_terminal

GERMAN = "Die Delegationen trafen sich in Castrel und sprachen lange über den Austausch der Gefangenen. " * 3


@pytest.fixture
def stored(talks, tmp_path):
    folder = write_articles(tmp_path / "in")
    (folder / "de.txt").write_text(GERMAN, encoding="utf-8")
    done = talks("--db", tmp_path / "talks.db", "ingest", folder)
    assert done.code == 0
    return done


@pytest.fixture
def listed(talks, stored, tmp_path):
    return lambda *arguments: talks("--db", tmp_path / "talks.db", "articles", *arguments)


def test_an_ingest_tells_what_it_can_not_read_yet(stored):
    assert "1 article stored and not read yet, for the language: 1 German" in stored.err


@pytest.mark.parametrize("width", [80, 120])
def test_screen(stored, tmp_path, golden, width):
    code, screen = on_terminal(["--db", str(tmp_path / "talks.db"), "articles"], width, NO_COLOR="1")
    assert code == 0
    golden(f"articles-{width}.txt", screen)


def test_every_format_has_the_same_articles(listed):
    rows = json.loads(listed("--format", "json").out)
    assert [json.loads(line) for line in listed("--format", "jsonl").out.splitlines()] == rows
    assert [row["id"] for row in csv.DictReader(io.StringIO(listed("--format", "csv").out))] == [
        row["id"] for row in rows
    ]
    assert listed("--format", "md").out.count("\n") == len(rows) + 2
    assert [(row["language"], row["read"]) for row in rows] == [("en", True)] * 3 + [("de", False)]
    assert all(row["mentions"] for row in rows if row["read"])


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        (["--language", "DE"], 1),
        (["--unread"], 1),
        (["--language", "en", "--unread"], 0),
        (["--outlet", "polder post"], 1),
        (["--dossier", "norland-sudria"], 3),
        (["--since", "2024-03", "--until", "2024-03"], 2),
    ],
)
def test_what_is_asked_for_is_listed(listed, asked, number):
    assert len(json.loads(listed(*asked, "--format", "json").out)) == number


def test_an_article_that_is_listed_can_be_shown(listed, talks, tmp_path):
    for line in listed().out.splitlines():
        key = next(word for word in line.split() if word.startswith("a") and len(word) == 7)
        assert talks("--db", tmp_path / "talks.db", "show", "article", key).code == 0


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (["--language", "xx"], "language"),
        (["--outlet", "Nowhere"], "outlet"),
        (["--dossier", "x"], "dossier"),
    ],
)
def test_what_nothing_has_is_refused(listed, asked, told):
    done = listed(*asked)
    assert (done.code, done.out) == (2, "")
    assert told in done.err


def test_nothing_found_is_told(listed):
    done = listed("--language", "en", "--unread")
    assert (done.code, done.out) == (0, "")
    assert "no article of that is stored" in done.err


def test_explaining_an_article_that_is_not_read_says_so(talks, tmp_path):
    (tmp_path / "de.txt").write_text(GERMAN, encoding="utf-8")
    done = talks("explain", tmp_path / "de.txt")
    assert done.code == 3
    assert "the text is not English (de); only English is read so far" in done.err
