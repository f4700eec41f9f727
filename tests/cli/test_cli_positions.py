"""`talks positions`, `talks actors` and `talks show actor`, as a person would run them."""

import csv
import json
from pathlib import Path

import pytest

from invented_positions import tell_positions
from talks.store import open_store


@pytest.fixture(scope="module")
def path(tmp_path_factory) -> Path:
    file = tmp_path_factory.mktemp("positions") / "talks.db"
    with open_store(file, mode="create") as store:
        tell_positions(store)
    return file


def parsed(out: str, form: str) -> list[dict]:
    if form == "json":
        return json.loads(out)
    if form == "jsonl":
        return [json.loads(line) for line in out.splitlines()]
    if form == "csv":
        return list(csv.DictReader(out.splitlines()))
    cells = [[cell.strip() for cell in line.strip("| ").split(" | ")] for line in out.splitlines()]
    return [dict(zip(cells[0], row, strict=False)) for row in cells[2:]]


COMMANDS = {
    "positions": (["positions"], 7, {"topic", "party", "stance", "statements"}),
    "topic": (["positions", "--topic", "talks"], 11, {"topic", "party", "stance", "text"}),
    "actors": (["actors"], 8, {"name", "party", "role", "statements", "events", "first", "last"}),
}


@pytest.mark.parametrize("form", ["json", "jsonl", "csv", "md"])
@pytest.mark.parametrize("name", COMMANDS)
def test_every_format_is_read_back(talks, path, name, form):
    command, number, columns = COMMANDS[name]
    done = talks("--db", path, *command, "--format", form)
    found = parsed(done.out, form)
    assert (done.code, len(found)) == (0, number)
    assert columns <= set(found[0])


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        (["positions", "--as-of", "2024-05-03"], "3 May 2024"),
        (["positions", "--party", "norland", "--topic", "Talks"], "Norland on talks"),
        (["positions", "--speaker", "Corvane"], "Livia Corvane (Sudria) on talks"),
        (["positions", "--party", "Sudria", "--since", "2024-06"], "Sudria on ceasefire"),
        (["actors", "--party", "Helvaria"], "Claudine Oberholt"),
        (["actors", "--all"], "Norlandic lawmaker"),
        (["show", "actor", "Corvane"], "Livia Corvane  person"),
        (["show", "actor", "livia", "corvane"], "Livia Corvane  person"),
        (["show", "actor", "Theodor Bassaran"], "former foreign minister"),
    ],
)
def test_what_is_asked_for_is_shown(talks, path, arguments, shown):
    done = talks("--db", path, *arguments)
    assert done.code == 0
    assert shown in done.out


def test_the_page_of_an_actor_as_json(talks, path):
    page = json.loads(talks("--db", path, "show", "actor", "Corvane", "--format", "json").out)
    assert page["actor"]["party"] == "Sudria"
    assert [statement["stance"] for statement in page["statements"]] == ["supports"]


def test_a_statement_tells_by_whom_it_came_to_its_reader(talks, path):
    (row, *_) = json.loads(talks("--db", path, "positions", "--speaker", "Corvane", "--format", "json").out)
    page = json.loads(talks("--db", path, "show", "statement", row["id"], "--format", "json").out)
    assert page["chain"] == ["Corvane (Sudria)", "Polder Post"]
    assert page["copies"] == []


def test_a_statement_tells_where_else_it_stands(talks, path):
    rows = json.loads(talks("--db", path, "positions", "--speaker", "Stenmoe", "--format", "json").out)
    (row,) = (row for row in rows if row["topic"] == "talks")
    page = talks("--db", path, "show", "statement", row["id"]).out
    assert f"told also  Polder Post  {row['copies'][0][:7]}" in page
    other = json.loads(talks("--db", path, "show", "statement", row["copies"][0], "--format", "json").out)
    assert [copy["id"] for copy in other["copies"]] == [row["id"]]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["positions", "--topic", "talk"], "talk: there is no such topic; did you mean talks?"),
        (["positions", "--speaker", "Korvane"], "Korvane: there is no such speaker; did you mean"),
        (["positions", "--as-of", "May"], "--as-of May: this is no ISO 8601 date"),
        (["positions", "--since", "2024-06", "--until", "2024-05"], "it ends before it begins"),
        (
            ["actors", "--dossier", "norland"],
            "norland: there is no such dossier; did you mean norland-sudria",
        ),
        (["show", "actor", "Livvia Corvane"], "there is no such actor; did you mean Livia Corvane"),
        (["show", "actor", "t"], "t: several are called so ("),
        (["show", "actor", "\x1b[31mnobody"], "there is no such actor"),
    ],
)
def test_what_cant_be_meant_is_refused_in_one_line(talks, path, arguments, message):
    done = talks("--db", path, *arguments)
    assert (done.code, done.out) == (2, "")
    assert message in done.err
    assert done.err.count("\n") == 1
    assert "\x1b" not in done.err


@pytest.mark.parametrize(
    "arguments",
    [["positions", "--topic", "nato"], ["actors", "--since", "2030"], ["positions", "--since", "2030"]],
)
def test_nothing_found_is_said_on_standard_error(talks, path, arguments):
    done = talks("--db", path, *arguments)
    assert (done.code, done.out) == (0, "")
    assert done.err.startswith("note: ")
