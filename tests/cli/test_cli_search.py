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
    assert "(Polder Post, Thursday 28 March 2024; also m" in out
    assert "(round.txt, Tuesday 12 March 2024)" in out


def test_words_that_several_records_were_read_from_are_shown_once_with_all_ids(search):
    asked = ("second", "round", "--record", "mention")
    screen, rows = search(*asked).out, found(search, *asked)
    places = {(row["article"], row["text"]) for row in rows}
    assert len(screen.splitlines()) == len(places) < len(rows)
    assert all(screen.count(row["id"][:8]) == 1 for row in rows)


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


@pytest.mark.parametrize("words", ["", " ", '"', "*"])
def test_no_word_at_all_is_refused(search, words):
    done = search("--", words)
    assert (done.code, done.out) == (2, "")
    assert "there is no word to look for" in done.err


@pytest.mark.parametrize("words", ["NEAR(", "-x", "title:", '"unclosed'])
def test_no_words_are_taken_for_a_query_language(search, words):
    assert search("--", words).code == 0


def test_a_record_that_is_none_is_refused(search):
    assert "did you mean statement?" in search("Norland", "--record", "statemnt").err


def test_filters_leave_what_they_are_of(search):
    everything = found(search, "Norland")
    said = found(search, "Norland", "--topic", "prisoners", "--topic", "talks")
    assert said == [row for row in everything if row in said]
    assert {row["record"] for row in said} == {"statement"}
    kinds = found(search, "round", "--kind", "talks")
    assert {row["record"] for row in kinds} == {"mention"}
    assert found(search, "round", "--party", "Norland", "--since", "2031") == []


@pytest.mark.parametrize("outlet", ["Polder Post", "polder post"])
def test_an_outlet_is_found_whatever_its_case(search, outlet):
    rows = found(search, "round", "--outlet", outlet)
    assert rows
    assert len({row["article"] for row in rows}) == 1


def test_a_range_is_of_publication_for_articles(search):
    dates = ("--since", "2024-03-20", "--until", "2024-03")
    early = {row["article"] for row in found(search, "round", "--record", "article")}
    late = {row["article"] for row in found(search, "round", "--record", "article", *dates)}
    assert late < early
    assert late


def test_a_filter_that_names_nothing_is_refused(search):
    assert "did you mean talks?" in search("round", "--kind", "talk").err
    assert "there is no such outlet" in search("round", "--outlet", "Zeppelin Zeitung").err


def test_what_the_filters_left_out_is_told(search):
    assert "and passes the filters" in search("round", "--until", "1999").err


def test_kinds_are_named_as_on_the_screen_too(search):
    assert found(search, "round", "--kind", "talks", "--kind", "swap") == found(
        search, "round", "--kind", "talks", "--kind", "prisoner_swap"
    )
