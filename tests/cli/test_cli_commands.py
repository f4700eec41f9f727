"""Every command, the way a person uses it."""

import csv
import io
import json

import pytest

from invented import ROUND, SOLLBAKK, WIRE_ARTICLE
from invented_articles import ROUND as ROUND_TEXT
from talks import __version__

COMMANDS = (
    "ingest", "timeline", "show", "statements", "search", "swaps", "promises", "positions",
    "agenda", "changes", "conflicts", "actors", "export", "verify", "explain",
    "check", "schema", "dossiers", "config",
)  # fmt: skip


def ids(told_path, talks, letter: str) -> list[str]:
    rows = [json.loads(line) for line in talks("--db", told_path, "export").out.splitlines()]
    return [row["id"] for row in rows if row["id"].startswith(letter)]


def test_help_names_every_command(talks):
    found = talks("--help")
    assert found.code == 0
    for name in COMMANDS:
        assert f"  {name} " in found.out


def test_without_a_command_help_is_shown_and_the_exit_code_tells(talks):
    assert talks().code == 2
    assert "Usage: talks" in talks().out
    found = talks("show")
    assert (found.code, found.out) == (2, "")
    wanted = "it wants [event|statement|article] ID or actor NAME"
    assert found.err == f"talks: talks show: {wanted}; see `talks show --help`\n"


def test_the_version(talks):
    assert talks("--version").out == f"talks {__version__}\n"


@pytest.mark.parametrize(
    "name", ["ingest", "timeline", "show", "show event", "statements", "search", "export", "explain"]
)
def test_every_command_has_help(talks, name):
    found = talks(*name.split(), "--help")
    assert found.code == 0
    assert f"Usage: talks {name} [OPTIONS]" in found.out


def test_ingest_tells_what_it_did_and_what_not(talks, articles, tmp_path):
    (tmp_path / "empty.txt").touch()
    found = talks("--db", "x.db", "ingest", articles, "empty.txt")
    assert found.code == 3
    assert found.out == ""
    assert "3 articles: 3 new\n" in found.err
    assert "the database holds " in found.err
    assert found.err.splitlines()[-1] == "set aside: empty.txt: is empty; save the article again"


def test_ingest_again_has_nothing_new(talks, articles):
    talks("--db", "x.db", "ingest", articles)
    found = talks("--db", "x.db", "ingest", articles)
    assert found.code == 0
    assert found.err == "nothing new: 3 articles known\n"


def test_ingest_reads_standard_input(talks):
    found = talks("--db", "x.db", "ingest", "-", "--published", "2024-03-12", stdin=ROUND_TEXT.encode())
    assert found.code == 0
    assert "1 article: 1 new" in found.err


def test_quiet_says_nothing_but_what_was_set_aside(talks, articles, tmp_path):
    (tmp_path / "empty.txt").touch()
    assert talks("--quiet", "--db", "x.db", "ingest", articles).err == ""
    found = talks("ingest", "empty.txt", "--db", "x.db", "--quiet")
    assert found.err == "set aside: empty.txt: is empty; save the article again\n"


def test_global_options_may_stand_anywhere(talks, told_path):
    front = talks("--db", told_path, "timeline").out
    assert talks("timeline", "--db", told_path).out == front
    assert talks("timeline", f"--db={told_path}", "--quiet").out == front


def test_a_timeline_of_real_articles_tells_what_happened(talks, read_path):
    found = talks("--db", read_path, "timeline")
    assert found.code == 0
    assert "March 2024" in found.out
    assert "Second round of Norland–Sudria talks in Castrel" in found.out
    assert "120 prisoners" in found.out


