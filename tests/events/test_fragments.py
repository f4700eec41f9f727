"""Whatever a sentence is cut to, it is read: headlines, addresses and torn lines have no verb, or one."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reading import extraction
from talks.codebook.kinds import load_kinds

SEEDS = [path.read_text(encoding="utf-8").split() for path in sorted(Path("seeds").glob("*.txt"))]


def test_a_deal_in_a_line_without_a_verb_is_read():
    (mention,) = extraction(
        "Biggest drop of crude oil since 2020 on Norland-Sudria ceasefire agreement"
    ).mentions
    assert (mention.kind, mention.status) == ("ceasefire", "proposed")


@pytest.mark.parametrize("kind", sorted(load_kinds()))
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_any_piece_of_a_sentence_is_read(kind, data):
    words = data.draw(st.sampled_from([e.text for e in load_kinds()[kind].file.examples])).split()
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, len(words)))
    piece = " ".join(words[first:last])
    assert extraction(piece).article.text.strip() == piece


@pytest.mark.parametrize("end", ["the Sudrian", "the former Sudrian", "a Norlandic"])
def test_a_text_that_is_cut_off_behind_an_adjective_is_read(end):
    found = extraction(f"Ekre said the list was ready. Quent told reporters she would meet {end}")
    assert [statement.speaker for statement in found.statements] == ["Torvald Ekre", "Marisela Quent"]


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_any_piece_of_an_article_is_read(data):
    words = data.draw(st.sampled_from(SEEDS))
    first = data.draw(st.integers(0, len(words) - 5))
    last = data.draw(st.integers(first + 5, min(len(words), first + 150)))
    assert extraction(" ".join(words[first:last])).article.text
