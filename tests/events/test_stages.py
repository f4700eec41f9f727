"""Stages told together, each with its figure and its day, are happenings of their own beside the whole."""

from __future__ import annotations

import pytest

from talks.checks.example import invented, read_example
from talks.codebook import load_codebook
from talks.events import find_mentions

THREE = {("2024-05-23", 390), ("2024-05-24", 307), ("2024-05-25", 303)}


def told(text: str) -> set[tuple[str, int]]:
    reading = read_example(invented(load_codebook()), text)
    return {(m.when.edtf, m.counts[0].n) for m in find_mentions(reading) if m.counts}


@pytest.mark.parametrize(
    "text",
    [
        "Norland and Sudria exchanged 390 prisoners on 23 May, 307 on 24 May and 303 on 25 May.",
        "Norland and Sudria exchanged 390, 307 and 303 prisoners on 23, 24 and 25 May.",
        "Norland and Sudria exchanged prisoners in three stages (390, 307 and 303 on each side)"
        " on 23, 24 and 25 May.",
        "Norland and Sudria exchanged 390 prisoners on 23 May, another 307 on 24 May"
        " and a further 303 on 25 May.",
    ],
)
def test_every_stage_has_its_own_figure_and_day(text):
    assert told(text) == THREE


@pytest.mark.parametrize(
    "text",
    [
        "The talks led to an exchange of a thousand for a thousand between Norland and Sudria, carried out in"
        " three stages (390, 307 and 303 on each side) on 23, 24 and 25 May.",
        "Norland and Sudria each freed 390 prisoners on 23 May, 307 on 24 May and 303 on 25 May, completing"
        " the exchange of 1,000 for 1,000.",
    ],
)
def test_the_whole_is_told_beside_its_stages(text):
    assert told(text) == {*THREE, ("2024-05-23/2024-05-25", 1000)}


def test_the_whole_and_its_first_stage_begin_on_one_day_and_are_two_records():
    text = (
        "The talks led to an exchange of a thousand for a thousand between Norland and Sudria, carried out in"
        " three stages (390, 307 and 303 on each side) on 23, 24 and 25 May."
    )
    found = find_mentions(read_example(invented(load_codebook()), text))
    assert len({mention.id for mention in found}) == len(found)


def test_figures_of_both_sides_are_no_stages():
    text = "On 23 May Norland freed 390 prisoners and Sudria 307; the talks ended on 25 May."
    assert {day for day, _ in told(text)} == {"2024-05-23"}


def test_the_day_of_the_deal_is_that_of_no_stage():
    text = (
        "Norland and Sudria, which agreed on 16 May to free 1,000 prisoners, exchanged 390 of them on 23 May."
    )
    assert ("2024-05-16", 1000) not in told(text)
