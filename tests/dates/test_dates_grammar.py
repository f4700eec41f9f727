"""The data file: its rules find what their examples say, and a broken one is refused by name."""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from talks.codebook.data import read_data
from talks.dates import EVERY_KIND, DateContext, DateGrammar, find_dates, load_grammar, resolve
from talks.dates.grammar import build_grammar
from talks.dates.lexicon import Example, Rule
from talks.errors import CodebookError

RULES = [compiled.rule for compiled in load_grammar().rules]
EXAMPLES = [pytest.param(r, e, id=f"{r.name}-{n}") for r in RULES for n, e in enumerate(r.examples)]
COUNTEREXAMPLES = [
    pytest.param(r, t, id=f"{r.name}-{n}") for r in RULES for n, t in enumerate(r.counterexamples)
]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_a_rule_finds_its_example(
    rule: Rule, example: Example, grammar: DateGrammar, context: Callable[..., DateContext]
) -> None:
    text = re.sub(r"[\[\]]", "", example.text)
    every = find_dates(text, grammar=grammar, kinds=EVERY_KIND)
    assert f"dates.{rule.name}" in {phrase.rule for phrase in every}
    phrases = [phrase for phrase in every if phrase.kind == rule.kind]
    assert [text[p.start : p.end] for p in phrases] == re.findall(r"\[(.*?)\]", example.text)
    told = context(example.published, example.tense, example.previous)
    dates = " ".join(resolve(p, told).edtf or "" for p in phrases).strip() or None
    assert dates == example.edtf


@pytest.mark.parametrize(("rule", "text"), COUNTEREXAMPLES)
def test_a_rule_finds_nothing_in_its_counterexample(rule: Rule, text: str, grammar: DateGrammar) -> None:
    found = find_dates(text, grammar=grammar, kinds=EVERY_KIND)
    assert f"dates.{rule.name}" not in {phrase.rule for phrase in found}


def test_every_rule_has_examples_and_a_name_of_its_own() -> None:
    assert [rule.name for rule in RULES if not rule.examples] == []
    assert len({rule.name for rule in RULES}) == len(RULES)


def test_the_grammar_is_loaded_once() -> None:
    assert load_grammar() is load_grammar()


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"means": "astrology"}, "astrology"),
        ({"pattern": "day:PLANET"}, "PLANET"),
        ({"pattern": "( day:DAY"}, "does not compile"),
        ({"pattern": "day:DAY §! 5"}, "means nothing"),
        ({"head": ["planet"]}, "planet"),
        ({"kind": "epoch"}, "kind"),
        ({"counterexamples": []}, "counterexamples"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_a_broken_rule_is_refused_by_name(change: dict[str, Any], told: str) -> None:
    data = deepcopy(read_data("lexicon/dates-en.toml"))
    data["rule"][0] |= change
    with pytest.raises(CodebookError, match=re.escape(told)) as error:
        build_grammar(data, where="lexicon/dates-xx.toml")
    assert "lexicon/dates-xx.toml" in str(error.value)
