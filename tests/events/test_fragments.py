"""Whatever a sentence is cut to, it is read: headlines, addresses and torn lines have no verb, or one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reading import extraction
from talks.codebook.kinds import load_kinds


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
