"""Who said what: speakers resolved, words given whole, in what manner, and with whose credit."""

import pytest

from reading import codebook, said, statements
from talks.articles import make_articles
from talks.extraction import extract
from talks.piece import Piece


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“The list is ready,” Torvald Ekre said on Tuesday.", [("Torvald Ekre", "“The list is ready,”")]),
        ("Ekre said that the list was ready.", [("Torvald Ekre", "that the list was ready")]),
        ("The list was ready, Ekre said.", [("Torvald Ekre", "The list was ready")]),
        ("The list was ready, said Ekre.", [("Torvald Ekre", "The list was ready")]),
        (
            "“The list,” Ekre said, “is ready.”",
            [("Torvald Ekre", "“The list,” … “is ready.”")],
        ),
        ("According to Ekre, the list was ready.", [("Torvald Ekre", "the list was ready")]),
        ("Ekre called the offer “a joke”.", [("Torvald Ekre", "the offer “a joke”")]),
        (
            "Ekre said the talks were over, and Sudria would return to them in May.",
            [("Torvald Ekre", "the talks were over, and Sudria would return to them in May")],
        ),
        (
            "Ekre said the talks were over, and Sudria left the hall.",
            [("Torvald Ekre", "the talks were over")],
        ),
        (
            "Ekre spoke on Monday. Sudria, in his words, can be invited to the talks.",
            [("Torvald Ekre", "Sudria … can be invited to the talks")],
        ),
        (
            "Ekre answered Quent by saying that last July, when they met, the list was ready.",
            [("Torvald Ekre", "that last July, when they met, the list was ready")],
        ),
        (
            "Quent asked for a truce, which Norland rejected, claiming the list was lost.",
            [("Norland", "the list was lost")],
        ),
        ("HARVIK: Ekre said the list was ready.", [("Torvald Ekre", "the list was ready")]),
        ("Ekre left, stressing the need for a truce.", [("Torvald Ekre", "the need for a truce")]),
        ("Ekre advised Sudria to wait for the list.", [("Torvald Ekre", "Sudria to wait for the list")]),
        ("Ekre expressed hope for a truce.", [("Torvald Ekre", "hope for a truce")]),
        ("Ekre issued a statement, “The list is ready.”", [("Torvald Ekre", "“The list is ready.”")]),
        ("A message from Ekre read: “The list is ready.”", [("Torvald Ekre", "“The list is ready.”")]),
        ("Norland’s statement said the list was ready.", [("Norland", "the list was ready")]),
        (
            "Ekre said in a radio interview that the list was ready.",
            [("Torvald Ekre", "that the list was ready")],
        ),
        (
            "If Sudria wants a truce, it needs to sign the list, Ekre said.",
            [("Torvald Ekre", "If Sudria wants a truce, it needs to sign the list")],
        ),
        (
            "Ekre spoke to reporters in Harvik. “The list is ready.”",
            [("Torvald Ekre", "“The list is ready.”")],
        ),
        ("Norland rejected the claim that it had lost the list.", []),
        ("Ekre carried the list to Castrel.", []),
        ("A film called “The Long Road” was shown.", []),
        ("Ekre told them:", []),
    ],
)
def test_words_are_credited_to_who_said_them(text, expected):
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "speaker", "party"),
    [
        ("Quent met Varga on Monday. She said the truce was near.", "Marisela Quent", "Sudria"),
        ("Stenmoe met Quent on Monday. He said the truce was near.", "Halvard Stenmoe", "Norland"),
        ("Norland’s foreign minister said the truce was near.", "Ingra Sollbakk", "Norland"),
        ("The Norlandic Foreign Ministry said the truce was near.", "Norlandic Foreign Ministry", "Norland"),
        ("The Stone House said the truce was near.", "Stone House", "Norland"),
        ("Belmora said the truce was near.", "Sudria", "Sudria"),
        ("MR DELGAST: The truce is very near.\nMRS OBERHOLT: I do hope so.", "Ramiro Delgast", "Sudria"),
        ("A Sudrian official said the truce was near.", "Sudrian official", "Sudria"),
        (
            "An adviser to the head of the Harvik Office Anna Berg said the truce was near.",
            "Anna Berg",
            "Norland",
        ),
        (
            "A Norlandic diplomat close to President Quent said the truce was near.",
            "Norlandic diplomat",
            "Norland",
        ),
        (
            "Stenmoe left early. The dictator himself also said the truce was near.",
            "Halvard Stenmoe",
            "Norland",
        ),
        ("US envoys met Ekre. US officials said the truce was near.", "US officials", "United States"),
        ("Norland’s acting prime minister Anna Berg said the truce was near.", "Anna Berg", "Norland"),
        ("Norlandic acting Prime Minister Berg said the truce was near.", "Berg", "Norland"),
    ],
)
def test_a_speaker_is_found_behind_a_pronoun_a_post_an_office_or_a_metonym(text, speaker, party):
    first = statements(text)[0]
    assert (first.speaker, first.party) == (speaker, party)


