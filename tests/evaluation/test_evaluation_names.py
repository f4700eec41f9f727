"""When two names are of one speaker."""

import pytest

from talks.evaluation.alike import plain_text, same_name, same_speaker


@pytest.mark.parametrize(
    ("gold", "got", "same"),
    [
        ("Gunnvor Ask", "Ask", True),
        ("Gunnvor Ask", "G. Ask", True),
        ("Gunnvor Ask", "Torvald Ask", False),
        ("Continental Relief Committee", "CRC", True),
        ("Sudrian delegation", "Sudrian side", True),
        ("Sudria", "Sudrian government", True),
        ("Sudria", "Norland", False),
        ("Foreign Ministry of Norland", "Norland", True),
        ("Foreign Ministry of Norland", "Foreign Ministry of Sudria", False),
        ("Ingra Sollbakk", None, False),
    ],
)
def test_a_shorter_name_is_of_the_same_speaker(gold, got, same):
    assert same_speaker(gold, got) is same


def test_accents_articles_and_spellings_make_no_other_name():
    assert same_name("Türkiye", "Turkey")
    assert same_name("The Helvarian Chancellery", "Helvarian chancellery")
    assert not same_name("Castrel", None)


def test_quotes_dashes_and_blanks_make_no_other_text():
    assert plain_text("“Now”\n – or  &amp; never") == '"now" - or & never'
