"""What was known, is ahead, is new and is disputed, the way a person asks for it."""

import csv
import io
import json
import shutil
from pathlib import Path

import pytest

from invented import _article
from invented_news import EVENTS, OSTWIND, WIRE
from invented_news import SECOND as LAST
from talks.store import Capture, open_store

COMMANDS = (
    ("timeline", "--as-of", "2024-06-11"),
    ("agenda",),
    ("agenda", "--as-of", "2024-06"),
    ("conflicts",),
    ("conflicts", "--as-of", "2024-06-22"),
    ("changes", "--since", "2024-06-13"),
    ("changes", "--by", "published", "--since", "2024-06"),
)


def parsed(form: str, text: str) -> list[object]:
    """Read a listing back; of a table of Markdown only the number of rows is of interest."""
    if form == "json":
        return list(json.loads(text))
    if form == "jsonl":
        return [json.loads(line) for line in text.splitlines()]
    if form == "csv":
        return list(csv.DictReader(io.StringIO(text, newline="")))
    return list(text.splitlines()[2:])


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_every_format_holds_the_same(talks, news_path, arguments):
    found = {}
    for form in ("json", "jsonl", "csv", "md"):
        outcome = talks("--db", news_path, *arguments, "--format", form)
        assert outcome.code == 0
        found[form] = parsed(form, outcome.out)
    assert found["json"] == found["jsonl"]
    assert 0 < len(found["json"]) == len(found["csv"]) == len(found["md"])


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_the_same_database_gives_the_same_bytes_without_escapes(talks, news_path, arguments):
    first = talks("--db", news_path, *arguments)
    assert (first.code, "\x1b" in first.out) == (0, False)
    assert talks("--db", news_path, *arguments).out == first.out


def test_ids_on_the_screens_can_be_followed(talks, news_path):
    for arguments in COMMANDS:
        rows = json.loads(talks("--db", news_path, *arguments, "--format", "json").out)
        for key in {row["id"] for row in rows}:
            assert talks("--db", news_path, "show", key).code == 0


def test_the_timeline_of_a_day_shows_no_more_than_was_known(talks, news_path):
    found = talks("--db", news_path, "timeline", "--as-of", "2024-06-01")
    assert found.out.startswith("As known on 1 June 2024, by the reports published until then\n")
    assert "agree to swap 300 prisoners each" in found.out
    assert "held" not in found.out
    assert "note: 1 report without a date left out\n" in found.err
    early = talks("--db", news_path, "timeline", "--as-of", "2024-05")
    assert early.out.replace("31 May", "1 June") == found.out


def test_before_the_first_report_nothing_is_known(talks, news_path):
    found = talks("--db", news_path, "timeline", "--as-of", "2023")
    assert "note: nothing is known of that\n" in found.err
    assert talks("--db", news_path, "conflicts", "--as-of", "2023").err.endswith(
        "note: no reports of that are known to disagree\n"
    )
    assert "note: nothing is known to be ahead" in talks("--db", news_path, "agenda", "--as-of", "2023").err


def test_an_event_is_shown_as_it_was_known(talks, news_path):
    key = EVENTS["swap"].id
    then = talks("--db", news_path, "show", "event", key, "--as-of", "2024-06-01")
    assert "agree to swap 300 prisoners each\n◇ agreed" in then.out
    assert "As known on 1 June 2024, by the reports published until then\n" in then.out
    assert "302" not in then.out
    page = json.loads(talks("--db", news_path, "show", "event", key, "--format", "json").out)
    assert [step["status"] for step in page["steps"]] == ["agreed", "held"]


def test_an_event_that_nobody_had_reported_is_refused_in_one_line(talks, news_path):
    found = talks("--db", news_path, "show", EVENTS["sixth"].id, "--as-of", "2024-06-01")
    assert (found.code, found.out) == (2, "")
    assert "no report of it had been published by 2024-06-01; ask for a later day\n" in found.err


def test_the_agenda_says_of_which_day_it_is(talks, news_path):
    assert talks("--db", news_path, "agenda").out.startswith(
        "Agenda of 23 June 2024, the day of the last report here\n"
    )
    assert talks("--db", news_path, "agenda", "--as-of", "2024-06-11").out.startswith(
        "Agenda of 11 June 2024, by the reports published until then\n"
    )


def test_the_agenda_tells_how_much_is_old(talks, news_path):
    found = talks("--db", news_path, "agenda", "--as-of", "2024-12")
    assert "note: 4 more, for a date or with a last report over 90 days before, left out" in found.err
    assert "Norland and Sudria" in talks("--db", news_path, "agenda", "--as-of", "2024-12", "--older").out


@pytest.fixture
def own(news_path: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(news_path, tmp_path / "own.db"))


def test_what_was_looked_at_is_not_new_until_more_comes(talks, own):
    assert (
        "New in 5 articles, which is all, as no look has been marked\n" in talks("--db", own, "changes").out
    )
    marked = talks("--db", own, "changes", "--seen")
    assert f"marked as seen: all that had come by {LAST:%Y-%m-%d %H:%M} UTC\n" in marked.err
    after = talks("--db", own, "changes")
    assert after.out == "New in 0 articles that came after the last look, by 2024-06-24 12:00 UTC\n"
    assert after.err == "note: nothing is new\n"
    (own.parent / "more.txt").write_text("HARVIK, 25 June 2024 - Norland and Sudria held talks in Castrel.\n")
    assert talks("--db", own, "ingest", own.parent / "more.txt").code == 0
    assert talks("--db", own, "changes").out.startswith("New in 1 article that came after the last")


def test_looking_without_marking_changes_nothing(talks, own):
    before = own.read_bytes()
    talks("--db", own, "changes")
    assert own.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["timeline", "--as-of", "yesterday"], "--as-of yesterday: this is no ISO 8601 date; write it as"),
        (["agenda", "--as-of", "2024-02-30"], "--as-of 2024-02-30: there is no such date"),
        (["agenda", "--kind", "talk"], "talk: there is no such kind; did you mean talks"),
        (["agenda", "--since", "2024-07", "--until", "2024-06"], "it ends before it begins"),
        (["conflicts", "--party", "Norlan"], "Norlan: there is no such party; did you mean Norland?"),
        (["changes", "--since", "1.6.2024"], "--since 1.6.2024: this is no ISO 8601 date"),
        (["changes", "--by", "published"], "--by published: it needs a day to begin at; add --since DATE"),
    ],
)
def test_bad_input_is_refused_in_one_line(talks, news_path, arguments, told):
    found = talks("--db", news_path, *arguments)
    assert (found.code, found.out) == (2, "")
    assert told in found.err
    assert found.err.count("\n") == 1


@pytest.mark.parametrize("command", ["agenda", "conflicts", "changes"])
def test_an_empty_database_says_what_to_do(talks, command):
    found = talks("--db", "none.db", command)
    assert (found.code, found.out) == (1, "")
    assert "talks ingest" in found.err


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_an_article_that_was_replaced_and_not_linked_anew_yet_harms_nothing(talks, own, arguments):
    with open_store(own, mode="write") as store:
        for n, old in enumerate((WIRE, OSTWIND)):
            new = _article(f"Text {n} stands here now.", str(old.path), str(old.outlet), old.published)
            store.capture(new, Capture.of(new, LAST))
    for form in ("table", "json"):
        assert talks("--db", own, *arguments, "--format", form).code == 0
    for event in EVENTS.values():
        assert talks("--db", own, "show", event.id).code == 0
