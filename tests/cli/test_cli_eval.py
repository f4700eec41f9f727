"""`talks eval` on our own gold: what it prints, and what it leaves alone."""

import json
import shutil
from pathlib import Path

import pytest

from talks.ingest import Intake, Tally

ROOT = Path(__file__).parents[2]
OURS = ROOT / "tests" / "evaluation" / "gold"
LAST = ROOT / "tests" / "evaluation" / "last.jsonl"
ON_OURS = (OURS, "--articles", ROOT)
FIGURES = ("published", "event F", "event_full", "statement F", "stance", "timeline F", "verbatim")


def test_figures_and_phenomena_are_printed(talks, tmp_path):
    done = talks("eval", *ON_OURS)
    assert (done.code, done.err) == (0, "")
    assert all(f"\n{name} " in done.out for name in FIGURES)
    assert "events by kind" in done.out
    assert "statements by manner" in done.out
    assert list(tmp_path.iterdir()) == [], "nothing is left behind"


def test_the_database_is_left_alone(talks, tmp_path):
    database = tmp_path / "mine.db"
    assert talks("--db", database, "eval", *ON_OURS).code == 0
    assert not database.exists()


def test_json_holds_all_of_it(talks):
    found = json.loads(talks("eval", *ON_OURS, "--format", "json", "--show", "all", "--against", LAST).out)
    assert found.keys() == {"figures", "phenomena", "before", "changed", "shown"}
    assert found["figures"].keys() == found["before"].keys()
    assert found["figures"]["verbatim"] == 1.0
    assert {row["sort"] for row in found["shown"]} == {"missed", "wrong", "spurious"}


def test_a_result_held_against_itself_shows_no_change(talks, tmp_path):
    kept = tmp_path / "kept.jsonl"
    assert talks("eval", *ON_OURS, "--save", kept).code == 0
    done = talks("eval", *ON_OURS, "--against", kept)
    assert "0 gains, 0 losses, +0 spurious" in done.out


@pytest.mark.parametrize(
    ("show", "sort"), [("misses", "missed"), ("wrong", "wrong"), ("spurious", "spurious")]
)
def test_one_sort_is_listed(talks, show, sort):
    shown = json.loads(talks("eval", *ON_OURS, "--format", "json", "--show", show).out)["shown"]
    assert {row["sort"] for row in shown} == {sort}


def test_articles_stand_beside_the_gold(talks, tmp_path):
    (tmp_path / "gold").mkdir()
    shutil.copy(OURS / "pause-2025.json", tmp_path / "gold")
    (tmp_path / "seeds").mkdir()
    shutil.copy(ROOT / "seeds" / "2025-09-12-pause.txt", tmp_path / "seeds")
    done = talks("eval", tmp_path / "gold")
    assert done.code == 0
    assert done.out.startswith("1 article\n")


def test_an_absent_article_is_named_and_counts(talks, tmp_path):
    gold = tmp_path / "gold"
    shutil.copytree(OURS, gold)
    (tmp_path / "seeds").mkdir()
    shutil.copy(ROOT / "seeds" / "2025-09-12-pause.txt", tmp_path / "seeds")
    done = talks("eval", gold)
    assert done.code == 3
    assert "set aside: istanbul-2022: there is no file seeds/2022-03-29-istanbul.txt for it" in done.err
    assert done.out.startswith("7 articles, 6 of them absent\n")


def test_words_of_the_gold_that_no_article_has_are_named(talks, tmp_path):
    (tmp_path / "gold").mkdir()
    gold = json.loads((OURS / "pause-2025.json").read_text(encoding="utf-8"))
    gold["events"][0]["evidence"] = "never printed"
    (tmp_path / "gold" / "x.json").write_text(json.dumps(gold))
    done = talks("eval", tmp_path / "gold", "--articles", ROOT / "seeds")
    assert "note: pause-2025: not in the text of its article: “never printed”" in done.err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["absent"], "absent: it is no folder; name the folder that holds the gold"),
        ([OURS], "no article of this gold is there; name their folder with --articles"),
        ([OURS, "--articles", "absent"], "absent: it is no folder; name a folder of articles"),
        ([*ON_OURS, "--against", "absent"], "absent: it can't be read (No such file or directory)"),
        ([*ON_OURS, "--against", ROOT / "README.md"], "README.md:1: it is no record of an export"),
        ([*ON_OURS, "--save", "absent/x"], "absent/x: it can't be written (No such file or directory)"),
    ],
)
def test_what_is_wrong_is_one_line(talks, arguments, told):
    done = talks("eval", *arguments)
    assert done.code == 1
    assert told in done.err
    assert done.err.count("\n") == 1


def test_the_schema_of_gold_is_printed(talks):
    schema = json.loads(talks("schema", "--gold").out)
    assert {"id", "file", "published", "events", "statements", "parts"} <= schema["properties"].keys()
    assert schema["required"] == ["id", "file"]


def test_an_interrupt_leaves_no_figures(talks, monkeypatch):
    monkeypatch.setattr(Intake, "run", lambda self, sources: Tally(interrupted=True))
    done = talks("eval", *ON_OURS)
    assert (done.code, done.out) == (130, "")
