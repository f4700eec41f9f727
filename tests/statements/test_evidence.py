"""Whatever a text says, the words of a statement are words of the text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reading import extraction

TOKENS = [
    "\n", "Ekre", "Quent", "said", "that", "“", "”", ",", ".", "the", "truce", "he", "told", "was",
    "according", "to", "Norland", "’s", "minister", "who", ":", "and", "—", "(", ")", "1,000", "on",
    "Monday", '"'
]  # fmt: skip
WORDS = st.sampled_from(TOKENS)


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, max_size=40))
def test_whatever_the_text_evidence_is_a_part_of_it(words):
    found = extraction(" ".join(words))
    text = found.article.text
    for statement in found.statements:
        assert statement.evidence.quote == statement.evidence.span.of(text)
        for span in (*statement.content, *(s for s in (statement.source, statement.cue) if s)):
            assert statement.evidence.span.start <= span.start < span.end <= statement.evidence.span.end
    for mention in found.mentions:
        assert all(e.quote == e.span.of(text) for e in mention.evidence)
