"""Kinds: a file says all that is true of one, and no code names one."""

import ast
from dataclasses import replace
from pathlib import Path

import pytest

import talks
from talks.checks.kinds import check_kinds
from talks.codebook import load_codebook
from talks.codebook.data import read_data, validate
from talks.codebook.kinds import KindFile, load_kinds
from talks.codebook.topics import load_topics
from talks.errors import CodebookError
from talks.kinds import Traits, kind_names, kinds_where, traits_of

ROOT = Path(talks.__file__).parent
KNOWING = ("views", "events", "statements", "names", "link", "relevance.py", "extraction.py")
NAMED_BY_PROGRAM = {"agreement"}  # a function of `link`


def modules():
    for name in KNOWING:
        path = ROOT / name
        yield from path.rglob("*.py") if path.is_dir() else (path,)


@pytest.mark.parametrize("path", list(modules()), ids=lambda path: str(path.relative_to(ROOT)))
def test_no_code_names_a_kind_or_a_topic(path):
    named = {*kind_names(), *load_topics().names} - NAMED_BY_PROGRAM
    constants = (node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Constant))
    assert not [node.value for node in constants if isinstance(node.value, str) and node.value in named]


def test_traits_are_those_that_the_checked_files_tell():
    for kind, known in load_kinds().items():
        told = {name: getattr(known.file, name) for name in Traits.model_fields}
        assert traits_of(kind) == Traits(**told)


def test_kinds_are_chosen_by_their_traits():
    assert kinds_where(lambda traits: traits.mutual) == ("prisoner_swap",)
    assert kinds_where(lambda traits: traits.rounds) == ("talks",)


def test_of_a_kind_that_was_removed_nothing_is_true():
    assert traits_of("../kinds/talks") == traits_of("removed") == Traits()


@pytest.mark.parametrize(
    ("change", "told"),
    [({"stagged": True}, "stagged"), ({"mutual": "perhaps"}, "mutual"), ({"heads": 3}, "heads")],
)
def test_an_unknown_trait_or_a_bad_value_is_refused_by_file_and_key(change, told):
    name = "kinds/talks.toml"
    with pytest.raises(CodebookError, match=f"{name}.*{told}"):
        validate(KindFile, name, read_data(name) | change)


def test_a_ledger_of_no_group_of_units_is_told():
    known = load_codebook()
    swap = known.kinds["prisoner_swap"]
    broken = replace(swap, file=swap.file.model_copy(update={"ledger": "horses"}))
    told = list(check_kinds(replace(known, kinds=known.kinds | {"prisoner_swap": broken})))
    assert told == ["kinds/prisoner_swap.toml: no group of units is called 'horses', which is its ledger"]


def test_rows_that_encounters_share_differ_only_in_who_takes_part():
    shown = {t.name: t for kind in load_kinds().values() for t in kind.triggers}
    of_leaders, of_officials = shown["summit.spoke_there"], shown["meeting.spoke_there"]
    assert (of_leaders.who, of_officials.who) == ("leaders", "officials")
    assert of_leaders.pattern.source == of_officials.pattern.source
    assert of_leaders.unless_told == of_officials.unless_told


def test_a_group_of_rows_that_does_not_exist_is_told(monkeypatch):
    monkeypatch.setattr("talks.codebook.kinds.load_encounters", dict)
    with pytest.raises(CodebookError, match=r"kinds/meeting\.toml: shared\.under_way"):
        load_kinds.__wrapped__()


def test_of_several_encounters_in_one_place_the_highest_is_meant_first():
    assert load_codebook().encounters == ("summit", "talks", "meeting")
