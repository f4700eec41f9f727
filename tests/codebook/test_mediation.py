"""What is wrong with the patterns of mediation is told with the example, the pattern or the key."""

from dataclasses import replace
from typing import Any

import pytest

from reading import codebook
from talks.checks.mediation import check_mediation
from talks.codebook import mediation
from talks.codebook.data import read_data
from talks.codebook.mediation import FILE, Mediation, load_mediation
from talks.errors import CodebookError
from talks.patterns import compile_pattern

SWAP = "Norland and Sudria exchanged 120 prisoners."


def told(changed: Mediation) -> list[str]:
    return list(check_mediation(replace(codebook(), mediation=changed)))


def test_the_patterns_are_sound():
    assert told(load_mediation()) == []


def test_an_example_that_tells_other_mediators_is_told():
    known = load_mediation()
    wrong = known.examples[0].model_copy(update={"mediators": ("Caldor",)})
    (line,) = told(replace(known, examples=(wrong, *known.examples[1:])))
    assert line == f"{FILE}: other mediators than ['Caldor'] in the example {wrong.text!r}"


def test_a_counterexample_in_which_a_mediator_is_found_is_told():
    text = f"{SWAP} Helvaria and Caldor mediated."
    (line,) = told(replace(load_mediation(), counterexamples=(text,)))
    assert line == f"{FILE}: a mediator is found in the counterexample {text!r}"


def test_a_pattern_that_no_example_shows_is_told():
    known, source = load_mediation(), "<party> (bridged|spanned) <mod>* gap"
    patterns = (*known.patterns, compile_pattern("mediation.new", source))
    assert told(replace(known, patterns=patterns)) == [f"{FILE}: no example shows what {source!r} is for"]


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"examples": [{"text": SWAP}]}, "examples.0.mediators: Field required"),
        ({"patterns": None}, "patterns: "),
        ({"words": "mediator"}, "words: Extra inputs"),
        ({"patterns": ["<party> (mediated"]}, "mediation.1"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_by_what_is_wrong(
    changed: dict[str, Any], message: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(mediation, "read_data", lambda name: read_data(name) | changed)
    with pytest.raises(CodebookError, match=message):
        load_mediation.__wrapped__()