def test_a_timeline_in_a_pipe_is_neither_wrapped_nor_coloured(talks, told_path, monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    found = talks("--db", told_path, "timeline")
    assert "Second round of Norland–Sudria talks in Castrel, with Helvaria\n" in found.out
    assert "\x1b" not in found.out


def test_colour_can_be_forced_and_forbidden(talks, told_path, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in talks("--db", told_path, "timeline").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in talks("--db", told_path, "timeline").out


def test_since_means_from_the_first_and_until_through_the_last(talks, told_path):
    march = talks(
        "--db", told_path, "timeline", "--since", "2024-03", "--until", "2024-03", "--no-undated"
    ).out
    assert "March 2024" in march
    assert "April 2024" not in march
    assert "Wed 20" in march


@pytest.mark.parametrize(
    ("filters", "number"),
    [
        (["--kind", "call"], 1),
        (["--kind", "CALL", "--kind", "summit"], 2),
        (["--status", "cancelled"], 1),
        (["--party", "Helvaria", "--no-statements"], 1),
        (["--party", "helvaria", "--no-statements"], 1),
        (["--place", "castrel"], 1),
        (["--place", "Vasrum"], 0),
        (["--no-statements", "--no-undated"], 11),
        (["--no-statements", "--undated"], 13),
        ([], 16),
    ],
)
def test_filters_of_the_timeline(talks, told_path, filters, number):
    found = talks("--db", told_path, "timeline", "--format", "jsonl", *filters)
    assert found.code == 0, found.err
    assert len(found.out.splitlines()) == number


def test_undated_events_are_never_left_out_in_silence(talks, told_path, monkeypatch):
    assert "Undated" in talks("--db", told_path, "timeline").out
    monkeypatch.setattr("talks.cli.listing.FEW", 1)
    found = talks("--db", told_path, "timeline")
    assert "Undated" not in found.out
    assert "add --undated" in found.err
    assert "Undated" in talks("--db", told_path, "timeline", "--undated").out


def test_an_empty_answer_is_said_to_be_one(talks, told_path):
    found = talks("--db", told_path, "timeline", "--since", "2030")
    assert (found.code, found.out) == (0, "")
    assert "nothing is known of that" in found.err


@pytest.mark.parametrize("form", ["json", "jsonl", "csv", "md", "table"])
@pytest.mark.parametrize("name", ["timeline", "statements", "dossiers"])
def test_every_listing_has_every_format(talks, told_path, name, form):
    found = talks("--db", told_path, name, "--format", form)
    assert found.code == 0
    assert found.err == ""
    if form == "json":
        assert isinstance(json.loads(found.out), list)
    if form == "jsonl":
        assert all(json.loads(line) for line in found.out.splitlines())
    if form == "csv":
        header, *rows = csv.reader(io.StringIO(found.out))
        assert all(len(row) == len(header) for row in rows)


@pytest.mark.parametrize(
    ("filters", "number"),
    [
        ([], 5),
        (["--speaker", "Ingra Sollbakk"], 1),
        (["--speaker", "sollbakk"], 1),
        (["--party", "Sudria"], 2),
        (["--topic", "prisoners"], 3),
        (["--stance", "demands"], 2),
        (["--since", "2024-03-13", "--until", "2024-03-13"], 1),
    ],
)
def test_filters_of_statements(talks, told_path, filters, number):
    found = talks("--db", told_path, "statements", "--format", "jsonl", *filters)
    assert len(found.out.splitlines()) == number


def test_show_takes_whole_and_short_ids_with_and_without_the_kind_of_record(talks, told_path):
    whole = talks("--db", told_path, "show", "event", ROUND.id).out
    assert "Second round of Norland–Sudria talks in Castrel" in whole
    assert talks("--db", told_path, "show", ROUND.id[:6]).out == whole
    assert talks("--db", told_path, "show", ROUND.mentions[0]).out == whole
    assert talks("--db", told_path, "show", "event", ROUND.mentions[1]).out == whole
    assert "Sollbakk" in talks("--db", told_path, "show", SOLLBAKK.id[:6]).out
    assert "CASTREL, 12 March 2024" in talks("--db", told_path, "show", WIRE_ARTICLE.id[:6]).out


@pytest.mark.parametrize("letter", ["e", "s", "a", "m"])
def test_every_record_of_real_articles_can_be_shown(talks, read_path, letter):
    for key in ids(read_path, talks, letter):
        assert talks("--db", read_path, "show", key).code == 0
        assert json.loads(talks("--db", read_path, "show", key, "--format", "json").out)


def test_an_event_as_json_has_its_mentions_and_articles(talks, told_path):
    page = json.loads(talks("--db", told_path, "show", "event", ROUND.id, "--format", "json").out)
    assert {mention["id"] for mention in page["mentions"]} == set(ROUND.mentions)
    assert len(page["articles"]) == 2
    assert len(page["statements"]) == 3


def test_verify_tells_that_all_is_sound(talks, read_path):
    found = talks("--db", read_path, "verify")
    assert (found.code, found.err) == (0, "")
    assert found.out.startswith("sound: ")
    assert found.out.endswith("every quote stands in its text\n")
    assert talks("--quiet", "--db", read_path, "verify").out == ""


def test_verify_names_what_is_wrong(talks, articles):
    import sqlite3

    talks("--db", "x.db", "ingest", articles)
    with sqlite3.connect("x.db") as database:
        database.execute("UPDATE evidence SET quote = 'never said' WHERE n = 1")
    found = talks("--db", "x.db", "verify")
    assert found.code == 1
    assert "the quote is not what stands at" in found.out


def test_explain_shows_paragraphs_and_what_is_in_them(talks, articles):
    found = talks("explain", articles / "round.txt")
    assert found.code == 0
    for record in ("date", "name", "count", "mention", "statement"):
        assert f"\n  {record} " in found.out


def test_explain_as_jsonl_gives_spans_of_the_text(talks, articles):
    found = talks("explain", articles / "round.txt", "--format", "jsonl")
    article, *annotations = map(json.loads, found.out.splitlines())
    assert article["record"] == "article"
    assert list(article) == ["record", "text"]
    assert annotations
    for row in annotations:
        assert list(row) == ["record", "start", "end", "text", "value", "precision", "basis", "rule"]
        assert article["text"][row["start"] : row["end"]] == row["text"]
    assert {row["record"] for row in annotations} <= {
        "date",
        "name",
        "count",
        "cue",
        "quote",
        "mention",
        "statement",
    }
    dates = {row["text"]: row["value"] for row in annotations if row["record"] == "date"}
    assert dates["on Tuesday" if "on Tuesday" in dates else "Tuesday"] == "2024-03-12"


def test_explain_takes_a_date_and_standard_input(talks):
    text = ROUND_TEXT.replace("CASTREL, 12 March 2024 - ", "")
    found = talks("explain", "-", "--published", "2024-03-13", "--format", "jsonl", stdin=text.encode())
    rows = [json.loads(line) for line in found.out.splitlines()]
    assert {"2024-03-12"} == {
        row.get("value") for row in rows if row["record"] == "date" and "Tuesday" in row["text"]
    }


def test_check_finds_nothing_wrong(talks):
    found = talks("check")
    assert (found.code, found.err) == (0, "")
    assert found.out.startswith("sound: ")


def test_the_schema_describes_the_records(talks):
    schema = json.loads(talks("schema").out)
    assert {"Article", "Mention", "Event", "Statement", "When"} <= set(schema["$defs"])


def test_dossiers_count_what_they_hold(talks, read_path):
    rows = json.loads(talks("--db", read_path, "dossiers", "--format", "json").out)
    (norland,) = (row for row in rows if row["id"] == "norland-sudria")
    assert norland["sides"] == ["Norland", "Sudria"]
    assert norland["articles"] == 3
    assert norland["people"] > 5


def test_dossiers_need_no_database(talks):
    assert "0 articles" in talks("--db", "none.db", "dossiers").out


def test_a_folder_without_files_is_told(talks, tmp_path):
    (tmp_path / "empty").mkdir()
    found = talks("--db", tmp_path / "talks.db", "ingest", tmp_path / "empty")
    assert (found.code, found.err) == (0, "nothing to read: there are no files\n")
