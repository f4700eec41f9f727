"""`talks swaps` and `talks promises`, the way a person uses them."""

import csv
import io
import json

import pytest

from invented_swaps import events
from processes import on_terminal


@pytest.mark.parametrize(
    ("arguments", "number"),
    [
        ((), 17),
        (("--since", "2024-10"), 7),
        (("--until", "2024-09-12"), 5),
        (("--kind", "repatriation"), 3),
        (("--party", "Sudria"), 17),
        (("--as-of", "2024-09-14"), 7),
        (("--as-of", "2024-09-01"), 0),
    ],
)
def test_filters_choose_exchanges(talks, autumn_path, arguments, number):
    found = talks("--db", autumn_path, "swaps", "--format", "jsonl", *arguments)
    left_out = "note: 1 report without a date left out\n" if "--as-of" in arguments else ""
    assert (found.code, found.err) == (0, left_out)
    rows = [json.loads(line) for line in found.out.splitlines()]
    assert len({(row["id"], row["of"], row["to"]) for row in rows}) == len(rows)
    assert len(rows) == number, [(row["id"], row["to"], row["figure"]) for row in rows]


@pytest.mark.parametrize("command", ["swaps", "promises"])
def test_every_format_holds_the_same_rows(talks, autumn_path, command):
    out = {
        form: talks("--db", autumn_path, command, "--format", form).out
        for form in ("json", "jsonl", "csv", "md")
    }
    whole = json.loads(out["json"])
    assert [json.loads(line) for line in out["jsonl"].splitlines()] == whole
    rows = list(csv.DictReader(io.StringIO(out["csv"])))
    assert [row["id"] for row in rows] == [row["id"] for row in whole]
    first = out["md"].split("\n\n")[0].splitlines()
    assert len(first) == len(whole) + 2
    assert all(line.startswith("| ") for line in first)


def test_markdown_has_the_sums_and_the_months_too(talks, autumn_path):
    tables = talks("--db", autumn_path, "swaps", "--format", "md").out.split("\n\n")
    heads = [table.splitlines()[0] for table in tables]
    assert heads[1:] == [
        "| sides | of | to | total | missing |",
        "| month | of | to | number | bar | missing |",
    ]
    assert "| Norland – Sudria | people | Norland | 238–240 | 1 |" in tables[1]
    assert "#" in tables[2]


@pytest.mark.parametrize("command", ["swaps", "promises"])
def test_every_line_leads_to_a_record(talks, autumn_path, command):
    screen = talks("--db", autumn_path, command).out
    shown = [event.id[:7] for event in events().values() if event.id[:7] in screen]
    assert shown
    assert all(talks("--db", autumn_path, "show", key).code == 0 for key in shown)


@pytest.mark.parametrize("width", [80, 120])
def test_on_a_terminal_bars_are_of_blocks(autumn_path, width):
    code, screen = on_terminal(["--db", str(autumn_path), "swaps"], width, NO_COLOR="1")
    assert code == 0
    assert "████" in screen
    assert max(map(len, screen.splitlines())) <= width


def test_off_a_terminal_nothing_is_drawn_or_coloured(talks, autumn_path):
    screen = talks("--db", autumn_path, "swaps").out
    assert "█" not in screen
    assert "\x1b" not in screen
    assert "####" in screen


def test_the_day_is_that_of_the_last_report_unless_it_is_given(talks, autumn_path):
    first, *_ = talks("--db", autumn_path, "promises").out.splitlines()
    assert first == "As of Sunday 6 October 2024, the day of the last dated report"
    first, *_ = talks("--db", autumn_path, "promises", "--as-of", "2024-09").out.splitlines()
    assert first == "As of Monday 30 September 2024"


def test_states_can_be_chosen(talks, autumn_path):
    found = talks(
        "--db", autumn_path, "promises", "--state", "broken", "--state", "Overdue", "--format", "json"
    )
    assert {row["state"] for row in json.loads(found.out)} == {"broken", "overdue"}


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (("swaps", "--kind", "call"), "call: there is no such kind"),
        (("swaps", "--party", "Nirgends"), "Nirgends: there is no such party"),
        (("swaps", "--as-of", "yesterday"), "--as-of yesterday: this is no ISO 8601 date"),
        (("swaps", "--since", "2025", "--until", "2024"), "it ends before it begins"),
        (("promises", "--state", "lost"), "lost: there is no such state; choose from kept, partly, open"),
        (("promises", "--as-of", "2024-02-30"), "--as-of 2024-02-30: there is no such date"),
    ],
)
def test_a_slip_is_one_line(talks, autumn_path, arguments, error):
    found = talks("--db", autumn_path, *arguments)
    assert (found.code, found.out) == (2, "")
    assert error in found.err
    assert found.err.count("\n") == 1


@pytest.mark.parametrize("command", ["swaps", "promises"])
def test_where_nothing_is_known_it_says_so(talks, autumn_path, command):
    found = talks("--db", autumn_path, command, "--as-of", "2023")
    assert (found.code, found.out) == (0, "")
    assert found.err.startswith("note: 1 report without a date left out\nnote: no ")
    assert talks("--db", autumn_path, command, "--as-of", "2023", "--format", "json").out == "[]\n"
