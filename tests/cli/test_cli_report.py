"""`talks report`: one file, of one negotiation, or one line that says why not."""

import sys

import pytest

from invented import NOON, POST_ARTICLE, tell
from talks.models import Extraction
from talks.store import Capture, open_store


@pytest.fixture
def report(talks, told_path):
    return lambda *arguments: talks("--db", told_path, "report", *arguments)


def test_a_file_is_written_and_summed_up(report, tmp_path):
    done = report("out.html")
    assert (done.code, done.out) == (0, "")
    assert done.err.startswith("out.html: 13 events from 3 articles, ")
    page = (tmp_path / "out.html").read_text(encoding="utf-8")
    assert page.startswith('<!doctype html>\n<html lang="en">')
    assert "<h1>Norland and Sudria</h1>" in page


def test_a_title_is_text(report, tmp_path):
    report("out.html", "--title", "Peace & <quiet>")
    assert "<h1>Peace &amp; &lt;quiet&gt;</h1>" in (tmp_path / "out.html").read_text(encoding="utf-8")


def test_the_only_clock_is_that_of_the_environment(report, tmp_path, monkeypatch):
    report("one.html")
    report("two.html")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1711965600")
    report("three.html")
    one, two, three = ((tmp_path / f"{name}.html").read_text() for name in ("one", "two", "three"))
    assert one == two
    assert 'on <time datetime="2024-04-01">1 April 2024</time>' in three
    assert "<time" not in one


def test_a_day_of_the_past_is_told_as_it_was_known(report, tmp_path):
    assert report("then.html", "--as-of", "2024-03-12").code == 0
    page = (tmp_path / "then.html").read_text(encoding="utf-8")
    assert "As of <b>12 March 2024</b>, by the reports published until then" in page
    assert "Ostwind" not in page


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["x.html", "--dossier", "narnia"], 2, "there is no such dossier"),
        (["x.html", "--since", "May"], 2, "this is no ISO 8601 date"),
        (["no/such/folder/x.html"], 1, "it can't be written"),
        ([], 2, "Missing argument 'OUT.html'"),
    ],
)
def test_what_is_wrong_is_told_in_a_line(report, arguments, code, words):
    done = report(*arguments)
    assert done.code == code
    assert words in done.err
    assert done.err.count("\n") == 1


def test_a_clock_that_is_none_is_refused(report, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "noon")
    assert "SOURCE_DATE_EPOCH=noon: this is no number of seconds" in report("x.html").err


def test_of_several_negotiations_one_must_be_named(talks, tmp_path):
    with open_store(tmp_path / "two.db", mode="create") as store:
        tell(store)
        other = Extraction(
            POST_ARTICLE.model_copy(update={"id": "a0", "sha256": "0", "path": "other.txt"}),
            (),
            (),
            "israel-hamas",
        )
        store.save(other, Capture.of(other.article, NOON), engine="by hand")
    done = talks("--db", "two.db", "report", "x.html")
    assert done.code == 2
    assert done.err.endswith("name one with --dossier: israel-hamas or norland-sudria\n")
    assert talks("--db", "two.db", "report", "x.html", "--dossier", "norland-sudria").code == 0


def test_without_a_known_negotiation_there_is_no_report(talks, tmp_path):
    open_store(tmp_path / "empty.db", mode="create").close()
    assert "no article here tells of a known negotiation" in talks("--db", "empty.db", "report", "x.html").err


def test_without_the_extra_it_is_said_how_to_install_it(report, monkeypatch):
    monkeypatch.setitem(sys.modules, "altair", None)
    done = report("x.html")
    assert done.code == 1
    install = 'install the extra: pip install "talks[report]"'
    assert done.err == f"talks: report: it needs altair, which is not installed; {install}\n"


def test_a_file_that_stands_there_stays_if_the_report_fails(report, tmp_path, monkeypatch):
    (tmp_path / "x.html").write_text("before")
    monkeypatch.setattr("talks.render.html.report.draw_report", lambda *_, **__: 1 / 0)
    assert report("x.html").code == 1
    assert (tmp_path / "x.html").read_text() == "before"
