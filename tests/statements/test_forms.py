"""Who said what in other forms than the report: tickers, headlines, commentary, reference works."""

import pytest

from reading import said


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
        ("Ekre put it more bluntly: the list was ready.", [("Torvald Ekre", "the list was ready")]),
        ("Ekre put it aside: the list was ready.", []),
        ("On Monday, Ekre related, he had seen her.", [("Torvald Ekre", "On Monday … he had seen her")]),
        ("Sixty men from each side, says Ekre.", [("Torvald Ekre", "Sixty men from each side")]),
        ("Ten men, two nurses and others, says Ekre.", [("Torvald Ekre", "Ten men, two nurses and others")]),
        ("Ten guards, said Ekre, were late.", []),
        ("Ten reporters waited in the hall, and told Ekre.", []),
        ("Ekre says 309.", [("Torvald Ekre", "309")]),
        ("Ekre calls that unacceptable.", [("Torvald Ekre", "unacceptable")]),
        ("Ekre found that entirely unfair.", [("Torvald Ekre", "entirely unfair")]),
        ("Ekre waved the offer away as a joke.", [("Torvald Ekre", "the offer away as a joke")]),
        ("Ekre brushed the crumbs aside.", []),
        ("Ekre warned against hoping for a truce.", [("Torvald Ekre", "against hoping for a truce")]),
        ("Ekre is enjoying the talks in Castrel.", []),
        ("The guards let them pass.", []),
    ],
)
def test_words_are_credited_without_a_verb_of_saying(text, expected):
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was, Ekre says, a day of commas.", [("Torvald Ekre", "It was … a day of commas")]),
        (
            "One should not, said Ekre, mistake a booking for an arrival.",
            [("Torvald Ekre", "One should not … mistake a booking for an arrival")],
        ),
        (
            "“The list,” Ekre remarked when he was shown it, “is ready.”",
            [("Torvald Ekre", "“The list,” … “is ready.”")],
        ),
        ("“The list is ready,” Ekre said when they met.", [("Torvald Ekre", "“The list is ready,”")]),
        (
            "The committee’s head of operations, Anna Berg, called for a truce.",
            [("Anna Berg", "for a truce")],
        ),
        (
            "The head of the Norlandic delegation, Presidential Adviser Anna Berg, called for a truce.",
            [("Anna Berg", "for a truce")],
        ),
        (
            "Sudria accused Norland of losing the list, a charge that Norland denied.",
            [("Sudria", "Norland of losing the list"), ("Norland", "a charge")],
        ),
        (
            "Sudria says Norland lost the list, a claim Norland denies.",
            [("Sudria", "Norland lost the list"), ("Norland", "a claim")],
        ),
        ("Ekre considers the list unacceptable.", [("Torvald Ekre", "the list unacceptable")]),
        (
            "Ekre said that the list was old. There could be no truce before June.",
            [
                ("Torvald Ekre", "that the list was old"),
                ("Torvald Ekre", "There could be no truce before June."),
            ],
        ),
        (
            "Ekre said that the list was old. The talks ended at noon.",
            [("Torvald Ekre", "that the list was old")],
        ),
        (
            "Ekre says that the list is old. The talks would end at noon.",
            [("Torvald Ekre", "that the list is old")],
        ),
    ],
)
def test_words_go_on_behind_and_before_their_attribution(text, expected):
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Stenmoe and Varga said that the list was old.", {"Halvard Stenmoe", "Anselm Varga"}),
        (
            "Stenmoe, Varga and Ask said that the list was old.",
            {"Halvard Stenmoe", "Anselm Varga", "Gunnvor Ask"},
        ),
        (
            "Stenmoe, Varga, and Ask said that the list was old.",
            {"Halvard Stenmoe", "Anselm Varga", "Gunnvor Ask"},
        ),
        ("In Harvik, Varga and Ask said that the list was old.", {"Anselm Varga", "Gunnvor Ask"}),
        ("Last week, Varga and Ask said that the list was old.", {"Anselm Varga", "Gunnvor Ask"}),
    ],
)
def test_each_of_those_named_together_is_credited(text, speakers):
    assert {speaker for speaker, _ in said(text)} == speakers


def test_he_of_an_answer_is_whom_the_question_names():
    text = "Quent met Varga.\n\nQ: And President Stenmoe?\n\nA: He said that the list was old."
    assert said(text) == [("Halvard Stenmoe", "that the list was old")]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("There had been “no list worth the name so far” in Harvik.", ["Torvald Ekre"] * 2),
        ("There had been “no list” in Harvik.", ["Torvald Ekre"]),
        ("For Delgast there were “no names on it that he knew”.", ["Torvald Ekre"]),
    ],
)
def test_a_sentence_that_quotes_goes_on_with_the_words_of_whoever_spoke_last(text, speakers):
    assert [speaker for speaker, _ in said(f"The list was long, Ekre said. {text}")] == speakers


@pytest.mark.parametrize(
    "text",
    [
        "10:10 GMT 02.02.2024 (Updated: 10:24 GMT 02.02.2024)",
        "Halvard Stenmoe and Marisela Quent (Photo: Osvin Krag / LPA)",
        "Updated: 10:24 GMT 02.02.2024 in Harvik",
        "WAR UPDATES: Army sends envoys to Castrel as fighting goes on",
    ],
)
def test_a_word_before_a_time_or_a_photographers_name_speaks_to_nobody(text):
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The truce, to which Ekre had announced his approval, was over. Ekre said so.",
            [],
        ),
        ("The list was long. Ekre said this during a visit to Castrel.", ["The list was long."]),
        ("Accusations: Sudria had broken the truce.\n\nStance: Norland had waited.", []),
        ("MR BERG: It is long.\n\nMS VOLL: It is not.", ["It is long.", "It is not."]),
    ],
)
def test_what_only_points_or_heads_is_not_said(text, expected):
    assert [words for _, words in said(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ekre wrote on his channel:\n\nThe list is ready.", [("Torvald Ekre", "The list is ready.")]),
        ("Ekre told reporters on Monday:\n\n“It is ready.”", [("Torvald Ekre", "“It is ready.”")]),
        ("Ekre did not say:\n\nThe list is ready.", []),
        ("The list has three parts:\n\nNames, dates and towns.", []),
        ("The truce is over, and Quent can call the round off - said Ekre.", [
            ("Torvald Ekre", "The truce is over, and Quent can call the round off"),
        ]),
        ("The list is long, the work is continuing, Torvald Ekre said.", [
            ("Torvald Ekre", "The list is long, the work is continuing"),
        ]),
        ("Torvald Ekre, who met Ask, the head of the office, said that it was ready.", [
            ("Torvald Ekre", "that it was ready"),
        ]),
    ],
)  # fmt: skip
def test_words_stand_below_before_or_behind_who_says_them(text, expected):
    assert said(text) == expected
