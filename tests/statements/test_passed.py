"""Words that reach the reader by way of others: cited, pointed back at, quoted in formats of agencies."""

import pytest

from reading import said

EKRE, DELGAST = "Torvald Ekre", "Ramiro Delgast"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Lakeside Agency quoted Torvald Ekre as saying the list was ready.",
            [(EKRE, "the list was ready")],
        ),
        ("Ekre “stressed the need for a longer truce.”", [(EKRE, "the need for a longer truce")]),
        (
            "A Norlandic official familiar with the list told Ekre, though, that it was ready.",
            [("Norlandic official", "that it was ready")],
        ),
        (
            "According to a statement issued by the Stone House, the list was ready.",
            [("Stone House", "the list was ready")],
        ),
        (
            "According to the spokesman for Norland and the north, Torvald Ekre, the list was ready.",
            [(EKRE, "the list was ready")],
        ),
    ],
)
def test_words_are_credited_to_those_who_said_them(text, expected):
    assert said(text) == expected


def test_an_agency_passes_on_whom_it_cites():
    assert said("The list was ready, Lakeside Agency reported, citing Norlandic officials.") == [
        ("Norlandic officials", "The list was ready")
    ]
    assert said("Lakeside Agency reported, citing Norlandic officials, that the list was ready.") == [
        ("Norlandic officials", "that the list was ready")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The list is ready. This was reported by Torvald Ekre.", [(EKRE, "The list is ready.")]),
        ("The list is ready.\n\nTorvald Ekre announced this on Monday.", [(EKRE, "The list is ready.")]),
        (
            "The list is ready. This was stated by President of Sudria Marisela Quent, says Harvik Dagpost.",
            [("Marisela Quent", "The list is ready.")],
        ),
        ("Delgast said the list was ready. This was reported by Ekre.", [(DELGAST, "the list was ready")]),
        ("The list is ready. This map was drawn by Torvald Ekre.", []),
        ("A heading\n\nThis was reported by Torvald Ekre.", []),
    ],
)
def test_a_sentence_that_is_pointed_back_at_is_credited(text, expected):
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Delgast said the list was ready. Ekre denied it.", [DELGAST, EKRE]),
        ("Delgast said the list was ready. This was denied by Ekre.", [DELGAST, EKRE]),
        ("The list was ready. This was denied by Ekre and Delgast.", [EKRE, DELGAST]),
        ("Delgast said the list was ready. He did not deny it.", [DELGAST]),
        ("The list was ready. Neither Ekre nor Delgast denied it.", []),
        ("Ekre denied it.", []),
    ],
)
def test_what_is_denied_stands_before(text, expected):
    found = said(text)
    assert [speaker for speaker, _ in found] == expected
    assert all("the list was ready" in words.lower() for _, words in found)


def test_a_call_is_what_is_denied_and_not_what_it_is_for():
    assert said("Delgast called for a truce. This was denied by Ekre.")[0] == (
        EKRE,
        "Delgast called for a truce.",
    )


def test_announced_quotations_are_those_of_whoever_spoke_last():
    told = "Ekre said the list was ready.\n\nQuote: “It has two parts.”"
    assert said(told) == [(EKRE, "the list was ready"), (EKRE, "“It has two parts.”")]
    assert said("Quote from Ramiro Delgast: “It has two parts.”") == [(DELGAST, "“It has two parts.”")]


def test_a_quotation_runs_over_paragraphs_to_its_closing_mark():
    told = said('Ekre said: "The list is ready.\n\nIt has two parts.\n\nBoth are long." He left.')
    assert {speaker for speaker, _ in told} == {EKRE}
    assert "Both are long." in told[-1][1]


def test_a_sentence_behind_a_capital_is_the_report_not_its_words():
    report = (
        "Harvik: In a key step the two delegations from the north and the south met in the hall on Monday."
    )
    assert said(report) == []
    assert said("Harvik: the list is ready") == [("Norland", "the list is ready")]


def test_a_town_that_nobody_knows_before_a_report_says_nothing():
    report = "QUEL SARN: Sudria called on Norland on Thursday to return two soldiers caught in May."
    assert [speaker for speaker, _ in said(report)] == ["Sudria"]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("“It is over,” said Gunnvor Ask, according to the Foreign Ministry.", ["Gunnvor Ask"]),
        ("“It is over,” said Gunnvor Ask, according to a report by Lakeside.", ["Gunnvor Ask"]),
        ("According to the Stone House, Ask told them that it was over.", ["Stone House", "Gunnvor Ask"]),
        ("The office of President Halvard Stenmoe said it was over.", ["Stone House"]),
        ("Norland struck what it said were depots.", []),
        ("Quent spoke with Stenmoe on Monday ahead of the talks.", []),
        ("Quent spoke of the talks on Monday.", ["Marisela Quent"]),
        ("Mohan Abdul-Rish was there. “It is over,” Abdulrish said.", ["Mohan Abdul-Rish"]),
        ("Norland’s Minister of Strategic Industries Torben Lisk said it was over.", ["Torben Lisk"]),
    ],
)
def test_who_speaks_is_told_from_who_or_what_only_stands_by(text, speakers):
    assert [speaker for speaker, _ in said(text)] == speakers


def test_the_ministry_is_the_one_told_of_before():
    told = said(
        "The Norlandic Foreign Ministry said the list was ready. The ministry added that it was long."
    )
    assert [speaker for speaker, _ in told] == ["Norlandic Foreign Ministry"] * 2


def test_the_statement_goes_on_with_the_words_of_whoever_gave_it():
    told = said("The Norlandic Foreign Ministry said the list was ready. “It is long,” the statement added.")
    assert [speaker for speaker, _ in told] == ["Norlandic Foreign Ministry"] * 2


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "The Norlandic Foreign Ministry said it was ready. The Norlandic ministry said it was long.",
            ["Norlandic Foreign Ministry", "Norlandic Foreign Ministry"],
        ),
        ("Sources in the Norlandic government said the list was ready.", ["Sources"]),
    ],
)
def test_an_office_is_named_by_what_its_phrase_tells(text, speakers):
    assert [speaker for speaker, _ in said(text)] == speakers


@pytest.mark.parametrize(
    "text",
    [
        "The list was ready. This was reported by the Interlak news agency, citing Torvald Ekre.",
        "Earlier, and citing Ekre, the Interlak news agency had reported that the list was ready.",
    ],
)
def test_who_is_cited_speaks_through_an_agency(text):
    assert [speaker for speaker, _ in said(text)] == ["Torvald Ekre"]
