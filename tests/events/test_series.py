"""Rounds and other happenings listed by their days are one each, with the place told beside the day."""

from __future__ import annotations

import pytest

from talks.checks.example import invented, read_example
from talks.codebook import load_codebook
from talks.events import find_mentions

Row = tuple[str, str, str | None]


def told(text: str) -> set[Row]:
    reading = read_example(invented(load_codebook()), text)
    return {(m.kind, m.when.edtf, m.place) for m in find_mentions(reading)}


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Norland and Sudria spoke of it at the three meetings held in Castrel on 3 April, 7 April and"
            " 9 April and again in Dravo on 29 April.",
            {("talks", f"2024-04-{day}", "Castrel") for day in ("03", "07", "09")}
            | {("talks", "2024-04-29", "Dravo")},
        ),
        (
            "Norland and Sudria talk. The first two rounds, on 3 April and 2 May, were held in Castrel.",
            {("talks", "2024-04-03", "Castrel"), ("talks", "2024-05-02", "Castrel")},
        ),
    ],
)
def test_each_listed_by_its_day_stands_for_itself(text, rows):
    assert rows <= told(text)


def test_the_day_that_a_round_is_called_by_is_not_that_of_what_it_led_to():
    rows = told("The round of 3 April led to an exchange of 400 prisoners between Norland and Sudria.")
    assert ("talks", "2024-04-03", None) in rows
    assert not any(kind == "prisoner_swap" and when == "2024-04-03" for kind, when, _ in rows)


def test_a_night_of_a_date_is_no_other_thing():
    assert told("In the night of 3 April Norland and Sudria exchanged 400 prisoners.") == {
        ("prisoner_swap", "2024-04-03", None)
    }


def test_the_last_time_is_when_they_met():
    assert told("Norland and Sudria disagree. The delegations have not seen each other since April.") == {
        ("talks", "2024-04", None)
    }


def test_a_figure_that_crosses_is_a_stage_of_the_exchange_told_before():
    rows = told(
        "Norland and Sudria will exchange 240 prisoners each in three stages. A hundred crossed from each"
        " bank on Wednesday. Sixty are to follow on Saturday."
    )
    assert {when for kind, when, _ in rows if kind == "prisoner_swap" and when} == {
        "2024-06-12",
        "2024-06-15",
    }


def test_what_stands_beyond_a_semicolon_is_of_something_else():
    rows = told(
        "The round of 3 April between Norland and Sudria led to an exchange of 400 prisoners, carried out on"
        " 5 April; the round of 2 May, to the return of the dead: 120 bodies were handed over on 9 May."
    )
    assert {row[:2] for row in rows} == {
        ("talks", "2024-04-03"),
        ("talks", "2024-05-02"),
        ("prisoner_swap", "2024-04-05"),
        ("repatriation", "2024-05-09"),
    }


def test_a_day_and_what_happened_then_belong_together():
    rows = told(
        "Norland and Sudria disagree. Two exchanges of prisoners were carried out this month: on the 3rd,"
        " when 150 soldiers came home at Castrel, and on the 10th, when a further 61 wounded"
        " were carried over."
    )
    assert {row for row in rows if row[0] == "prisoner_swap"} == {
        ("prisoner_swap", "2024-06-03", "Castrel"),
        ("prisoner_swap", "2024-06-10", None),
    }
