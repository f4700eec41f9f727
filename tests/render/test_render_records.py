"""Rows for other programs are read back as they were, and steer nobody's terminal or spreadsheet."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from talks.render.harmless import STEERING
from talks.render.records import WRITERS, json_text

COLUMNS = ("id", "text", "parties", "n")
ROWS = [
    {"id": "e1", "text": 'He said "no", twice', "parties": ["Norland", "Sudria"], "n": 3},
    {"id": "e2", "text": "=HYPERLINK(1) | *bold*\x1b[31m", "parties": [], "n": None},
]


def test_csv_is_rfc_4180_and_no_formula():
    text = "\n".join(WRITERS["csv"](ROWS, COLUMNS)) + "\n"
    assert text.count("\r\n") == 3
    found = list(csv.reader(io.StringIO(text, newline="")))
    assert found[0] == list(COLUMNS)
    assert found[1] == ["e1", 'He said "no", twice', "Norland; Sudria", "3"]
    assert found[2][1] == "'=HYPERLINK(1) | *bold*␛[31m"


def test_markdown_escapes_what_would_be_markup():
    lines = list(WRITERS["md"](ROWS, COLUMNS))
    assert lines[:2] == ["| id | text | parties | n |", "| --- | --- | --- | --- |"]
    assert r"=HYPERLINK(1) \| \*bold\*␛\[31m" in lines[3]


def test_a_row_of_markdown_is_one_line_of_as_many_cells_and_text_alone():
    nasty = "prisoner_swap __i__ a | b\\| <script>x</script>\n\n# c & &lt; ~~d~~ $e$ [^f]\r\n- g\u202e"
    lines = list(WRITERS["md"]([{"id": "e1", "text": nasty, "parties": [nasty, "`h`"]}], COLUMNS))
    assert not any("\n" in line or "\r" in line for line in lines)
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse("\n".join(lines))
    assert {token.type for token in tokens if token.nesting == 0} == {"inline"}
    cells = [token.children or [] for token in tokens if token.type == "inline"][len(COLUMNS) :]
    shown = ["".join(part.content for part in cell) for cell in cells]
    text = "prisoner_swap __i__ a | b\\| <script>x</script> # c & &lt; ~~d~~ $e$ [^f] - g⟨202E⟩"
    assert "prisoner_swap" in lines[-1]
    assert shown == ["e1", text, f"{text}; `h`", ""]
    assert {part.type for cell in cells for part in cell} <= {"text", "text_special"}


@pytest.mark.parametrize(
    ("precision", "date", "edtf", "shown"),
    [
        ("day", "2024-05-02", "2024-05-02", "2024-05-02"),
        ("span", "2024-05-02", "2024-05-02/2024-05-04", "2024-05-02"),  # its end has a column
        ("approx", "2024-05-02", "2024-05-02~", "2024-05-02\\~"),
        ("season", "2024-03", "2024-21", "2024-21"),
        ("unknown", None, None, ""),
    ],
)
def test_markdown_tells_no_date_more_precisely_than_it_is_known(precision, date, edtf, shown):
    row = {"date": date, "precision": precision, "edtf": edtf}
    assert list(WRITERS["md"]([row], ["date"]))[-1] == f"| {shown} |"


@pytest.mark.parametrize("rows", [[], ROWS[:1], ROWS])
def test_json_is_one_array(rows):
    assert json.loads("\n".join(WRITERS["json"](rows, COLUMNS))) == rows


def test_jsonl_is_one_object_a_line():
    assert [json.loads(line) for line in WRITERS["jsonl"](ROWS, COLUMNS)] == ROWS


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_json_keeps_all_text_and_steers_nothing(text):
    written = json_text({"text": text})
    assert json.loads(written) == {"text": text}
    assert not STEERING.search(written)
