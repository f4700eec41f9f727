"""What a text before a seam names is told line by line as it is told at once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from talks.codebook.seams import load_seam_signs
from talks.pages.starts import Before, start_of

WORDS = st.sampled_from(
    ["Anna", "Berg", "Ekre", "said", "On", "O’Neil", "van", "Dravo.", "“Quent”", "the", "X", "Ä"]
)
LINES = st.lists(st.lists(WORDS, max_size=6).map(" ".join), min_size=1, max_size=8)
GAPS = st.sampled_from(["\n", "\n\n", "\n   ", "\n\n\n"])


@given(LINES, GAPS)
def test_names_told_line_by_line_are_those_told_at_once(lines, gap):
    text, ends, at = gap.join(lines), [], 0
    for line in lines:
        at += len(line) + len(gap)
        ends.append(min(at, len(text)))
    before = Before(text)
    assert [before.named_by(end) for end in ends] == [Before(text).named_by(end) for end in ends]
    assert [Before(text[:end]).named_by(end) for end in ends] == [Before(text).named_by(end) for end in ends]


def test_a_text_leans_on_whom_only_the_one_before_names_in_full():
    before = Before("The envoy is called Anna Berg. She left on Monday.\n\n")
    after = "In the evening the envoy Berg was back in Harvik."
    assert start_of(before, len(before.text), after, load_seam_signs()) == "leaning"
    assert start_of(Before("The envoy left.\n\n"), 16, after, load_seam_signs()) is None
