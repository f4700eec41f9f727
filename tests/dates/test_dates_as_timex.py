"""The outside measure's adapter prints TIMEX3 values."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ADAPTER = Path(__file__).parents[2] / "benchmarks" / "timex.py"


@pytest.fixture(scope="module")
def timex() -> ModuleType:
    spec = importlib.util.spec_from_file_location("timex_adapter", ADAPTER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("He left on Friday.", "DATE", "2025-06-06"),
        ("He left last week.", "DATE", "2025-W23"),
        ("He left at the weekend.", "DATE", "2025-W23-WE"),
        ("He left last summer.", "DATE", "2024-SU"),
        ("sales of the third quarter of 2024", "DATE", "2024-Q3"),
        ("in the first half of 2024", "DATE", "2024-H1"),
        ("in the late 1970s", "DATE", "197"),
        ("He left Friday evening.", "TIME", "2025-06-06TEV"),
        ("at 10 p.m. Tuesday", "TIME", "2025-06-10T22:00"),
        ("They now agree.", "DATE", "PRESENT_REF"),
        ("They left recently.", "DATE", "PAST_REF"),
        ("for two weeks", "DURATION", "P2W"),
        ("in the past three months", "DURATION", "P3M"),
        ("every Monday", "SET", "P1D"),
    ],
)
def test_a_phrase_prints_its_type_and_value(text: str, kind: str, value: str, timex: ModuleType) -> None:
    ((start, end, got_kind, got),) = timex.timexes(text, timex.published_on("2025-06-11"))
    assert text[start:end].strip() == text[start:end]
    assert (got_kind, got) == (kind, value)


def test_the_ends_of_a_range_are_printed_apart(timex: ModuleType) -> None:
    found = list(timex.timexes("from 3 March to 5 April", timex.published_on("2025-06-11")))
    assert [value for *_, value in found] == ["2025-03-03", "2025-04-05"]
