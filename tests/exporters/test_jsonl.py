"""The export contract: stable names, one object a line, every quote where it says it is."""

import io
import json
import os
from pathlib import Path
from typing import Any

import pytest
from full_records import TEXT

from talks.exporters import export
from talks.store import Store

GOLDEN = Path(__file__).with_name("golden.jsonl")
CONTRACT = {
    "article": {"id", "path", "part", "title", "outlet", "text", "published"},
    "mention": {
        *("id", "article", "event", "kind", "status", "date", "end", "precision", "basis", "edtf", "place"),
        *("parties", "round", "counts", "evidence"),
    },
    "event": {
        *("id", "kind", "status", "date", "end", "precision", "edtf", "place", "parties", "round", "counts"),
        *("history", "conflicts", "mentions", "sources"),
    },
    "statement": {
        *("id", "article", "speaker", "party", "manner", "topics", "stance", "via", "date", "evidence"),
    },
}


def exported(store: Store) -> str:
    out = io.StringIO(newline="\n")
    export(store, "jsonl", out)
    return out.getvalue()


def rows(store: Store) -> list[dict[str, Any]]:
    return [json.loads(line) for line in exported(store).splitlines()]


def test_the_export_is_the_golden_one(store: Store):
    if os.environ.get("GOLDEN") == "write":
        GOLDEN.write_text(exported(store), encoding="utf-8", newline="\n")
    assert exported(store) == GOLDEN.read_text(encoding="utf-8"), "if this was meant, run `make golden`"


def test_articles_come_first_then_mentions_events_and_statements(store: Store):
    assert [row["record"] for row in rows(store)] == ["article", "mention", "event", "statement"]


@pytest.mark.parametrize("record", CONTRACT)
def test_every_field_of_the_contract_is_there(store: Store, record: str):
    (row,) = (row for row in rows(store) if row["record"] == record)
    assert row.keys() >= CONTRACT[record]


def test_every_quote_is_where_it_says(store: Store):
    article, mention, _, statement = rows(store)
    for evidence in (mention["evidence"], *mention["more_evidence"], statement["evidence"]):
        assert article["text"][evidence["start"] : evidence["end"]] == evidence["text"]
    parts = statement["evidence"]
    assert [
        article["text"][start:end] for start, end in (parts["source"], parts["cue"], *parts["content"])
    ] == [
        "Ada Holm",
        "said",
        "“We agreed to free 300 for 300,”",
    ]


def test_dates_are_as_fine_as_they_are_known(store: Store):
    _, mention, event, statement = rows(store)
    for row in (mention, event):
        assert (row["date"], row["end"], row["edtf"]) == ("2024-05-02", "2024-05-04", "2024-05-02/2024-05-04")
    assert (statement["date"], statement["end"], statement["edtf"]) == ("2024-05", None, "2024-05")


def test_a_mention_that_is_not_linked_has_no_event(store: Store):
    store.save_events([])
    assert [row["event"] for row in rows(store) if row["record"] == "mention"] == [None]


def test_what_ends_a_line_to_some_readers_is_escaped(store: Store):
    text = exported(store)
    assert "\u2028" not in text
    assert "\x85" not in text
    assert rows(store)[0]["text"] == TEXT
