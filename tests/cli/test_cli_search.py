"""`talks search`: words and phrases, in every kind of record."""

import json

import pytest


@pytest.fixture
def search(talks, read_path):
    return lambda *arguments: talks("--db", read_path, "search", *arguments)


def found(search, *arguments) -> list[dict]:
    return [json.loads(line) for line in search(*arguments, "--format", "jsonl").out.splitlines()]


def test_words_are_found_in_any_form_and_order(search):
    records = [row["record"] for row in found(search, "castrel", "talk")]
    assert {"mention", "article"} <= set(records)
    assert records == sorted(records, key=["statement", "mention", "article"].index)


def test_what_is_found_is_marked_with_its_source(search):
    out = search("second", "round", "--record", "mention").out
    assert all("⟦second⟧ ⟦round⟧" in line for line in out.splitlines())
    assert "(Polder Post, Thursday 28 March 2024)" in out
    assert "(round.txt, Tuesday 12 March 2024)" in out


@pytest.mark.parametrize(
    ("words", "is_there"), [("second round", True), ('"second round"', True), ("round second", False)]
)
def test_a_phrase_is_one_argument_or_in_quotation_marks(search, words, is_there):
    assert bool(found(search, words, "--record", "mention")) is is_there


def test_so_many_of_each_are_shown(search):
    assert len(found(search, "Norland", "--limit", "1")) == 3


def test_an_id_that_is_found_can_be_shown(search, talks, read_path):
    for row in found(search, "Norland"):
        record = "event" if row["record"] == "mention" else row["record"]
        assert talks("--db", read_path, "show", record, row["id"]).code == 0


def test_words_that_are_nowhere_are_told(search):
    done = search("zeppelin")
    assert (done.code, done.out) == (0, "")
    assert "nothing is stored that has all these words" in done.err


@pytest.mark.parametrize("words", ["", '"', "NEAR(", "-x", "*", "title:"])
def test_no_words_are_taken_for_a_query_language(search, words):
    assert search("--", words).code == 0


def test_a_record_that_is_none_is_refused(search):
    assert "did you mean statement?" in search("Norland", "--record", "statemnt").err
