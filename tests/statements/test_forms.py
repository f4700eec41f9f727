"""Who said what in other forms than the report: tickers, headlines, commentary, reference works."""

import pytest

from reading import extraction


def said(text: str) -> list[tuple[str | None, str]]:
    """Return speaker and words of each statement."""
    article = extraction(text)
    return [
        (s.speaker, " … ".join(c.of(article.article.text) for c in s.content)) for s in article.statements
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ekre on the memorandum: “A modest paper.”", [("Torvald Ekre", "“A modest paper.”")]),
        ("Ekre, the spokesman: the list is ready.", [("Torvald Ekre", "the list is ready.")]),
        ("19:52 | Ekre (in Castrel): the list is ready.", [("Torvald Ekre", "the list is ready.")]),
        (
            "The truce held in Dravo. Ekre: “The list is ready.”",
            [("Torvald Ekre", "“The list is ready.”")],
        ),
        ("19:15 The truce has ended – Torvald Ekre", [("Torvald Ekre", "The truce has ended")]),
        ("“The list is ready” — Ekre", [("Torvald Ekre", "“The list is ready”")]),
        ("Stenmoe in Castrel: the day in pictures", []),
        ("This is the legacy of President Stenmoe: the truce is broken.", []),
        ("They took the road from Harvik – and met Ekre.", []),
    ],
)
def test_a_label_or_credit_names_the_speaker_of_a_line(text, expected):
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ekre made it clear that the list was ready.", [("Torvald Ekre", "that the list was ready")]),
        ("Ekre let it be known that the list was ready.", [("Torvald Ekre", "that the list was ready")]),
        ("Ekre let us know that the list was ready.", [("Torvald Ekre", "that the list was ready")]),
        ("The list was ready, Ekre made clear.", [("Torvald Ekre", "The list was ready")]),
        ("Ekre is sceptical that the list is ready.", [("Torvald Ekre", "that the list is ready")]),
        ("Ekre was heard to say that the list was ready.", [("Torvald Ekre", "that the list was ready")]),
        ("Ekre claimed to have seen the list.", [("Torvald Ekre", "to have seen the list")]),
        ("Ekre dismissed it as “a joke”.", [("Torvald Ekre", "“a joke”")]),
        ("Ekre is enjoying the talks in Castrel.", []),
        ("The guards let them pass.", []),
    ],
)
def test_words_are_credited_without_a_verb_of_saying(text, expected):
    assert said(text) == expected
