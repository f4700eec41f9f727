"""The seeds against what a reader wrote down by hand (expected.toml): no golden of the program's own."""

import json
import sys
import tomllib
from collections import Counter
from pathlib import Path

import pytest
from test_seeds import SEEDS, exported

EXPECTED = tomllib.loads(Path(__file__).with_name("expected.toml").read_text(encoding="utf-8"))
WRONG = EXPECTED["known_wrong"]
MOST_WRONG = {"held": 6, "speakers": 0}  # may only be lowered


@pytest.fixture
def records(fill):
    return [json.loads(line) for line in exported(fill(SEEDS)).splitlines()]


def dated(event) -> tuple[str, str]:
    return event["kind"], event.get("edtf", event.get("date")) or "unknown"


def events(records, *, held: bool):
    return [r for r in records if r["record"] == "event" and (r["status"] == "held") is held]


def files(records):
    return {r["id"]: Path(r["path"]).name for r in records if r["record"] == "article"}


def is_told(wanted, found) -> bool:
    return any(
        dated(event) == dated(wanted)
        and wanted.get("place") in (None, event["place"])
        and set(wanted.get("parties", ())) <= set(event["parties"])
        for event in found
    )


def test_what_was_held_is_told_with_its_day_place_and_parties(records):
    found = events(records, held=True)
    assert [wanted for wanted in EXPECTED["held"] if not is_told(wanted, found)] == []


def test_what_fell_short_of_it_is_told_so(records):
    found = {(*dated(event), event["status"]) for event in events(records, held=False)}
    wanted = {(row["kind"], row["date"], row["status"]) for row in EXPECTED["short_of_held"]}
    assert wanted - found == set()


def test_nothing_else_was_held_but_what_is_known_to_be_wrong(records):
    surplus = Counter(map(dated, events(records, held=True))) - Counter(map(dated, EXPECTED["held"]))
    known = Counter(map(dated, WRONG["held"]))
    sys.stdout.writelines(f"{row['kind']} {row['date']}: {row['right']}\n" for row in WRONG["held"])
    assert surplus - known == Counter(), "these were not held, or are told twice"
    assert known - surplus == Counter(), "these are right now: take them off known_wrong"


def test_the_words_are_of_who_said_them(records):
    names = files(records)
    said = [record for record in records if record["record"] == "statement"]
    for row in EXPECTED["said"]:
        own = [
            r for r in said if names[r["article"]] == row["file"] and row["words"] in r["evidence"]["text"]
        ]
        assert row["speaker"] in [r["speaker"] for r in own], row
        assert "stance" not in row or row["stance"] in [r["stance"] for r in own], row


def test_what_is_known_to_be_wrong_grows_no_longer():
    assert {name: len(rows) for name, rows in WRONG.items()} == MOST_WRONG


def test_nobody_speaks_in_an_article_but_who_does(records):
    names = files(records)
    found = {(names[r["article"]], r["speaker"]) for r in records if r["record"] == "statement"}
    known = {(row["file"], row["speaker"]) for row in WRONG["speakers"]}
    surplus = {(file, speaker) for file, speaker in found if speaker not in EXPECTED["speakers"][file]}
    sys.stdout.writelines(f"{row['file']}: {row['speaker']} is {row['right']}\n" for row in WRONG["speakers"])
    assert surplus - known == set(), "these say nothing there"
    assert known - surplus == set(), "these are right now: take them off known_wrong"
