"""Tables are read back as they were, run nothing in a spreadsheet, and are what their package says."""

import csv
import io
import json
import re
from typing import Any

import hostile_records
import pytest
from exports import exported
from hypothesis import given
from hypothesis import strategies as st

from talks.exporters import Wanted
from talks.exporters._tables import load_tables
from talks.render.harmless import harmless_lines
from talks.render.spreadsheets import guarded, unguarded
from talks.store import Store

Rows = list[dict[str, str]]
RISKY = ("=", "+", "-", "@", "\t", "\r")


def tables(store: Store, wanted: Wanted | None = None) -> dict[str, Rows]:
    files = exported(store, "csv", wanted or Wanted())
    return {
        name.removesuffix(".csv"): list(
            csv.DictReader(io.StringIO(content.decode(), newline=""), strict=True)
        )
        for name, content in files.items()
        if name.endswith(".csv")
    }


def package(store: Store) -> dict[str, Any]:
    described: dict[str, Any] = json.loads(exported(store, "csv")["datapackage.json"])
    return described


def test_every_record_is_in_its_table(told: Store):
    found = tables(told)
    assert {row["id"] for row in found["articles"]} == {article.id for article in told.articles()}
    assert {row["id"] for row in found["events"]} == {event.id for event in told.events()}
    assert [row["id"] for row in found["mentions"]] == [m.id for m in told.mentions(order="article")]
    assert [row["id"] for row in found["statements"]] == [s.id for s in told.statements(order="article")]
    assert len(found["history"]) == sum(len(event.history) for event in told.events())
    figures = [len(record.counts) for record in (*told.events(), *told.mentions())]
    assert len(found["counts"]) == sum(figures)


def test_quotes_stand_where_they_say(told: Store):
    texts = {article.id: article.text for article in told.articles()}
    found = tables(told)
    for row in (*found["mentions"], *found["statements"]):
        words = texts[row["article"]][int(row["quote_start"]) : int(row["quote_end"])]
        assert unguarded(row["quote"]) == words


def test_dates_are_no_finer_than_they_are_known(told: Store):
    found = {row["headline"]: row["edtf"] for row in tables(told)["events"]}
    assert found["90-day ceasefire proposed"] == "2024-21"
    assert found["Norland–Sudria talks paused"] == "2024-04-10~"
    assert found["Memorandum"] == "2024-04"
    assert found["No date for a third round of Norland–Sudria talks"] == ""


def test_lines_are_of_rfc_4180(told: Store, hostile: Store):
    for store in (told, hostile):
        for name, content in exported(store, "csv").items():
            if name.endswith(".csv"):
                read = list(csv.reader(io.StringIO(content.decode(), newline=""), strict=True))
                assert content.count(b"\r\n") == len(read)
                assert len({len(row) for row in read}) == 1


def test_the_package_describes_the_tables(told: Store):
    for resource in package(told)["resources"]:
        content = exported(told, "csv")[resource["path"]].decode()
        fields = resource["schema"]["fields"]
        rows = csv.DictReader(io.StringIO(content, newline=""))
        assert rows.fieldnames == [field["name"] for field in fields]
        assert all(field["description"] for field in fields)
        for row in rows:
            for field in fields:
                assert _is_valid(row[field["name"]], field), (row, field)


def _is_valid(cell: str, field: dict[str, Any]) -> bool:
    if not cell:
        return True
    if allowed := field.get("constraints", {}).get("enum"):
        return cell in allowed
    return {"integer": cell.isdigit(), "boolean": cell in ("true", "false")}.get(field["type"], True)


def test_keys_are_unique_and_lead_somewhere(told: Store):
    found = tables(told)
    for resource in package(told)["resources"]:
        rows, schema = found[resource["name"]], resource["schema"]
        keys = [tuple(row[name] for name in schema.get("primaryKey", row)) for row in rows]
        assert len(keys) == len(set(keys))
        for link in schema.get("foreignKeys", ()):
            (column,), other = link["fields"], found[link["reference"]["resource"]]
            assert {row[column] for row in rows} - {""} <= {row["id"] for row in other}


def test_no_cell_begins_a_formula(hostile: Store):
    cells = [cell for rows in tables(hostile).values() for row in rows for cell in row.values()]
    assert not [cell for cell in cells if cell.lstrip(" ").startswith(RISKY)]
    places = [unguarded(row["place"]) for row in tables(hostile)["mentions"]]
    assert places == [harmless_lines(formula) for formula in hostile_records.FORMULAS]


@given(st.text(alphabet=st.sampled_from("'=+-@;, \t\r\na＝\u00a0\\\"")) | st.text())
def test_the_guard_comes_off_again(text: str):
    assert unguarded(guarded(text)) == text


@given(st.text(alphabet=st.sampled_from("'=+-@;, \t\r\na＝\u00a0\"")))
def test_no_cell_begins_a_formula_wherever_a_spreadsheet_begins_one(text: str):
    assert not guarded(text).startswith(RISKY)
    for cell in re.split(r"[;\t\r\n]", guarded(text)):
        assert not cell.lstrip().startswith(("=", "+", "-", "@", "＝"))


def test_names_with_semicolons_are_told_apart(hostile: Store):
    (cell, *_) = [row["parties"] for row in tables(hostile)["mentions"]]
    assert unguarded(cell) == r"-Norland\; a\\b; Sudria, b"


def test_line_ends_are_all_that_is_left_of_control_characters(hostile: Store):
    quotes = [unguarded(row["quote"]) for row in tables(hostile)["mentions"]]
    assert hostile_records.LINES in quotes
    assert hostile_records.MARKUP in quotes
    assert harmless_lines(hostile_records.HIDDEN) in quotes


@pytest.mark.parametrize("excel", [False, True])
def test_excel_is_told_that_it_is_utf_8(told: Store, excel: bool):
    files = exported(told, "csv", Wanted(excel=excel))
    tabled = [content for name, content in files.items() if name.endswith(".csv")]
    assert {content.startswith(b"\xef\xbb\xbf") for content in tabled} == {excel}
    assert files["datapackage.json"].startswith(b"{")


def test_without_records_there_are_the_headers(empty: Store):
    files = exported(empty, "csv")
    for table in load_tables():
        assert files[table.path].decode() == ",".join(table.columns) + "\r\n"
