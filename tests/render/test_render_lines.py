"""Rows on paper: wrapping where there is a width, nothing but text reaching the terminal."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talks.render.harmless import harmless, width_of
from talks.render.lines import Cell, Paper, Row, Word, plain, styled, text_width, wrap

ANSI = re.compile(r"\x1b\[[0-9;]*m")
ROW = Row((Cell(plain("Mon  2"), 10),), plain("Norland and Sudria swap 120 prisoners each"), plain("3 e12"))


def test_without_a_width_nothing_is_wrapped_and_the_body_comes_last():
    assert list(Paper().write(ROW)) == ["Mon  2     3 e12  Norland and Sudria swap 120 prisoners each"]


def test_with_a_width_the_body_wraps_beside_its_columns():
    assert list(Paper(40).write(ROW)) == [
        "Mon  2     Norland and Sudria      3 e12",
        "           swap 120 prisoners",
        "           each",
    ]


def test_words_that_are_too_long_for_their_column_stand_beneath_one_another():
    date = (Word("23 May – "), Word("23 Jun"))
    row = Row((Cell(date, 10), Cell(plain("●"), 1)), plain("Norland and Sudria swap prisoners"), plain("e12"))
    assert list(Paper(40).write(row)) == [
        "23 May –   ● Norland and Sudria      e12",
        "23 Jun       swap prisoners",
    ]
    assert list(Paper(60).write(row))[1:] == ["23 Jun"]
    assert list(Paper().write(row)) == ["23 May – 23 Jun ● e12  Norland and Sudria swap prisoners"]


def test_colours_change_no_column():
    row = Row((Cell(styled("●", "held"), 1),), styled("a truce", "bold"), styled("3", "dim"))
    (painted,) = Paper(30, colour=True).write(row)
    assert painted != (bare := next(Paper(30).write(row)))
    assert ANSI.sub("", painted) == bare


def test_styles_meet_without_a_break_between_them():
    text = (Word("aaaa bbbb", "bold"), Word(":"), Word(" cccc"))
    assert ["".join(word.text for word in line) for line in wrap(text, 9)] == ["aaaa", "bbbb:", "cccc"]


@pytest.mark.parametrize(
    ("text", "width"),
    [("abc", 3), ("é", 1), ("e\u0301", 1), ("日本", 4), ("●", 1), ("≈ 12", 4), ("Türkiye", 7)],
)
def test_widths_are_those_of_a_terminal(text, width):
    assert width_of(text) == width


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "␛[31mred"),
        ("a\x00b", "a␀b"),
        ("x\x7f", "x␡"),
        ("left\u202eright", "left⟨202E⟩right"),
        ("\u2066hidden\u2069", "⟨2066⟩hidden⟨2069⟩"),
        ("\x9b31m", "⟨009B⟩31m"),
        ("two\nlines", "two␊lines"),
        ("half\ud800", "half⟨D800⟩"),
        ("tag\U000e0041", "tag⟨E0041⟩"),
        ("[bold]not markup[/bold]", "[bold]not markup[/bold]"),
        ("Київ “цитата” Türkiye", "Київ “цитата” Türkiye"),
    ],
)
def test_what_steers_a_terminal_is_shown_as_text(text, shown):
    assert harmless(text) == shown


@given(st.text(alphabet=st.characters()), st.sampled_from([None, 1, 20, 80]), st.booleans())
def test_no_text_steers_the_terminal(text, width, colour):
    row = Row((Cell((Word(text, "bold"),), 8),), (Word(text, "italic"),), (Word(text[:5], "dim"),))
    for line in Paper(width, colour).write(row):
        assert harmless(ANSI.sub("", line)) == ANSI.sub("", line)


@given(st.lists(st.tuples(st.text("abc ●日\u0301", max_size=12), st.sampled_from(["", "bold"])), max_size=6))
def test_wrapping_loses_only_blanks_and_fits(words):
    text = tuple(Word(*word) for word in words)
    lines = wrap(text, 10)
    assert all(text_width(line) <= 10 for line in lines)
    kept = "".join(word.text for line in lines for word in line)
    assert kept.replace(" ", "") == "".join(word for word, _ in words).replace(" ", "")