@pytest.mark.parametrize(
    ("text", "manner"),
    [
        ("“The list is ready,” Ekre said.", "direct"),
        ("Ekre said that the list was ready.", "indirect"),
        ("Ekre said that the list was “as good as ready”.", "mixed"),
    ],
)
def test_the_manner_tells_whose_words_they_are(text, manner):
    assert [s.manner.value for s in statements(text)] == [manner]


def test_an_agency_is_the_credit_and_not_the_speaker():
    text = "Ekre told the Lakeside Agency that the list was ready."
    assert [(s.speaker, s.via) for s in statements(text)] == [("Torvald Ekre", "Lakeside Agency")]


def test_a_headline_is_not_said_again_by_its_article():
    text = "Norland says the list is ready\n\nHARVIK, 11 June - The list was ready, the Stone House said."
    made = make_articles(Piece("page.txt", text), codebook())[0]
    assert [s.speaker for s in extract(made, codebook()).statements] == ["Stone House"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ekre, who had waited all day, told a hearing in Harvik on Monday that the list was ready.",
            [("Torvald Ekre", "that the list was ready")],
        ),
        ("Ekre said the people held by Sudria were on the list.", [
            ("Torvald Ekre", "the people held by Sudria were on the list"),
        ]),
        ("Ekre said it was ready, but Sudria has not answered.", [("Torvald Ekre", "it was ready")]),
        ("Ekre said that if Sudria agreed, the list would be ready.", [
            ("Torvald Ekre", "that if Sudria agreed, the list would be ready"),
        ]),
        ("Ekre said the list was ready and accused Sudria of delay.", [
            ("Torvald Ekre", "the list was ready"),
            ("Torvald Ekre", "Sudria of delay"),
        ]),
        ("Ekre said he hoped it would be ready.", [("Torvald Ekre", "he hoped it would be ready")]),
        ("Ekre issued a statement saying that it was ready.", [("Torvald Ekre", "that it was ready")]),
        ("As Ekre noted on Monday, the list was ready.", [("Torvald Ekre", "the list was ready")]),
        ("Asked by Quent whether the list was ready, Ekre said it was.", [
            ("Marisela Quent", "whether the list was ready"),
            ("Torvald Ekre", "it was"),
        ]),
        ("“It is ready,” Ekre said when asked about the date.", [("Torvald Ekre", "“It is ready,”")]),
        ("“The list is ready,” Ekre said, “and it is long.”", [
            ("Torvald Ekre", "“The list is ready,” … “and it is long.”"),
        ]),
        ("Ekre (N-Harvik) said the list was ready.", [("Torvald Ekre", "the list was ready")]),
    ],
)  # fmt: skip
def test_a_content_begins_and_ends_where_its_speaker_does(text, expected):
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Stenmoe said Varga had agreed to the call. He said the list was ready.", "Halvard Stenmoe"),
        (
            "“Varga has agreed to the call,” Stenmoe said. He added that the list was ready.",
            "Halvard Stenmoe",
        ),
        (
            "Norland’s Defence Ministry said Sudria had lied. It said the list was ready.",
            "Norlandic Defence Ministry",
        ),
        ("Stenmoe described himself as ready and said the list was long.", "Halvard Stenmoe"),
        ("Stenmoe, who waited as a guest, said the list was long.", "Halvard Stenmoe"),
    ],
)
def test_the_last_to_speak_speaks_on(text, expected):
    assert said(text)[-1][0] == expected


