"""Text into paragraphs, sentences, quotations and tokens: always as offsets into the same text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talks.text import find_paragraphs, find_quotations, normalise, split_sentences, tokenise

SHORT = frozenset({"mr", "mrs", "gen", "a.m", "u.s", "No"})
OPENERS = frozenset({"the", "it"})
ANYTHING = st.text(
    alphabet=st.sampled_from("abcNS .,!?\"'“”‘’«»-–—\n\t12:;()ё\u200b\u202e\x00"), max_size=200
)


def sentences(text: str) -> list[str]:
    return [text[a:b] for a, b in split_sentences(text, 0, len(text), SHORT, openers=OPENERS)]


def quotations(text: str) -> list[str]:
    return [text[q.start : q.end] for q in find_quotations(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met. They left.", ["They met.", "They left."]),
        ("Mr. Ekre met Gen. Delgast. They left.", ["Mr. Ekre met Gen. Delgast.", "They left."]),
        ("It took 3.5 hours. Nobody left.", ["It took 3.5 hours.", "Nobody left."]),
        ("Did they meet? They did!", ["Did they meet?", "They did!"]),
        ("“It is over.” He left.", ["“It is over.”", "He left."]),
        ("The U.S. delegation left.", ["The U.S. delegation left."]),
        ("They left the U.S. The talks began.", ["They left the U.S.", "The talks began."]),
        ("It began at 9 a.m. It ended soon.", ["It began at 9 a.m.", "It ended soon."]),
        ("It began at 9 a.m. Castrel time.", ["It began at 9 a.m. Castrel time."]),
        ("Gen. A. The was there.", ["Gen. A. The was there."]),
        ("Ekre wrote on X. Quent replied there.", ["Ekre wrote on X.", "Quent replied there."]),
        (
            "It was a post on the platform X. Nobody read it.",
            ["It was a post on the platform X.", "Nobody read it."],
        ),
        ("They met Jonas X. Delgast there.", ["They met Jonas X. Delgast there."]),
        ("“We met,” he said. “We left.”", ["“We met,” he said.", "“We left.”"]),
        ("They met.They left.", ["They met.", "They left."]),  # the page has lost a blank
        ("See harvik.gov and Dr.Ekre.", ["See harvik.gov and Dr.Ekre."]),
        ("They met in Castrel.They went on in Dravo.", ["They met in Castrel.", "They went on in Dravo."]),
        ('He said: "It is over."Quent left.', ['He said: "It is over."', "Quent left."]),
        ("It stood on dravo.nl and nowhere else.", ["It stood on dravo.nl and nowhere else."]),
    ],
)
def test_sentences(text, expected):
    assert sentences(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "yes" and "no".', ['"yes"', '"no"']),
        ("He said “a ‘small’ step”.", ["“a ‘small’ step”"]),
        ("Norland's envoy said it's over.", []),
        ("He said 'the end' of Norland's war.", ["'the end'"]),
        ("«Oui», he said.", ["«Oui»"]),
        ("He said “it goes on", ["“it goes on"]),
        ("“It is over,“ he said. “It is not.“", ["“It is over,“", "“It is not.“"]),
        ("He said: “It is, “all in all”, over.", ["“It is, “all in all”"]),
        ('He said: "It is over."Quent left.', ['"It is over."']),
    ],
)
def test_quotations(text, expected):
    assert quotations(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norland's army", ["Norland", "'s", "army"]),
        ("6,000 at 18.30", ["6,000", "at", "18.30"]),
        ("the U.S. isn't", ["the", "U.S.", "is", "n't"]),
        ("1,000-for-1,000", ["1,000", "-", "for", "-", "1,000"]),
        ("Mr. Ekre", ["Mr.", "Ekre"]),
    ],
)
def test_tokens(text, expected):
    assert tokenise(text, SHORT).words == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("One.\r\nTwo.\r\n", "One.\nTwo."),
        ("a\u00a0b", "a b"),
        ("zero\u200bwidth", "zerowidth"),
        ("null\x00", "null"),
        ("e\u0301", "é"),
        ("Envoys meet in\nCastrel and in\nthe hills", "Envoys meet in\nCastrel and in the hills"),
        ("Envoys meet\ndate 2024-06-03\n\nThey met.", "Envoys meet\ndate 2024-06-03\n\nThey met."),
        ("Envoys meet\ndate: 3 June 2024", "Envoys meet\ndate: 3 June 2024"),
        ("Envoys met\non the 3rd of June", "Envoys met on the 3rd of June"),
    ],
)
def test_normalising_leaves_one_way_to_write_a_thing(raw, expected):
    assert normalise(raw) == expected


@given(ANYTHING)
def test_normalising_twice_is_normalising_once(raw):
    assert normalise(normalise(raw)) == normalise(raw)


@given(ANYTHING)
def test_tokens_are_the_text_they_stand_for_in_order(raw):
    text = normalise(raw)
    tokens = tokenise(text, SHORT)
    assert [text[a:b] for a, b in zip(tokens.starts, tokens.ends, strict=True)] == tokens.words
    assert all(a < b for a, b in zip(tokens.starts, tokens.ends, strict=True))
    assert all(end <= start for end, start in zip(tokens.ends, tokens.starts[1:], strict=False))


@given(ANYTHING)
def test_paragraphs_and_sentences_lie_in_order_and_apart(raw):
    text = normalise(raw)
    last = 0
    for line in find_paragraphs(text):
        assert last <= line.start < line.end <= len(text)
        for start, end in split_sentences(text, line.start, line.end, SHORT):
            assert last <= start < end <= line.end
            last = end
        last = line.end


@given(ANYTHING)
def test_quotations_lie_apart_and_hold_what_is_inside(raw):
    text = normalise(raw)
    last = 0
    for quote in find_quotations(text, 0, len(text)):
        assert last <= quote.start <= quote.inner_start <= quote.inner_end <= quote.end <= len(text)
        last = quote.end


def test_a_line_that_ends_with_a_word_for_another_goes_on():
    wide = "In May, a truce of one week was brokered by the governments of Caldor and"
    assert normalise(f"{wide}\nHelvaria in Castrel.") == f"{wide} Helvaria in Castrel."
    assert (
        normalise("Support us! Sign in\nFive hours in Castrel")
        == "Support us! Sign in\nFive hours in Castrel"
    )