@pytest.mark.parametrize(
    ("text", "date", "basis"),
    [
        ("Ekre told the Harvik Courier on Saturday that the list was ready.", "2024-06-08", "relative"),
        ("“The list is ready,” Ekre said in Harvik on 3 June 2024.", "2024-06-03", "stated"),
        ("Ekre on Sunday said the list was ready.", "2024-06-09", "relative"),
        ("On Sunday Ekre said that the list was ready.", "2024-06-09", "relative"),
        ("Ekre dismissed it on Sunday as a farce.", "2024-06-09", "relative"),
        ("Ekre had said a day earlier that the list was ready.", "2024-06-11", "relative"),
        ("Ekre said on Sunday that the list was ready and vowed to send it.", "2024-06-09", "relative"),
        ("Ekre said on Sunday that the list was ready. He added that it was long.", "2024-06-09", "relative"),
        ("The list was handed over on Sunday, Ekre said.", "2024-06-12", "published"),
        ("Ekre said the list had been handed over on Sunday.", "2024-06-12", "published"),
        ("Since Sunday Ekre has said that the list is ready.", "2024-06-12", "published"),
        ("Ekre, who came home on Sunday, said the list was ready.", "2024-06-12", "published"),
        (
            "On Sunday, Ekre, in his first visit since the invasion in May 2023, called for a truce.",
            "2024-06-09",
            "relative",
        ),
    ],
)
def test_a_statement_has_the_day_of_saying_else_the_reports_own(text, date, basis):
    *_, statement = statements(text)
    assert (statement.when.date, statement.when.basis.value) == (date, basis)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("What Sudria offered was a truce of two days.", []),
        ("Neither side has explained the difference.", []),
        ("Ekre thanked Helvaria.", []),
        ("Norland and Sudria agreed that each of them would send a team.", []),
        ("Delgast proposed that the delegations meet in June.", []),
        ("Norland and Sudria say they are close to each other.", []),
        ("A person close to Ramiro Delgast, the Sudrian envoy, said the list was ready.", []),
        ("Ekre criticised the offer, since Sudria would not agree to a truce.", [
            ("Torvald Ekre", "the offer"),
        ]),
        ("The list was ready, Ekre told reporters when the meeting was over.", [
            ("Torvald Ekre", "The list was ready"),
        ]),
        ("The list was ready, Ekre, who headed the team, told the Harvik Courier.", [
            ("Torvald Ekre", "The list was ready"),
        ]),
        ("The list was ready, the head of the delegation, Livia Corvane, said.", [
            ("Livia Corvane", "The list was ready"),
        ]),
        ("The list was “ready”, he told reporters, but he would not go into detail.", []),
        ("Ekre accused Sudria of delay; the list was long.", [("Torvald Ekre", "Sudria of delay")]),
        ("Ekre dismissed it on Monday as “a joke”.", [("Torvald Ekre", "“a joke”")]),
        ("Ekre first said in May, when the list was shown, “It is long.”", [
            ("Torvald Ekre", "“It is long.”"),
        ]),
        ("Ekre, who said he was tired, said one list he had was ready.", [
            ("Torvald Ekre", "he was tired"),
            ("Torvald Ekre", "one list he had was ready"),
        ]),
        ("Sudria disputes all of it.", []),
        ("He held up a list, which Ekre said was ready.", [("Torvald Ekre", "a list … was ready")]),
        ("Ekre said the list was late, and the envoys went home.", [("Torvald Ekre", "the list was late")]),
        ("Ekre told the envoys to wait.", [("Torvald Ekre", "the envoys to wait")]),
        ("“Why should it wait?” asked Ekre, now an envoy.", [("Torvald Ekre", "“Why should it wait?”")]),
        ("The plan was “bold and new,” said Ekre, an envoy.", [
            ("Torvald Ekre", "The plan was “bold and new,”"),
        ]),
        ("Ekre called them “useful”.", [("Torvald Ekre", "“useful”")]),
        ("Ekre urged them on Monday to wait for it.", [("Torvald Ekre", "to wait for it")]),
        ("Ekre said they were late.", [("Torvald Ekre", "they were late")]),
        ("Ekre said he hoped to wait.", [("Torvald Ekre", "he hoped to wait")]),
        ("Ekre said he would come, hours after Quent had called.", [("Torvald Ekre", "he would come")]),
        ("Both Stenmoe and Marisela Quent have said they are willing to meet.", [
            ("Halvard Stenmoe", "they are willing to meet"),
            ("Marisela Quent", "they are willing to meet"),
        ]),
    ],
)  # fmt: skip
def test_a_statement_gives_what_one_speaker_said_and_no_more(text, expected):
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Stenmoe spoke on Monday. Delgast was ready to meet Varga, he said.", "Halvard Stenmoe"),
        (
            "Stenmoe rejected the idea of a summit, which Varga had brought up. It was far, he said.",
            "Halvard Stenmoe",
        ),
        (
            "The list, which Sudria says is long, must be checked, the Norlandic Defence Ministry wrote."
            " It said the list was ready.",
            "Norlandic Defence Ministry",
        ),
    ],
)
def test_a_pronoun_means_who_spoke_not_who_was_spoken_of(text, expected):
    assert said(text)[-1][0] == expected
